import 'server-only';
import * as z from 'zod';
import { commit } from '@/db/commit';
import { insertTeam, teamBySlug } from '@/db/teams';
import { audited } from '../audited';
import type { ActorContext } from '../context';
import { LIMITS } from '../domain/limits';
import { plainText } from '../domain/schema/answers';
import { done, failed, type Result } from '../errors';
import { slugFrom } from '../orgs/slug';
import { underFreeSlug } from '../orgs/under-free-slug';

export const createTeamInput = z.object({
  org: z.string(),
  name: plainText(LIMITS.title).min(1, 'enter the name of the team'),
  /** The address of the unit that it belongs to; empty for the top of the tree. */
  parent: z.string().default(''),
});

/** Adds a team to a unit, or at the top of the tree. */
export async function createTeam(
  ctx: ActorContext,
  input: z.output<typeof createTeamInput>,
): Promise<Result<{ slug: string }>> {
  const { orgId } = ctx.actor;
  const parent = input.parent === '' ? null : await teamBySlug(ctx.db, orgId, input.parent);
  if (parent === undefined)
    return failed('invalid', 'There is no such unit.', { fields: { parent: 'there is no such unit' } });
  const parentId = parent?.id ?? null;
  const id = ctx.newId();
  const slug = await underFreeSlug(slugFrom(input.name, 'team'), id, (free) =>
    commit(ctx.db, (tx) => [
      insertTeam(tx, { id, orgId, parentId, slug: free, name: input.name, createdAt: ctx.now }),
      audited(ctx, tx, 'team.create', id, { name: input.name }),
    ]),
  );
  return done({ slug });
}
