import type { ReportDocument } from '@/lib/domain/report-document';

/** Named in each file, so that a program knows what it reads before it reads it. */
export const FORMAT = 'rungs-report/1';

/** The document as JSON: everything that any other format prints, under the published schema. */
export const reportJson = (document: ReportDocument): string =>
  `${JSON.stringify({ format: FORMAT, document }, null, 2)}\n`;
