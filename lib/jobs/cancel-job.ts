import 'server-only';
import * as z from 'zod';
import { commit, exactlyOne } from '@/db/commit';
import { jobById, setCancelled } from '@/db/jobs';
import { audited } from '../audited';
import type { ActorContext } from '../context';
import { KEPT_MS } from '../domain/round-batch';
import { done, failed, Stale, unlessStale, type Result } from '../errors';
import { dropParts } from './sweep-jobs';

export const cancelJobInput = z.object({
  org: z.string(),
  /** The round. */
  id: z.string(),
  job: z.string(),
});

type Wanted = Pick<z.output<typeof cancelJobInput>, 'id' | 'job'>;

/** Ends the job, or gives up the archive that it made; nothing of what was made is kept. */
export async function cancelJob(ctx: ActorContext, { id, job }: Wanted): Promise<Result<null>> {
  const { db, actor, now } = ctx;
  const row = await jobById(db, actor.orgId, job);
  if (row === undefined || row.subject !== id)
    return failed('not-found', 'There is no such archive any more.');
  const ended = { finishedAt: now, expiresAt: new Date(now.getTime() + KEPT_MS) };
  const gone = await unlessStale(
    commit(db, (tx) => [
      exactlyOne(setCancelled(tx, row, ended), () => new Stale()),
      audited(ctx, tx, 'round.reports-cancel', id, { job, made: row.done }),
    ]),
  );
  if (!gone) return failed('finished', 'This was cancelled already.');
  await dropParts(db, row);
  return done(null);
}
