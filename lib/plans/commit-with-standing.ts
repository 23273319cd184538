import 'server-only';
import { setTimeout } from 'node:timers/promises';
import type { Tx } from '@/db/client';
import { commit, type Write } from '@/db/commit';
import type { ActorContext } from '../context';
import { Stale } from '../errors';
import { changedStanding, StandingMoved } from './changed-standing';
import type { StandingChange } from './own-standing';

/** Of those who commit at the same moment one wins each time, so this many get through even if each loses against all others. */
const ATTEMPTS = 50;

/** Commits these writes together with how the team's plan stands after them. The writes carry their own guards for what they decide. */
export async function commitWithStanding(
  ctx: Pick<ActorContext, 'db' | 'now' | 'actor'>,
  { team, ...change }: StandingChange & { team: string },
  writes: (tx: Tx) => readonly Write[],
): Promise<void> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const standing = await changedStanding(ctx, team, change);
    try {
      return await commit(ctx.db, (tx) => [...standing(tx), ...writes(tx)]);
    } catch (error) {
      if (!(error instanceof StandingMoved)) throw error;
      // Apart from each other, or those that met here meet again.
      await setTimeout(Math.min(attempt, 5) * 10 * Math.random());
    }
  }
  throw new Stale();
}
