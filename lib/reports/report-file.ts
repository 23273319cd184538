import 'server-only';
import * as z from 'zod';
import { done, type Result } from '../errors';
import type { DocumentContext } from './live-document';
import { openDocument } from './open-document';
import { REPORT_FORMATS, reportFile, type ReportFile, type ReportFormat } from './report-formats';
import { PAPERS } from '../domain/vocabulary';

export const reportFileInput = z.object({
  org: z.string(),
  id: z.string(),
  report: z.string(),
  format: z.enum(Object.keys(REPORT_FORMATS) as ReportFormat[]),
  /** The id of an issue; without one, the report as it is now. */
  issue: z.string().optional(),
  paper: z.enum(PAPERS).default('a4'),
});

type Wanted = Omit<z.output<typeof reportFileInput>, 'org'>;

/** A report in one of its formats, as it was issued or as it is now. An issue gives the same bytes each time. */
export async function fileOfReport(ctx: DocumentContext, wanted: Wanted): Promise<Result<ReportFile>> {
  const opened = await openDocument(ctx, wanted);
  if (!opened.ok) return opened;
  const { format, paper } = wanted;
  return done(await reportFile(format, { ...opened.value, paper }));
}
