import type { Proposal } from './decision-proposals';

/** What is kept of a decision, as far as it is judged by. Its source is the key of the proposal that it was made of. */
export type KeptDecision = {
  id: string;
  title: string;
  beforeOn: string | null;
  source: string | null;
  waiting: number;
  status: 'open' | 'decided' | 'dismissed';
};

/** A decision as the scorecard tells it: of the teams that wait only how many. */
export type WantedDecision = { title: string; beforeOn: string | null; teams: number };

/** So many are put before somebody at once. */
export const MOST_WANTED = 5;

/** How many teams wait: counted anew as long as the plans propose it, and as somebody said otherwise. */
export function teamsWaiting(
  { source, waiting }: Pick<KeptDecision, 'source' | 'waiting'>,
  proposals: readonly Proposal[],
): number {
  if (source === null) return waiting;
  return proposals.find(({ key }) => key === source)?.teams ?? 0;
}

/** The open ones, for which most teams wait first, then by their day. */
export function openFirst<Kept extends KeptDecision>(
  decisions: readonly Kept[],
  proposals: readonly Proposal[],
): (Kept & { teams: number })[] {
  return decisions
    .filter(({ status }) => status === 'open')
    .map((each) => ({ ...each, teams: teamsWaiting(each, proposals) }))
    .toSorted((a, b) => b.teams - a.teams || ((a.beforeOn ?? '9') < (b.beforeOn ?? '9') ? -1 : 1));
}

/** Those of which nobody has made or dismissed anything yet. */
export function newProposals(
  proposals: readonly Proposal[],
  decisions: readonly Pick<KeptDecision, 'source'>[],
): Proposal[] {
  const made = new Set(decisions.map(({ source }) => source));
  return proposals.filter(({ key }) => !made.has(key));
}
