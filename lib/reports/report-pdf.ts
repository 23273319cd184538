import 'server-only';
import * as z from 'zod';
import { loadAssessment } from '../assessments/load-assessment';
import { MODEL_IDS, VENDORS, PAPERS } from '../domain/vocabulary';
import { done, failed, type Result } from '../errors';
import { firmsOf } from '../orgs/firms-of';
import { renderReportPdf } from '../pdf/render';
import type { DocumentContext } from './live-document';
import { lookOf } from './look-of';
import { quickDocument } from './quick-document';

export const reportPdfInput = z.object({
  org: z.string(),
  id: z.string(),
  /** One questionnaire; the document then names no other vendor. */
  only: z.enum(MODEL_IDS).optional(),
  paper: z.enum(PAPERS).default('a4'),
  /** The firm in whose name the person hands it over, by slug; none where it is empty. */
  firm: z.string().default(''),
});

export type ReportPdf = { pdf: Uint8Array; nameParts: string[] };

type Asked = Pick<z.output<typeof reportPdfInput>, 'id' | 'only' | 'paper'> & { firm?: string };

/** The report of an assessment as a PDF, on all its questionnaires or on one. */
export async function reportPdf(
  ctx: DocumentContext,
  { id, only, paper, firm: slug = '' }: Asked,
): Promise<Result<ReportPdf>> {
  const loaded = await loadAssessment(ctx, id);
  if (loaded === null) return failed('not-found', 'There is no such assessment.');
  if (only !== undefined && !loaded.assessment.questionnaires.includes(only))
    return failed('not-found', `This assessment has no ${VENDORS[only].name} questionnaire.`);
  const firm = (await firmsOf(ctx)).find((each) => each.slug === slug);
  if (slug !== '' && firm === undefined) return failed('not-found', 'You work for no firm of that name.');
  const named = firm === undefined ? null : { id: firm.orgId, name: firm.name };
  const document = await quickDocument(ctx, loaded, only ?? null, named);
  const { pdf } = await renderReportPdf(document, loaded.content, lookOf(paper, ctx.now));
  const vendor = only === undefined ? [] : [VENDORS[only].name];
  return done({
    pdf,
    nameParts: [document.report.subject, loaded.row.title, ...vendor, 'MLOps maturity report'],
  });
}
