import 'server-only';
import { assessmentsOfOrg } from '@/db/assessments';
import { roundById, roundsOfOrg, roundTeamsOfOrg, type Round } from '@/db/rounds';
import { namesOf } from '@/db/users';
import { watchersOf } from '@/db/watchers';
import type { ActorContext } from '../context';
import { pageOf } from '../domain/page-of';
import { isOverdue } from '../domain/round-dates';
import { isIn, roundCounts, roundState, type RoundCounts, type RoundFilter } from '../domain/round-state';
import { assessedInRound, grouped, spanOf, teamsInRound, type TeamInRound } from './teams-in-round';
import { dayOf } from '../domain/calendar';

export type RoundSummary = {
  id: string;
  title: string;
  dueOn: string;
  openedOn: string;
  closedOn: string | null;
  overdue: boolean;
  counts: RoundCounts;
};

export type RoundList = {
  /** Due first, on top. */
  open: RoundSummary[];
  /** Closed last, on top. */
  closed: RoundSummary[];
  /** Whether this person gets a mail when a round closes. */
  watching: boolean;
};

export type RoundRow = Omit<TeamInRound, 'id' | 'remindedAt' | 'people'> & {
  /** ISO dates. */
  changedOn: string | null;
  remindedOn: string | null;
  /** Names of the people to ask; their addresses are for reminders alone. */
  people: string[];
};

export type RoundView = {
  round: RoundSummary & { openedBy: string; closedBy: string | null };
  /** One page of those that the filter lets through. */
  rows: RoundRow[];
  page: number;
  pages: number;
  /** Of all that the filter lets through, how many have not finished. */
  unfinished: number;
  /** Addresses and names of all its teams. */
  teams: { slug: string; name: string }[];
};

/** The rounds of the actor's organisation with how far each is. */
export async function roundList({ db, actor, now }: ActorContext): Promise<RoundList> {
  const [rounds, teams, assessments, watchers] = await Promise.all([
    roundsOfOrg(db, actor.orgId),
    roundTeamsOfOrg(db, actor.orgId),
    assessmentsOfOrg(db, actor.orgId),
    watchersOf(db, actor.orgId),
  ]);
  const byTeam = grouped(assessments, ({ teamId }) => teamId);
  const byRound = grouped(teams, ({ roundId }) => roundId);
  const summaries = rounds.map((round) =>
    summaryOf(
      round,
      now,
      (byRound.get(round.id) ?? []).map(({ teamId }) =>
        roundState(spanOf(round), (byTeam.get(teamId) ?? []).map(assessedInRound)),
      ),
    ),
  );
  return {
    open: summaries
      .filter(({ closedOn }) => closedOn === null)
      .toSorted((a, b) => a.dueOn.localeCompare(b.dueOn)),
    closed: summaries
      .filter(({ closedOn }) => closedOn !== null)
      .toSorted((a, b) => (b.closedOn ?? '').localeCompare(a.closedOn ?? '')),
    watching: watchers.some(({ userId }) => userId === actor.userId),
  };
}

/** One round with a page of its teams, the nearest one where that page is not there; `null` where the organisation has no such round. */
export async function roundView(
  ctx: ActorContext,
  id: string,
  { filter, page: wanted = 1 }: { filter?: RoundFilter | undefined; page?: number } = {},
): Promise<RoundView | null> {
  const { db, actor, now } = ctx;
  const round = await roundById(db, actor.orgId, id);
  if (round === undefined) return null;
  const teams = await teamsInRound(ctx, round);
  const names = await namesOf(
    db,
    [round.createdBy, round.closedBy].filter((person) => person !== null),
  );
  const summary = summaryOf(
    round,
    now,
    teams.map(({ state }) => state),
  );
  const shown = teams.filter(({ state }) => isIn(filter, state));
  const { items, page, pages } = pageOf(shown, wanted);
  return {
    ...{ page, pages },
    unfinished: shown.filter(({ state }) => isIn('unfinished', state)).length,
    round: {
      ...summary,
      openedBy: names.get(round.createdBy) ?? 'somebody',
      closedBy: round.closedBy === null ? null : (names.get(round.closedBy) ?? 'somebody'),
    },
    teams: teams.map(({ slug, name }) => ({ slug, name })),
    rows: items.map(({ slug, name, unit, state, progress, remindedAt, people }) => ({
      ...{ slug, name, unit, state, progress },
      changedOn: 'at' in state && state.at !== null ? dayOf(new Date(state.at)) : null,
      remindedOn: remindedAt === null ? null : dayOf(remindedAt),
      people: people.map((person) => person.name),
    })),
  };
}

function summaryOf(round: Round, now: Date, states: Parameters<typeof roundCounts>[0]): RoundSummary {
  const { id, title, dueOn, createdAt, closedAt } = round;
  return {
    ...{ id, title, dueOn },
    openedOn: dayOf(createdAt),
    closedOn: closedAt === null ? null : dayOf(closedAt),
    overdue: isOverdue(round, dayOf(now)),
    counts: roundCounts(states),
  };
}
