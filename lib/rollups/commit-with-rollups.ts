import 'server-only';
import type { Tx } from '@/db/client';
import type { Write } from '@/db/commit';
import { commitAnew } from '../commit-anew';
import type { ActorContext } from '../context';
import { changedRollups, type FinishedChange } from './changed-rollups';

/**
 * Commits these writes together with the roll-ups that they touch and with how the team's plan stands. When somebody else in the
 * organisation was quicker, the roll-ups are computed anew; the writes carry their own guards for what they decide.
 */
export async function commitWithRollups(
  ctx: Pick<ActorContext, 'db' | 'now' | 'actor'>,
  change: FinishedChange,
  writes: (tx: Tx) => readonly Write[],
): Promise<void> {
  await commitAnew(ctx.db, async () => {
    const rollups = await changedRollups(ctx, change);
    return (tx) => [...rollups(tx), ...writes(tx)];
  });
}
