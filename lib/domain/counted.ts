/** A finished assessment of one team, without what it says. */
export type FinishedFacts = {
  id: string;
  /** The day that the answers speak for. */
  assessedOn: string;
  /** Milliseconds since 1970. */
  finishedAt: number;
  archived: boolean;
  /** In the bin. */
  deleted: boolean;
  /** The finished assessment of which this is a newer version. */
  replaces: string | null;
};

/** The assessment by which a team counts in a period, and the one before it. */
export type Counted = { id: string; before: string | null };

/** The newest finished assessment of a team, whenever that was. */
export const NEWEST = 'newest';

/** `2026-Q4` of an ISO date. */
export const quarterOf = (date: string): string =>
  `${date.slice(0, 4)}-Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`;

/**
 * By which of its assessments a team counts: the newest, and in each quarter the last. Archived ones, those in the bin and those with a
 * newer version do not count. Newest is by the day that the answers speak for, then by when it was finished.
 */
export function countedIn(history: readonly FinishedFacts[]): Map<string, Counted> {
  const replaced = new Set(history.flatMap(({ deleted, replaces }) => (deleted ? [] : [replaces])));
  const counting = history
    .filter(({ id, archived, deleted }) => !archived && !deleted && !replaced.has(id))
    .toSorted(newestFirst);
  const periods = new Map<string, Counted>();
  for (const [index, { id, assessedOn }] of counting.entries()) {
    const counted = { id, before: counting[index + 1]?.id ?? null };
    if (index === 0) periods.set(NEWEST, counted);
    if (!periods.has(quarterOf(assessedOn))) periods.set(quarterOf(assessedOn), counted);
  }
  return periods;
}

function newestFirst(a: FinishedFacts, b: FinishedFacts): number {
  if (a.assessedOn !== b.assessedOn) return a.assessedOn < b.assessedOn ? 1 : -1;
  if (a.finishedAt !== b.finishedAt) return b.finishedAt - a.finishedAt;
  return a.id < b.id ? 1 : -1;
}
