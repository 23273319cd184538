import type { BatchInput, IndexLine } from '../../lib/domain/round-batch';
import { column } from '../columns';
import { orgId } from './orgs';
import { userId } from './people';

const { table, text, oneOf, int, instant, json, index, unique, primaryKey, foreignKey } = column;

export const JOB_KINDS = ['round-reports'] as const;

export const JOB_STATUSES = ['queued', 'running', 'done', 'failed', 'cancelled'] as const;

/** Work that no request waits for. The table is the queue: whichever process claims a row first does it. */
export const job = table(
  'job',
  {
    id: text('id').primaryKey(),
    orgId: orgId(),
    kind: oneOf('kind', JOB_KINDS).notNull(),
    /** What it is about: the id of a round. */
    subject: text('subject').notNull(),
    /** The same until the job has ended, so that there is never a second one that is not done. */
    slot: text('slot'),
    input: json<BatchInput>('input').notNull(),
    status: oneOf('status', JOB_STATUSES).notNull(),
    total: int('total').notNull(),
    /** Parts that are there or have failed. */
    done: int('done').notNull(),
    /** How often the process that did it was gone without a word. */
    losses: int('losses').notNull(),
    /** Why the whole of it failed. */
    error: text('error'),
    createdBy: userId('created_by').notNull(),
    createdAt: instant('created_at').notNull(),
    startedAt: instant('started_at'),
    /** When its process last said that it is at it; empty where it was put back. */
    heartbeatAt: instant('heartbeat_at'),
    /** The process that does it. */
    claimedBy: text('claimed_by'),
    finishedAt: instant('finished_at'),
    expiresAt: instant('expires_at'),
    version: int('version').notNull(),
  },
  (t) => [
    unique('job_org_id_unique').on(t.orgId, t.id),
    unique('job_org_slot_unique').on(t.orgId, t.slot),
    index('job_status_index').on(t.status, t.createdAt),
  ],
);

export const PART_STATUSES = ['waiting', 'done', 'failed', 'left-out'] as const;

/** One file of a job. It points to no assessment, so that one may go while its report waits; the part then says so. */
export const jobPart = table(
  'job_part',
  {
    orgId: text('org_id').notNull(),
    jobId: text('job_id').notNull(),
    position: int('position').notNull(),
    /** The assessment that it is made of; empty for a team without one. */
    assessmentId: text('assessment_id'),
    line: json<IndexLine>('line').notNull(),
    /** Name of the file in the archive. */
    file: text('file'),
    status: oneOf('status', PART_STATUSES).notNull(),
    /** Of the file as it is unpacked. */
    check: json<{ size: number; crc: number }>('check'),
    /** Why there is none. */
    error: text('error'),
    /** The file, deflated, as base64. It is the last, as SQLite reads through a long column to those behind it. */
    body: text('body'),
  },
  (t) => [
    primaryKey({ name: 'job_part_pk', columns: [t.jobId, t.position] }),
    foreignKey({
      name: 'job_part_job_fk',
      columns: [t.orgId, t.jobId],
      foreignColumns: [job.orgId, job.id],
    }).onDelete('cascade'),
  ],
);

export type Job = typeof job.$inferSelect;
export type JobPart = typeof jobPart.$inferSelect;
