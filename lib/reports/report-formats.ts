import 'server-only';
import type { Content } from '../domain/schema/content';
import type { SealedReport } from '../domain/sealed-report';
import { renderReportPdf } from '../pdf/render';
import type { Look } from '../pdf/view';
import { lookOf } from './look-of';

export type ReportToWrite = {
  sealed: SealedReport;
  content: Content;
  paper: Look['paper'];
  /** What a file says of when it was made: the issue's own instant, so that it is the same each time. */
  at: Date;
};

/** The ways in which a report leaves the house: how each is called, and how it is written. */
export const REPORT_FORMATS = {
  pdf: {
    words: 'PDF',
    write: async ({ sealed, content, paper, at }: ReportToWrite) =>
      (await renderReportPdf(sealed.document, content, lookOf(paper, at))).pdf,
  },
  json: {
    words: 'JSON',
    write: async ({ sealed }: ReportToWrite) => `${JSON.stringify(sealed, null, 2)}\n`,
  },
} satisfies Record<string, { words: string; write: (given: ReportToWrite) => Promise<string | Uint8Array> }>;

export type ReportFormat = keyof typeof REPORT_FORMATS;

export const reportFile = (format: ReportFormat, given: ReportToWrite): Promise<string | Uint8Array> =>
  REPORT_FORMATS[format].write(given);
