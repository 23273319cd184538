import 'server-only';
import * as z from 'zod';
import { commit, exactlyOne } from '@/db/commit';
import { revokeShareRow } from '@/db/shares';
import { audited } from '../audited';
import type { ActorContext } from '../context';
import { done, failed, Stale, unlessStale, type Result } from '../errors';

export const revokeShareInput = z.object({ org: z.string(), id: z.string() });

/** Takes a link back: from now on it opens nothing, also for who has opened it before. */
export async function revokeShare(
  ctx: ActorContext,
  { id }: Pick<z.output<typeof revokeShareInput>, 'id'>,
): Promise<Result<null>> {
  const { db, actor, now } = ctx;
  const revoked = await unlessStale(
    commit(db, (tx) => [
      exactlyOne(revokeShareRow(tx, { id, orgId: actor.orgId, revokedAt: now }), () => new Stale()),
      audited(ctx, tx, 'share.revoke', id),
    ]),
  );
  return revoked ? done(null) : failed('not-found', 'There is no such link, or it was taken back before.');
}
