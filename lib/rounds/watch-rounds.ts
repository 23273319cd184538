import 'server-only';
import * as z from 'zod';
import { commit } from '@/db/commit';
import { deleteWatcher, insertWatcher } from '@/db/watchers';
import { audited } from '../audited';
import type { ActorContext } from '../context';
import { done, type Result } from '../errors';

export const watchRoundsInput = z.object({ org: z.string(), on: z.enum(['yes', 'no']) });

/** Whether this person gets a mail when a round of the organisation closes. */
export async function watchRounds(
  ctx: ActorContext,
  { on }: Pick<z.output<typeof watchRoundsInput>, 'on'>,
): Promise<Result<null>> {
  const { orgId, userId } = ctx.actor;
  const row = { orgId, userId };
  await commit(ctx.db, (tx) => [
    on === 'yes' ? insertWatcher(tx, row) : deleteWatcher(tx, row),
    audited(ctx, tx, 'round.watch', orgId, { on: on === 'yes' }),
  ]);
  return done(null);
}
