import { and, asc, desc, eq, exists, gt, inArray, isNull, lt, lte, ne, or, sql } from 'drizzle-orm';
import type { Db, Tx } from './client';
import { guarded } from './commit';
import { type Job, type JobPart, PART_STATUSES, job, jobPart } from './schema/jobs';

/** A job in the hands of a process; once another has it or it has ended, what this one writes misses. */
export type HeldJob = Pick<Job, 'orgId' | 'id'> & { claimedBy: string };

type NewJob = Pick<Job, 'id' | 'orgId' | 'kind' | 'subject' | 'input' | 'total' | 'createdBy' | 'createdAt'>;

export type NewPart = Pick<JobPart, 'position' | 'assessmentId' | 'line' | 'file' | 'status' | 'error'>;

/** A part without its file. */
export type PartHead = Omit<JobPart, 'orgId' | 'jobId' | 'body'>;

/** So many rows go into one statement; SQLite takes 32,766 parameters at most. */
const ROWS = 1_000;

const nextVersion = sql`${job.version} + 1`;

/** Queues a job; a second one about the same thing is a unique violation until the first has ended. */
export function insertJob(tx: Tx, row: NewJob) {
  return tx
    .insert(job)
    .values({ ...row, slot: `${row.kind}:${row.subject}`, status: 'queued', done: 0, losses: 0, version: 1 });
}

export function insertJobParts(tx: Tx, { orgId, id }: Pick<Job, 'orgId' | 'id'>, parts: readonly NewPart[]) {
  return Array.from({ length: Math.ceil(parts.length / ROWS) }, (_, chunk) =>
    tx
      .insert(jobPart)
      .values(parts.slice(chunk * ROWS, (chunk + 1) * ROWS).map((part) => ({ ...part, orgId, jobId: id }))),
  );
}

/** Takes a job; of several processes that saw it, one. */
export function claimJob(
  tx: Tx,
  seen: Pick<Job, 'orgId' | 'id' | 'version' | 'startedAt'>,
  { claimedBy, at, losses }: { claimedBy: string; at: Date; losses: number },
) {
  return guarded(
    tx
      .update(job)
      .set({
        ...{ status: 'running', claimedBy, heartbeatAt: at, losses, version: seen.version + 1 },
        startedAt: seen.startedAt ?? at,
      })
      .where(
        and(
          ...[eq(job.orgId, seen.orgId), eq(job.id, seen.id), eq(job.version, seen.version)],
          inArray(job.status, ['queued', 'running']),
        ),
      )
      .returning({ id: job.id }),
  );
}

/** Says that the process is still at it, and how many parts more it has done. */
export function beatJob(tx: Tx, held: HeldJob, at: Date, more = 0) {
  return guarded(
    tx
      .update(job)
      .set({ heartbeatAt: at, done: sql`${job.done} + ${more}`, version: nextVersion })
      .where(isHeld(held))
      .returning({ id: job.id }),
  );
}

/** Puts a job back for whoever looks next; the part at hand may still be written until somebody does. */
export function letGoJob(tx: Tx, held: HeldJob) {
  return guarded(
    tx
      .update(job)
      .set({ heartbeatAt: null, version: nextVersion })
      .where(isHeld(held))
      .returning({ id: job.id }),
  );
}

export function endJob(
  tx: Tx,
  held: HeldJob,
  end: { status: 'done' | 'failed'; error: string | null; finishedAt: Date; expiresAt: Date },
) {
  return guarded(
    tx
      .update(job)
      .set({ ...end, slot: null, heartbeatAt: null, version: nextVersion })
      .where(isHeld(held))
      .returning({ id: job.id }),
  );
}

/** Ends a job whatever its process does, or gives up what it made. */
export function setCancelled(
  tx: Tx,
  { orgId, id }: Pick<Job, 'orgId' | 'id'>,
  ended: { finishedAt: Date; expiresAt: Date },
) {
  return guarded(
    tx
      .update(job)
      .set({ ...ended, status: 'cancelled', slot: null, claimedBy: null, version: nextVersion })
      .where(and(eq(job.orgId, orgId), eq(job.id, id), ne(job.status, 'cancelled')))
      .returning({ id: job.id }),
  );
}

