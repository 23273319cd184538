import 'server-only';
import type { Db } from '@/db/client';
import { commit, exactlyOne } from '@/db/commit';
import { claimJob, jobsToTake } from '@/db/jobs';
import type { Job } from '@/db/schema/jobs';
import { LOST_AFTER_MS } from '../domain/round-batch';
import { Stale, unlessStale } from '../errors';

/** What the work in the background gets from outside; `me` names the process. */
export type RunnerContext = { db: Db; me: string; clock: () => Date };

/**
 * Takes the oldest job that nobody does; `null` where there is none. Whoever had it and has not said a word for a minute is taken to be
 * gone, and so is whoever spoke last at a time that the clock, set back since, has still to reach. Of several processes that look at once one gets it, and the others look for the next.
 */
export async function claimNext({ db, me, clock }: RunnerContext): Promise<Job | null> {
  const now = clock();
  for (const seen of await jobsToTake(db, heardOf(now))) {
    const losses = seen.losses + (seen.heartbeatAt === null ? 0 : 1);
    const taken = { claimedBy: me, at: now, losses };
    const won = await unlessStale(
      commit(db, (tx) => [exactlyOne(claimJob(tx, seen, taken), () => new Stale())]),
    );
    if (won) return { ...seen, ...taken, status: 'running', startedAt: seen.startedAt ?? now };
  }
  return null;
}

/** Within a minute of now: one that is at a job says so every few seconds, by the same clock. */
const heardOf = (now: Date) => ({
  from: new Date(now.getTime() - LOST_AFTER_MS),
  until: new Date(now.getTime() + LOST_AFTER_MS),
});
