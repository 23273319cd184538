import 'server-only';
import { setImmediate } from 'node:timers/promises';
import { commit, exactlyOne } from '@/db/commit';
import { beatJob, endJob, letGoJob, partsOfJob, writePart, type HeldJob, type PartHead } from '@/db/jobs';
import { orgOfId } from '@/db/orgs';
import type { Job } from '@/db/schema/jobs';
import type { Context } from '../context';
import { can, roleAt } from '../domain/policy';
import { KEPT_MS, MOST_LOSSES } from '../domain/round-batch';
import { Stale, unlessStale } from '../errors';
import { logBug } from '../log';
import type { DocumentContext } from '../reports/live-document';
import type { RunnerContext } from './claim-job';
import { teamReport } from './team-report';
import { dayOf } from '../domain/calendar';

export type RunContext = RunnerContext & Pick<Context, 'newId' | 'content'>;

const BEAT_MS = 5_000;

/** While one report is set, the next is read and worded. */
const AT_ONCE = 2;

const NOT_ALLOWED = 'Who asked for it may not do so any more.';
const TOO_OFTEN = `The server stopped ${MOST_LOSSES} times in the middle of it. Ask for fewer teams, or look at its log.`;
const NONE_SET = 'None of the reports could be made.';

/**
 * Does what is left of a claimed job: each report is written when it is set, so that whoever goes on does the others alone. Ends early
 * where the job was cancelled or another process has it, and puts it back after the parts at hand where `stopping` says so.
 */
export async function runJob(ctx: RunContext, job: Job, stopping = () => false): Promise<void> {
  const held: HeldJob = { orgId: job.orgId, id: job.id, claimedBy: ctx.me };
  if (job.losses >= MOST_LOSSES) return end(ctx, held, 'failed', TOO_OFTEN);
  const context = await contextOfJob(ctx, job);
  if (context === null) return end(ctx, held, 'failed', NOT_ALLOWED);
  let lost = false;
  const beat = setInterval(() => {
    beatOnce(ctx, held).then(
      (still) => (lost ||= !still),
      (error: unknown) => logBug(error, 'heartbeat of a job'),
    );
  }, BEAT_MS).unref();
  try {
    const waiting = (await partsOfJob(ctx.db, job.orgId, job.id, ['waiting'])).values();
    const lane = async () => {
      for (const part of waiting) {
        // What people asked of the server in the meantime comes first.
        await setImmediate();
        if (lost || stopping()) return;
        if (!(await makePart(ctx, context, held, job, part))) lost = true;
      }
    };
    const lanes = await Promise.allSettled(Array.from({ length: AT_ONCE }, lane));
    for (const each of lanes) if (each.status === 'rejected') throw each.reason;
  } finally {
    clearInterval(beat);
  }
  if (lost) return;
  const left = await partsOfJob(ctx.db, job.orgId, job.id, ['waiting']);
  if (left.length > 0) return putBack(ctx, held);
  const made = await partsOfJob(ctx.db, job.orgId, job.id, ['done']);
  await (made.length > 0 ? end(ctx, held, 'done', null) : end(ctx, held, 'failed', NONE_SET));
}

/** Puts a job back at once; what is at hand is still written, unless another process takes it up before. */
export async function putBack({ db }: Pick<RunnerContext, 'db'>, held: HeldJob): Promise<void> {
  await unlessStale(commit(db, (tx) => [exactlyOne(letGoJob(tx, held), () => new Stale())]));
}

/** Makes one part and writes it; `false` where the job is no longer this process's. */
async function makePart(
  ctx: RunContext,
  context: DocumentContext,
  held: HeldJob,
  { input }: Job,
  part: PartHead,
): Promise<boolean> {
  const made = await teamReport(context, part, input);
  const row = { orgId: held.orgId, jobId: held.id, position: part.position };
  return unlessStale(
    commit(ctx.db, (tx) => [
      exactlyOne(beatJob(tx, held, ctx.clock(), 1), () => new Stale()),
      exactlyOne(writePart(tx, row, made), () => new Stale()),
    ]),
  );
}

const beatOnce = ({ db, clock }: RunnerContext, held: HeldJob): Promise<boolean> =>
  unlessStale(commit(db, (tx) => [exactlyOne(beatJob(tx, held, clock()), () => new Stale())]));

async function end(
  { db, clock }: RunnerContext,
  held: HeldJob,
  status: 'done' | 'failed',
  error: string | null,
): Promise<void> {
  const finishedAt = clock();
  const expiresAt = new Date(finishedAt.getTime() + KEPT_MS);
  await unlessStale(
    commit(db, (tx) => [
      exactlyOne(endJob(tx, held, { status, error, finishedAt, expiresAt }), () => new Stale()),
    ]),
  );
}

/** In whose name and at what time it is done: that of whoever asked, so that going on later makes the same documents. */
async function contextOfJob(ctx: RunContext, job: Job): Promise<DocumentContext | null> {
  const found = await orgOfId(ctx.db, job.orgId, job.createdBy, dayOf(ctx.clock()));
  if (found === undefined) return null;
  const actor = { userId: job.createdBy, orgId: job.orgId, role: roleAt(found.grants, null) };
  if (!can(actor, 'report.batch', { orgId: job.orgId })) return null;
  const { db, newId, content } = ctx;
  return { db, newId, content, actor, now: job.createdAt, org: found.org };
}
