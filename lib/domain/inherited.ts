import { LIMITS } from './limits';
import { standing, type Standing } from './answers';
import { dateText } from './labels';
import type { Answer, Answers } from './schema/answers';

/** The answers of a platform team that others take over, and where they are from. */
export type Source = {
  team: { slug: string; name: string };
  /** The day that the answers speak for. */
  date: string;
  answers: Answers;
};

/** A team's own answers over those that it takes over; what is taken over says so in its note, wherever it is read. */
export function withInherited(own: Answers, source: Source | null): Answers {
  if (source === null) return own;
  const taken = Object.entries(source.answers).map(([capability, answer]): [string, Answer] => [
    capability,
    { ...answer, note: takenNote(source, answer.note) },
  ]);
  return { ...Object.fromEntries(taken), ...own };
}

const takenNote = ({ team, date }: Source, note: string | undefined): string =>
  Array.from(`Answered by ${team.name}, ${dateText(date)}.${note === undefined ? '' : ` ${note}`}`)
    .slice(0, LIMITS.note)
    .join('');

/** What a platform team answered differently after an assessment that took its answers over was finished. */
export type SourceMove = { capability: string; before: Standing; after: Standing };

/** Of the answers `taken` over, those that the source answers differently by now, in the order in which it gives them. */
export function movedAtSource(taken: Answers, { answers }: Pick<Source, 'answers'>): SourceMove[] {
  return Object.entries(answers).flatMap(([capability, answer]) => {
    const frozen = taken[capability];
    if (frozen === undefined) return [];
    const [before, after] = [standing(frozen), standing(answer)];
    return before === after ? [] : [{ capability, before, after }];
  });
}
