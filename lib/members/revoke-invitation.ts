import 'server-only';
import * as z from 'zod';
import { commit, exactlyOne } from '@/db/commit';
import { revokeInvitationRow } from '@/db/invitations';
import { audited } from '../audited';
import type { ActorContext } from '../context';
import { done, failed, Stale, unlessStale, type Result } from '../errors';

export const revokeInvitationInput = z.object({ org: z.string(), id: z.string() });

/** Takes an invitation back; its link opens nothing any more. */
export async function revokeInvitation(ctx: ActorContext, { id }: { id: string }): Promise<Result<null>> {
  const row = { orgId: ctx.actor.orgId, id };
  const saved = await unlessStale(
    commit(ctx.db, (tx) => [
      exactlyOne(revokeInvitationRow(tx, row, ctx.now), () => new Stale()),
      audited(ctx, tx, 'member.uninvite', id),
    ]),
  );
  return saved ? done(null) : failed('not-found', 'This invitation was used or taken back already.');
}
