import 'server-only';
import { jobsOfOrg, partsOfJob } from '@/db/jobs';
import { roundById } from '@/db/rounds';
import type { Job } from '@/db/schema/jobs';
import { namesOf } from '@/db/users';
import type { ActorContext } from '../context';
import { batchProgress, type BatchInput } from '../domain/round-batch';

export type JobView = Pick<Job, 'id' | 'total' | 'done' | 'error'> & {
  status: Exclude<Job['status'], 'cancelled'>;
  input: BatchInput;
  /** How far it is, in words. */
  progress: string;
  /** Who asked for it, and when: ISO instants. */
  by: string;
  at: string;
  expiresAt: string | null;
  /** Teams whose report could not be made, and why. */
  failures: { team: string; why: string }[];
};

export type RoundReports = {
  round: { id: string; title: string };
  /** The newest first. */
  jobs: JobView[];
  /** Whether one of them is not done yet. */
  active: boolean;
};

/** The archives of a round that are kept or being made; `null` where the organisation has no such round. */
export async function roundReports(ctx: ActorContext, id: string): Promise<RoundReports | null> {
  const { db, actor, now } = ctx;
  const round = await roundById(db, actor.orgId, id);
  if (round === undefined) return null;
  const rows = (await jobsOfOrg(db, actor.orgId)).filter(
    ({ subject, expiresAt }) => subject === id && (expiresAt === null || expiresAt > now),
  );
  const names = await namesOf(
    db,
    rows.map(({ createdBy }) => createdBy),
  );
  const jobs = await Promise.all(rows.map((row) => viewOf(ctx, row, names.get(row.createdBy))));
  return {
    round: { id: round.id, title: round.title },
    jobs,
    active: jobs.some(({ status }) => status === 'queued' || status === 'running'),
  };
}

async function viewOf({ db, now }: ActorContext, row: Job, by = 'somebody'): Promise<JobView> {
  const { id, orgId, total, done, error, input, status, createdAt, startedAt, expiresAt } = row;
  const failed = await partsOfJob(db, orgId, id, ['failed']);
  return {
    ...{ id, total, done, error, input, by },
    // `jobsOfOrg` leaves cancelled ones out.
    status: status === 'cancelled' ? 'failed' : status,
    progress: batchProgress({
      ...{ total, done, now: now.getTime() },
      startedAt: startedAt?.getTime() ?? null,
    }),
    at: createdAt.toISOString(),
    expiresAt: expiresAt?.toISOString() ?? null,
    failures: failed.map(({ line, error: why }) => ({ team: line.team, why: why ?? 'no reason was kept' })),
  };
}
