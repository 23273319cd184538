import 'server-only';
import type * as z from 'zod';
import { commit, exactlyOne } from '@/db/commit';
import { isForeignKeyViolation } from '@/db/errors';
import { updateOrg } from '@/db/orgs';
import { insertRound, insertRoundTeams, teamsInOpenRounds } from '@/db/rounds';
import type { Org } from '@/db/schema/orgs';
import { teamsOfOrg } from '@/db/teams';
import { audited } from '../audited';
import type { ActorContext } from '../context';
import { capitalised } from '../domain/labels';
import { dueFault } from '../domain/round-dates';
import { chooseTeams } from '../domain/round-teams';
import { done, failed, Stale, unlessStale, type Result } from '../errors';
import { texts } from '../form-fields';
import { roundFields } from './round-fields';
import { dayOf } from '../domain/calendar';

export const openRoundInput = roundFields.extend({
  /** Addresses of teams and of units, each unit for all below it. */
  teams: texts,
});

type RoundContext = ActorContext & { org: Pick<Org, 'id' | 'version'> };

/** Said when two open or change rounds, or somebody changes the teams, at the same moment. */
export const TEAMS_MOVED = 'Somebody is changing the teams or a round at this moment. Please try again.';

/** Opens a round for the chosen teams. Each team answers to one open round at a time. */
export async function openRound(
  ctx: RoundContext,
  { title, dueOn, teams }: Omit<z.output<typeof openRoundInput>, 'org'>,
): Promise<Result<{ id: string }>> {
  const { orgId, userId } = ctx.actor;
  const fault = dueFault(dueOn, dayOf(ctx.now));
  if (fault !== null) return failed('invalid', `${capitalised(fault)}.`, { fields: { dueOn: fault } });
  const chosen = chooseTeams(await teamsOfOrg(ctx.db, orgId), await takenTeams(ctx), teams);
  if (!chosen.ok)
    return failed('invalid', `${capitalised(chosen.fault)}.`, { fields: { teams: chosen.fault } });
  const row = { id: ctx.newId(), orgId, title, dueOn, createdBy: userId, createdAt: ctx.now };
  const saved = await savedUnlessMoved(
    commit(ctx.db, (tx) => [
      // Two rounds that are opened at once could share a team; of them one misses.
      exactlyOne(updateOrg(tx, ctx.org), () => new Stale()),
      insertRound(tx, row),
      ...insertRoundTeams(tx, row, chosen.ids),
      audited(ctx, tx, 'round.open', row.id, { title, dueOn, teams: chosen.ids.length }),
    ]),
  );
  return saved ? done({ id: row.id }) : failed('conflict', TEAMS_MOVED);
}

/** The teams that are in an open round, with which. */
export const takenTeams = async ({ db, actor }: ActorContext) =>
  new Map((await teamsInOpenRounds(db, actor.orgId)).map(({ teamId, round }) => [teamId, round]));

/** False also where a team was removed between reading and writing. */
export const savedUnlessMoved = (write: Promise<void>): Promise<boolean> =>
  unlessStale(write).catch((error: unknown) => {
    if (isForeignKeyViolation(error)) return false;
    throw error;
  });
