import 'server-only';
import { setTimeout } from 'node:timers/promises';
import type { Tx } from '@/db/client';
import { commit, type Write } from '@/db/commit';
import type { ActorContext } from '../context';
import { Stale } from '../errors';
import { StandingMoved } from '../plans/changed-standing';
import { changedRollups, RollupsMoved, type FinishedChange } from './changed-rollups';

/** Of those who commit at the same moment one wins each time, so this many get through even if each loses against all others. */
const ATTEMPTS = 50;

/**
 * Commits these writes together with the roll-ups that they touch and with how the team's plan stands. When somebody else in the organisation was quicker, the roll-ups are
 * computed anew; the writes carry their own guards for what they decide.
 */
export async function commitWithRollups(
  ctx: Pick<ActorContext, 'db' | 'now' | 'actor'>,
  change: FinishedChange,
  writes: (tx: Tx) => readonly Write[],
): Promise<void> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const rollups = await changedRollups(ctx, change);
    try {
      return await commit(ctx.db, (tx) => [...rollups(tx), ...writes(tx)]);
    } catch (error) {
      if (!(error instanceof RollupsMoved || error instanceof StandingMoved)) throw error;
      // Apart from each other, or those that met here meet again.
      await setTimeout(Math.min(attempt, 5) * 10 * Math.random());
    }
  }
  throw new Stale();
}
