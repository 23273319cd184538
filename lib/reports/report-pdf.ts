import 'server-only';
import * as z from 'zod';
import { reportOf } from '../assessments/report-of';
import type { ActorContext } from '../context';
import { MODEL_IDS, VENDORS } from '../domain/vocabulary';
import { done, failed, type Result } from '../errors';
import { renderReportPdf } from '../pdf/render';

export const reportPdfInput = z.object({
  org: z.string(),
  id: z.string(),
  /** One questionnaire; the document then names no other vendor. */
  only: z.enum(MODEL_IDS).optional(),
  paper: z.enum(['a4', 'us-letter']).default('a4'),
});

export type ReportPdf = { pdf: Uint8Array; nameParts: string[] };

/** The report of an assessment as a PDF, on all its questionnaires or on one. */
export async function reportPdf(
  ctx: ActorContext & { org: { name: string } },
  { id, only, paper }: Pick<z.output<typeof reportPdfInput>, 'id' | 'only' | 'paper'>,
): Promise<Result<ReportPdf>> {
  const found = await reportOf(ctx, id, ctx.org.name, only);
  if (found === null) return failed('not-found', 'There is no such assessment.');
  const { loaded, report } = found;
  if (only !== undefined && !loaded.assessment.questionnaires.includes(only))
    return failed('not-found', `This assessment has no ${VENDORS[only].name} questionnaire.`);
  // Where Letter is the paper, dates are written the American way.
  const locale = paper === 'us-letter' ? 'en-US' : 'en-GB';
  const { pdf } = await renderReportPdf(report, {
    paper,
    locale,
    client: ctx.org.name,
    generatedOn: ctx.now.toISOString().slice(0, 10),
    hash: loaded.frozen?.hash,
  });
  const vendor = only === undefined ? [] : [VENDORS[only].name];
  return done({ pdf, nameParts: [report.subject, loaded.row.title, ...vendor, 'MLOps maturity report'] });
}
