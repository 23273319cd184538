import 'server-only';
import type { Tx } from '@/db/client';
import type { Write } from '@/db/commit';
import { commitAnew } from '../commit-anew';
import type { ActorContext } from '../context';
import { changedStanding } from './changed-standing';
import type { StandingChange } from './own-standing';

/** Commits these writes together with how the team's plan stands after them. The writes carry their own guards for what they decide. */
export async function commitWithStanding(
  ctx: Pick<ActorContext, 'db' | 'now' | 'actor'>,
  { team, ...change }: StandingChange & { team: string },
  writes: (tx: Tx) => readonly Write[],
): Promise<void> {
  await commitAnew(ctx.db, async () => {
    const standing = await changedStanding(ctx, team, change);
    return (tx) => [...standing(tx), ...writes(tx)];
  });
}
