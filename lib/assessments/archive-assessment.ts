import 'server-only';
import * as z from 'zod';
import { assessmentById, setArchived } from '@/db/assessments';
import { exactlyOne } from '@/db/commit';
import { audited } from '../audited';
import type { ActorContext } from '../context';
import { done, failed, Stale, unlessStale, type Result } from '../errors';
import { changeOne } from '../rollups/change-one';
import { commitWithRollups } from '../rollups/commit-with-rollups';

export const archiveAssessmentInput = z.object({
  org: z.string(),
  team: z.string(),
  id: z.string(),
  archived: z.enum(['yes', 'no']),
});

/** Keeps a finished assessment out of scorecards, or takes it back among them. It stays frozen and can be read either way. */
export async function archiveAssessment(
  ctx: ActorContext,
  { id, archived }: Pick<z.output<typeof archiveAssessmentInput>, 'id' | 'archived'>,
): Promise<Result<null>> {
  const { db, actor, now } = ctx;
  const row = await assessmentById(db, actor.orgId, id);
  if (row === undefined) return failed('not-found', 'There is no such assessment.');
  if (row.status !== 'finished') return failed('invalid', 'Only a finished assessment can be archived.');
  const archivedAt = archived === 'yes' ? now : null;
  const saved = await unlessStale(
    commitWithRollups(ctx, changeOne(row, { archivedAt }), (tx) => [
      exactlyOne(setArchived(tx, row, archivedAt), () => new Stale()),
      audited(ctx, tx, 'assessment.archive', id, { archived: archived === 'yes' }),
    ]),
  );
  return saved ? done(null) : failed('conflict', 'Somebody is changing this assessment. Please try again.');
}
