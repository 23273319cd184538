import 'server-only';
import { assessmentsOfTeam } from '@/db/assessments';
import { teamsInOpenRounds } from '@/db/rounds';
import { teamBySlug } from '@/db/teams';
import type { ActorContext } from '../context';
import { isOverdue } from '../domain/round-dates';
import { roundState, type RoundState } from '../domain/round-state';
import { assessedInRound, spanOf } from './teams-in-round';
import { dayOf } from '../domain/calendar';

export type RoundOfTeam = {
  id: string;
  title: string;
  dueOn: string;
  overdue: boolean;
  closedOn: null;
  state: RoundState;
};

/** The open round that a team is in, with how far it is; `null` where it is in none. */
export async function roundOfTeam(ctx: ActorContext, slug: string): Promise<RoundOfTeam | null> {
  const { db, actor, now } = ctx;
  const [team, taken] = await Promise.all([
    teamBySlug(db, actor.orgId, slug),
    teamsInOpenRounds(db, actor.orgId),
  ]);
  const round = taken.find(({ teamId }) => teamId === team?.id)?.round;
  if (team === undefined || round === undefined) return null;
  const assessments = await assessmentsOfTeam(db, actor.orgId, team.id);
  const { id, title, dueOn } = round;
  return {
    ...{ id, title, dueOn },
    overdue: isOverdue(round, dayOf(now)),
    closedOn: null,
    state: roundState(spanOf(round), assessments.map(assessedInRound)),
  };
}
