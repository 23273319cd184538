import 'server-only';
import { setImmediate } from 'node:timers/promises';
import type { Db } from '@/db/client';
import { commit } from '@/db/commit';
import { deleteJob, deleteParts, jobsToSweep, partsOfJob } from '@/db/jobs';
import type { Job } from '@/db/schema/jobs';

/** So many files go at once: to delete two hundred of 350 kB in one commit would keep every other writer waiting. */
const CHUNK = 10;

/** Deletes what is kept no longer, and what is left of cancelled jobs. */
export async function sweepJobs({ db, clock }: { db: Db; clock: () => Date }): Promise<void> {
  const now = clock();
  for (const job of await jobsToSweep(db, now)) {
    await dropParts(db, job);
    if (job.expiresAt !== null && job.expiresAt <= now) await commit(db, (tx) => [deleteJob(tx, job)]);
  }
}

/** Deletes all parts of a job that has ended. */
export async function dropParts(db: Db, { orgId, id }: Pick<Job, 'orgId' | 'id'>): Promise<void> {
  const positions = (await partsOfJob(db, orgId, id)).map(({ position }) => position);
  for (let from = 0; from < positions.length; from += CHUNK) {
    await commit(db, (tx) => [deleteParts(tx, { orgId, id }, positions.slice(from, from + CHUNK))]);
    await setImmediate();
  }
}
