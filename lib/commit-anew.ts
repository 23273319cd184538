import 'server-only';
import { setTimeout } from 'node:timers/promises';
import type { Db, Tx } from '@/db/client';
import { commit, type Write } from '@/db/commit';
import { Stale } from './errors';

/** Somebody else's commit has changed what these writes were computed from; they can be computed anew. */
export class Moved extends Error {
  override name = 'Moved';
}

/** Of those who commit at the same moment one wins each time, so this many get through even if each loses against all others. */
const ATTEMPTS = 50;

/** Commits what `compute` reads and works out, and has it worked out anew whenever somebody else was quicker. */
export async function commitAnew(
  db: Db,
  compute: () => Promise<(tx: Tx) => readonly Write[]>,
): Promise<void> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const computed = await compute();
    try {
      return await commit(db, computed);
    } catch (error) {
      if (!(error instanceof Moved)) throw error;
      // Apart from each other, or those that met here meet again.
      await setTimeout(Math.min(attempt, 5) * 10 * Math.random());
    }
  }
  throw new Stale();
}
