/** What the two answers of a check mean, for page and command line. */
export const UNCHANGED_WORDS = {
  yes: 'Unchanged: the file says what it said when it was sealed.',
  no: 'Changed: something in the file is not as it was when it was sealed.',
};

export const ISSUED_WORDS = {
  yes: 'Issued here: the signature is of the key of this installation.',
  no: 'Not issued here: the signature is not of the key of this installation.',
  unsigned: 'Not signed: no installation answers for it.',
  unknown: 'Not asked: there is no installation here whose key could be compared.',
};

/** What scoring the answers anew gave. */
export function recomputedWords(differences: readonly unknown[] | null, edition: string): string {
  if (differences === null)
    return `Not scored anew: the content edition ${edition} that it was made by is not here.`;
  if (differences.length === 0)
    return 'Scored anew: the answers in the file give every figure that the report states.';
  return `Scored anew: the answers in the file give something else in ${differences.length === 1 ? 'one place' : `${differences.length} places`}.`;
}
