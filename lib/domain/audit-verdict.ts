/** How the log of an organisation stands: whole, or the first place at which it is not. */
export type AuditVerdict = {
  lines: number;
  /** Numbers of the first and the last line. */
  first: number | null;
  last: number | null;
  from: string | null;
  to: string | null;
  checkpoints: { at: string; first: number; removed: number; until: string; holds: boolean }[];
  fault: AuditFault | null;
};

export const FAULT_WORDS = {
  altered: 'was altered, or the line before it was',
  missing: 'is missing',
  'out of order': 'is not in its place',
  'tail cut off': 'and what followed it are missing: the end of the log was cut off',
  'head differs': 'is the last, and the head of the log says otherwise',
  'no log': 'is missing: there is no log of this organisation at all',
  'no checkpoint': 'begins the log, and no valid checkpoint says why',
} as const;

export type AuditFault = { kind: keyof typeof FAULT_WORDS; seq: number; at: string | null };

/** One line a fact, as the command prints it. */
export function verdictLines(verdict: AuditVerdict): string[] {
  const { lines, first, last, from, to, checkpoints, fault } = verdict;
  const range =
    from === null
      ? 'no lines'
      : `${lines.toLocaleString('en')} ${lines === 1 ? 'line' : 'lines'}, number ${first} to ${last}, ${from} to ${to}`;
  return [
    `  ${range}`,
    ...checkpoints.map(
      ({ at, first: kept, removed, until, holds }) =>
        `  checkpoint of ${at}: ${removed.toLocaleString('en')} lines from before ${until} removed, the log begins at number ${kept}; its signature ${holds ? 'holds' : 'does not hold'}`,
    ),
    fault === null
      ? '  unbroken'
      : `  BROKEN: line ${fault.seq}${fault.at === null ? '' : ` of ${fault.at}`} ${FAULT_WORDS[fault.kind]} (${fault.kind})`,
  ];
}
