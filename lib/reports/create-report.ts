import 'server-only';
import * as z from 'zod';
import { assessmentById } from '@/db/assessments';
import { commit } from '@/db/commit';
import { insertReport, reportsOf } from '@/db/reports';
import { audited } from '../audited';
import type { ActorContext } from '../context';
import { LIMITS } from '../domain/limits';
import { reportSettingsSchema } from '../domain/schema/report-settings';
import { MODEL_IDS, VENDORS } from '../domain/vocabulary';
import { done, failed, type Result } from '../errors';
import { defaultSettings } from '../domain/report-defaults';

export const createReportInput = z.object({
  org: z.string(),
  /** The assessment. */
  id: z.string(),
  title: reportSettingsSchema.shape.title,
  edition: reportSettingsSchema.shape.edition,
  only: z.union([z.literal('').transform(() => null), z.enum(MODEL_IDS)]).default(null),
});

type Wanted = Omit<z.output<typeof createReportInput>, 'org'>;

/** Begins a report on an assessment. Gives its id. */
export async function createReport(
  ctx: ActorContext,
  { id, title, edition, only }: Wanted,
): Promise<Result<{ id: string }>> {
  const { db, actor, now, newId } = ctx;
  const assessment = await assessmentById(db, actor.orgId, id);
  if (assessment === undefined) return failed('not-found', 'There is no such assessment.');
  if (only !== null && !assessment.questionnaires.includes(only))
    return failed('invalid', `This assessment has no ${VENDORS[only].name} questionnaire.`, {
      fields: { only: 'not a questionnaire of this assessment' },
    });
  const others = await reportsOf(db, actor.orgId, id);
  if (others.length >= LIMITS.reports)
    return failed('invalid', `There are ${LIMITS.reports} reports already. Delete one first.`);
  const made = newId();
  await commit(db, (tx) => [
    insertReport(tx, {
      ...{ id: made, orgId: actor.orgId, assessmentId: id },
      settings: defaultSettings(title, edition, only),
      ...{ createdBy: actor.userId, createdAt: now, updatedBy: actor.userId, updatedAt: now },
    }),
    audited(ctx, tx, 'report.create', made, { assessment: id, title }),
  ]);
  return done({ id: made });
}
