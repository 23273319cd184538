import 'server-only';
import * as z from 'zod';
import { commit, exactlyOne } from '@/db/commit';
import { updateOrg } from '@/db/orgs';
import { deleteRoundTeams, insertRoundTeams, roundById, teamsOfRound, updateRound } from '@/db/rounds';
import type { Org } from '@/db/schema/orgs';
import { teamsOfOrg } from '@/db/teams';
import { audited } from '../audited';
import type { ActorContext } from '../context';
import { capitalised } from '../domain/labels';
import { dueFault } from '../domain/round-dates';
import { chooseTeams } from '../domain/round-teams';
import { done, failed, Stale, type Result } from '../errors';
import { savedUnlessMoved, takenTeams, TEAMS_MOVED } from './open-round';
import { texts } from '../form-fields';
import { roundFields } from './round-fields';
import { dayOf } from '../domain/calendar';

export const changeRoundInput = roundFields.extend({
  id: z.string(),
  /** Teams and units that join; nothing is said of the others, so that two who change a round lose nothing of each other's. */
  add: texts,
  /** Teams that are taken out. */
  remove: texts,
});

type RoundContext = ActorContext & { org: Pick<Org, 'id' | 'version'> };

/** Renames an open round, moves its date, adds teams or takes some out; what they have answered stays theirs. */
export async function changeRound(
  ctx: RoundContext,
  input: Omit<z.output<typeof changeRoundInput>, 'org'>,
): Promise<Result<null>> {
  const { db, actor, now } = ctx;
  const { title, dueOn } = input;
  const row = await roundById(db, actor.orgId, input.id);
  if (row === undefined) return failed('not-found', 'There is no such round.');
  if (row.closedAt !== null)
    return failed('finished', 'This round is closed and no longer changes. Open a new one.');
  // A round that is overdue can still be renamed.
  const fault = dueOn === row.dueOn ? null : dueFault(dueOn, dayOf(now));
  if (fault !== null) return failed('invalid', `${capitalised(fault)}.`, { fields: { dueOn: fault } });
  const [teams, members, taken] = await Promise.all([
    teamsOfOrg(db, actor.orgId),
    teamsOfRound(db, actor.orgId, row.id),
    takenTeams(ctx),
  ]);
  const added =
    input.add.length === 0 ? { ok: true as const, ids: [] } : chooseTeams(teams, taken, input.add);
  if (!added.ok) return failed('invalid', `${capitalised(added.fault)}.`, { fields: { add: added.fault } });
  const gone = new Set(teams.filter(({ slug }) => input.remove.includes(slug)).map(({ id }) => id));
  const removed = members.map(({ teamId }) => teamId).filter((id) => gone.has(id));
  if (members.length > 0 && members.length - removed.length + added.ids.length === 0) {
    const message = 'a round has at least one team; close it instead';
    return failed('invalid', `${capitalised(message)}.`, { fields: { remove: message } });
  }
  const saved = await savedUnlessMoved(
    commit(db, (tx) => [
      // Another round could take the same teams at the same moment; of the two one misses.
      exactlyOne(updateOrg(tx, ctx.org), () => new Stale()),
      exactlyOne(updateRound(tx, row, { title, dueOn }), () => new Stale()),
      ...insertRoundTeams(tx, row, added.ids),
      ...deleteRoundTeams(tx, row, removed),
      audited(ctx, tx, 'round.change', row.id, {
        ...{ title, dueOn },
        ...{ added: added.ids.length, removed: removed.length },
      }),
    ]),
  );
  return saved ? done(null) : failed('conflict', TEAMS_MOVED);
}
