import 'server-only';
import * as z from 'zod';
import { commit, exactlyOne } from '@/db/commit';
import { isForeignKeyViolation } from '@/db/errors';
import { updateOrg } from '@/db/orgs';
import type { Org } from '@/db/schema/orgs';
import { deleteTeam, teamsOfOrg, updateTeam } from '@/db/teams';
import { audited } from '../audited';
import type { ActorContext } from '../context';
import { LIMITS } from '../domain/limits';
import { plainText } from '../domain/schema/answers';
import { wouldGoRound } from '../domain/team-tree';
import { done, failed, Stale, unlessStale, type Result } from '../errors';
import { standingsByTree } from '../plans/sum-standings';
import { rebuildRollups } from '../rollups/rebuild-rollups';

export const configureTeamInput = z.object({
  org: z.string(),
  team: z.string(),
  name: plainText(LIMITS.title).min(1, 'enter the name of the team'),
  /** The address of the unit; empty for the top of the tree. */
  parent: z.string(),
});

export const removeTeamInput = z.object({ org: z.string(), team: z.string() });

type TreeContext = ActorContext & { org: Pick<Org, 'id' | 'version'> };

const BUSY = 'Somebody is changing the teams at this moment. Please try again.';

/** Renames a team or puts it under another unit; its address and its assessments stay. */
export async function configureTeam(
  ctx: TreeContext,
  input: Omit<z.output<typeof configureTeamInput>, 'org'>,
): Promise<Result<null>> {
  const teams = await teamsOfOrg(ctx.db, ctx.actor.orgId);
  const team = teams.find(({ slug }) => slug === input.team);
  if (team === undefined) return failed('not-found', 'There is no such team.');
  const parent = input.parent === '' ? null : teams.find(({ slug }) => slug === input.parent);
  if (parent === undefined)
    return failed('invalid', 'There is no such unit.', { fields: { parent: 'there is no such unit' } });
  if (parent !== null && wouldGoRound(teams, team.id, parent.id)) {
    const message = `${team.name} would be below itself`;
    return failed('invalid', `${message}.`, { fields: { parent: message } });
  }
  const parentId = parent?.id ?? null;
  const tree = teams.map((each) => (each.id === team.id ? { ...each, parentId } : each));
  const moved = parentId !== team.parentId;
  const standings = moved ? await standingsByTree(ctx, ctx.actor.orgId, tree) : () => [];
  const saved = await unlessStale(
    commit(ctx.db, (tx) => [
      // Two who change the tree at once could make it go round; of them one misses.
      exactlyOne(updateOrg(tx, ctx.org), () => new Stale()),
      exactlyOne(updateTeam(tx, team, { name: input.name, parentId }), () => new Stale()),
      ...standings(tx),
      audited(ctx, tx, 'team.configure', team.id, { name: input.name, parent: parentId }),
    ]),
  );
  if (!saved) return failed('conflict', BUSY);
  if (moved) await rebuildRollups(ctx, ctx.actor.orgId);
  return done(null);
}

/** Removes a team that has never been assessed and has no teams below it; any other stays. */
export async function removeTeam(ctx: TreeContext, input: { team: string }): Promise<Result<null>> {
  const teams = await teamsOfOrg(ctx.db, ctx.actor.orgId);
  const team = teams.find(({ slug }) => slug === input.team);
  if (team === undefined) return failed('not-found', 'There is no such team.');
  if (teams.some(({ parentId }) => parentId === team.id))
    return failed('invalid', `${team.name} has teams below it; move them first.`);
  const tree = teams.filter(({ id }) => id !== team.id);
  const standings = await standingsByTree(ctx, ctx.actor.orgId, tree);
  const saved = await unlessStale(
    commit(ctx.db, (tx) => [
      exactlyOne(updateOrg(tx, ctx.org), () => new Stale()),
      exactlyOne(deleteTeam(tx, team), () => new Stale()),
      ...standings(tx),
      audited(ctx, tx, 'team.remove', team.id, { name: team.name }),
    ]),
  ).catch((error: unknown) => {
    if (isForeignKeyViolation(error)) return null;
    throw error;
  });
  if (saved === null)
    return failed('invalid', `${team.name} has assessments, some perhaps in the bin, and stays with them.`);
  return saved ? done(null) : failed('conflict', BUSY);
}
