/** From when to when a round runs, in milliseconds since 1970. */
export type RoundSpan = { openedAt: number; closedAt: number | null };

/** One assessment of a team in a round; what is in the bin is not among them. */
export type AssessedInRound = {
  id: string;
  status: 'draft' | 'review' | 'finished';
  createdAt: number;
  changedAt: number;
  finishedAt: number | null;
  archived: boolean;
};

export const ROUND_STATES = ['not-started', 'answering', 'in-review', 'finished'] as const;

export type RoundStateName = (typeof ROUND_STATES)[number];

/** How far a team is in a round, with the assessment that says so. */
export type RoundState =
  | { kind: 'not-started' }
  | { kind: 'answering'; id: string; /** None once the round is closed. */ at: number | null; idle: boolean }
  | { kind: 'in-review'; id: string; at: number }
  | { kind: 'finished'; id: string; at: number };

export type RoundCounts = Record<RoundStateName, number> & { teams: number };

/** Which teams of a round a list shows, or a reminder goes to. */
export const ROUND_FILTERS = [...ROUND_STATES, 'unfinished'] as const;

export type RoundFilter = (typeof ROUND_FILTERS)[number];

/**
 * How far a team is, from its assessments alone: nothing of it is stored, so a draft that is deleted or an assessment that is archived
 * needs nobody to correct a round. An unfinished assessment counts whenever it was begun, for finishing it is what the round asks for.
 * A closed round stays as it was closed: what is begun or finished later changes nothing in it.
 */
export function roundState({ openedAt, closedAt }: RoundSpan, all: readonly AssessedInRound[]): RoundState {
  const end = closedAt ?? Number.POSITIVE_INFINITY;
  const there = all.filter(({ createdAt, archived }) => !archived && createdAt <= end);
  const [finished] = there
    .flatMap(({ id, finishedAt }) =>
      finishedAt === null || finishedAt < openedAt || finishedAt > end ? [] : [{ id, at: finishedAt }],
    )
    .toSorted(latestFirst);
  if (finished !== undefined) return { kind: 'finished', ...finished };
  const begun = there
    .filter(({ finishedAt }) => finishedAt === null || finishedAt > end)
    .map(({ id, status, changedAt, createdAt }) => ({
      ...{ id, status },
      // What happened to a draft after a round closed must not change which one the round names.
      at: closedAt === null ? changedAt : createdAt,
    }))
    .toSorted(latestFirst);
  const inReview = begun.find(({ status }) => status === 'review');
  if (inReview !== undefined && closedAt === null)
    return { kind: 'in-review', id: inReview.id, at: inReview.at };
  const [draft] = begun;
  if (draft === undefined) return { kind: 'not-started' };
  return closedAt === null
    ? { kind: 'answering', id: draft.id, at: draft.at, idle: draft.at < openedAt }
    : { kind: 'answering', id: draft.id, at: null, idle: false };
}

/** How many teams are how far. */
export function roundCounts(states: readonly Pick<RoundState, 'kind'>[]): RoundCounts {
  const counts: RoundCounts = {
    ...{ teams: states.length, finished: 0 },
    ...{ 'in-review': 0, answering: 0, 'not-started': 0 },
  };
  for (const { kind } of states) counts[kind] += 1;
  return counts;
}

/** Whether a team so far is in what was asked for; everything is where nothing was. */
export const isIn = (filter: RoundFilter | undefined, { kind }: Pick<RoundState, 'kind'>): boolean =>
  filter === undefined || (filter === 'unfinished' ? kind !== 'finished' : kind === filter);

function latestFirst(a: { id: string; at: number }, b: { id: string; at: number }): number {
  return b.at - a.at || (a.id < b.id ? 1 : -1);
}