/** Writes what became of a part that was waiting. */
export function writePart(
  tx: Tx,
  { orgId, jobId, position }: Pick<JobPart, 'orgId' | 'jobId' | 'position'>,
  made: Pick<JobPart, 'status' | 'check' | 'body' | 'error'>,
) {
  return guarded(
    tx
      .update(jobPart)
      .set(made)
      .where(and(onePart(orgId, jobId, position), eq(jobPart.status, 'waiting')))
      .returning({ position: jobPart.position }),
  );
}

export function deleteParts(tx: Tx, { orgId, id }: Pick<Job, 'orgId' | 'id'>, positions: readonly number[]) {
  return tx
    .delete(jobPart)
    .where(and(eq(jobPart.orgId, orgId), eq(jobPart.jobId, id), inArray(jobPart.position, [...positions])));
}

export function deleteJob(tx: Tx, { orgId, id }: Pick<Job, 'orgId' | 'id'>) {
  return tx.delete(job).where(and(eq(job.orgId, orgId), eq(job.id, id)));
}

export async function jobById(db: Db, orgId: string, id: string): Promise<Job | undefined> {
  const rows = await db
    .select()
    .from(job)
    .where(and(eq(job.orgId, orgId), eq(job.id, id)));
  return rows[0];
}

/** The newest first, cancelled ones left out. */
export async function jobsOfOrg(db: Db, orgId: string): Promise<Job[]> {
  return db
    .select()
    .from(job)
    .where(and(eq(job.orgId, orgId), ne(job.status, 'cancelled')))
    .orderBy(desc(job.createdAt), desc(job.id));
}

/** The parts of a job in their order, without their files; all, or those that stand so. */
export async function partsOfJob(
  db: Db,
  orgId: string,
  jobId: string,
  statuses: readonly JobPart['status'][] = PART_STATUSES,
): Promise<PartHead[]> {
  return db
    .select({
      position: jobPart.position,
      assessmentId: jobPart.assessmentId,
      line: jobPart.line,
      file: jobPart.file,
      status: jobPart.status,
      check: jobPart.check,
      error: jobPart.error,
    })
    .from(jobPart)
    .where(
      and(...[eq(jobPart.orgId, orgId), eq(jobPart.jobId, jobId)], inArray(jobPart.status, [...statuses])),
    )
    .orderBy(asc(jobPart.position));
}

export async function bodyOfPart(
  db: Db,
  orgId: string,
  jobId: string,
  position: number,
): Promise<string | undefined> {
  const rows = await db
    .select({ body: jobPart.body })
    .from(jobPart)
    .where(onePart(orgId, jobId, position));
  return rows[0]?.body ?? undefined;
}

/** Of all organisations, how many jobs stand so. */
export async function countJobs(db: Db, status: Job['status']): Promise<number> {
  return db.$count(job, eq(job.status, status));
}

/** Of all organisations, what nobody does: queued, put back, or not heard of between these moments. The oldest first. */
export async function jobsToTake(db: Db, heard: { from: Date; until: Date }): Promise<Job[]> {
  const at = job.heartbeatAt;
  return db
    .select()
    .from(job)
    .where(
      or(
        eq(job.status, 'queued'),
        and(eq(job.status, 'running'), or(isNull(at), lt(at, heard.from), gt(at, heard.until))),
      ),
    )
    .orderBy(asc(job.createdAt), asc(job.id))
    .limit(20);
}

/** Of all organisations, what is kept no longer, and what was cancelled and still has parts. */
export async function jobsToSweep(db: Db, now: Date): Promise<Job[]> {
  const parts = db.select({ position: jobPart.position }).from(jobPart).where(eq(jobPart.jobId, job.id));
  return db
    .select()
    .from(job)
    .where(or(lte(job.expiresAt, now), and(eq(job.status, 'cancelled'), exists(parts))))
    .limit(20);
}

const isHeld = ({ orgId, id, claimedBy }: HeldJob) =>
  and(...[eq(job.orgId, orgId), eq(job.id, id), eq(job.claimedBy, claimedBy)], eq(job.status, 'running'));

const onePart = (orgId: string, jobId: string, position: number) =>
  and(eq(jobPart.orgId, orgId), eq(jobPart.jobId, jobId), eq(jobPart.position, position));
