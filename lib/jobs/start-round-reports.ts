import 'server-only';
import * as z from 'zod';
import { commit } from '@/db/commit';
import { isUniqueViolation } from '@/db/errors';
import { insertJob, insertJobParts, jobsOfOrg } from '@/db/jobs';
import { roundById, roundsOfOrg } from '@/db/rounds';
import type { Job } from '@/db/schema/jobs';
import { audited } from '../audited';
import type { ActorContext } from '../context';
import { list } from '../domain/labels';
import { LIMITS } from '../domain/limits';
import { EDITIONS, type ReportEdition } from '../domain/report-document';
import { MODEL_IDS, PAPERS } from '../domain/vocabulary';
import { done, failed, type Result } from '../errors';
import { partsOfRound } from './round-parts';
import { wakeRunner } from './wake';

export const startRoundReportsInput = z.object({
  org: z.string(),
  /** The round. */
  id: z.string(),
  paper: z.enum(PAPERS).default('a4'),
  edition: z.enum(Object.keys(EDITIONS) as ReportEdition[]).default('full'),
  only: z.union([z.literal('').transform(() => null), z.enum(MODEL_IDS)]).default(null),
});

type Wanted = Omit<z.output<typeof startRoundReportsInput>, 'org'>;

/** Queues the reports of all teams of a round that have finished. Where they are being made already, it gives that job. */
export async function startRoundReports(
  ctx: ActorContext,
  { id, ...input }: Wanted,
): Promise<Result<{ job: string }>> {
  const { db, actor, now, newId } = ctx;
  const round = await roundById(db, actor.orgId, id);
  if (round === undefined) return failed('not-found', 'There is no such round.');
  const jobs = await jobsOfOrg(db, actor.orgId);
  const active = jobs.find(isActive(id));
  if (active !== undefined) return done({ job: active.id });
  const kept = jobs.filter(({ expiresAt }) => expiresAt === null || expiresAt > now);
  if (kept.length >= LIMITS.archives) return failed('invalid', await tooMany(ctx, kept));
  const parts = await partsOfRound(ctx, round, input.only);
  const total = parts.filter(({ status }) => status === 'waiting').length;
  if (total === 0)
    return failed('invalid', 'No team of this round has finished such an assessment: nothing to print yet.');
  if (total > LIMITS.batchReports)
    return failed(
      'invalid',
      `${total} teams have finished; an archive holds ${LIMITS.batchReports} reports at most.`,
    );
  const row = {
    ...{ id: newId(), orgId: actor.orgId, kind: 'round-reports' as const, subject: id, input, total },
    ...{ createdBy: actor.userId, createdAt: now },
  };
  try {
    await commit(db, (tx) => [
      insertJob(tx, row),
      ...insertJobParts(tx, row, parts),
      audited(ctx, tx, 'round.reports', id, { job: row.id, reports: total, ...input }),
    ]);
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    // Somebody asked in the same moment.
    const first = (await jobsOfOrg(db, actor.orgId)).find(isActive(id));
    return first === undefined
      ? failed('conflict', 'Somebody else asked at the same moment. Try again.')
      : done({ job: first.id });
  }
  wakeRunner();
  return done({ job: row.id });
}

const isActive =
  (round: string) =>
  ({ subject, status }: Job): boolean =>
    subject === round && (status === 'queued' || status === 'running');

async function tooMany({ db, actor }: ActorContext, kept: readonly Job[]): Promise<string> {
  const rounds = await roundsOfOrg(db, actor.orgId);
  const titles = rounds.filter(({ id }) => kept.some(({ subject }) => subject === id));
  return `${kept.length} archives are kept or being made already, of ${list(titles.map(({ title }) => title))}. Delete one first.`;
}
