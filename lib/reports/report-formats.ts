import 'server-only';
import type { DocumentFormat } from '../documents/formats';
import { reportJson } from '../documents/report-json';
import { issueText } from '../domain/report-issue';
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

/** Loaded when it is asked for: these libraries are large, and most requests need none of them. */
async function written(format: DocumentFormat, { sealed, content, paper, at }: ReportToWrite) {
  const { renderDocument } = await import('../documents/formats');
  return renderDocument(format, sealed.document, content, lookOf(paper, at));
}

/** The ways in which a report leaves the house: how each is called, and how it is written. */
export const REPORT_FORMATS = {
  pdf: {
    words: 'PDF',
    write: async ({ sealed, content, paper, at }: ReportToWrite) =>
      (await renderReportPdf(sealed.document, content, lookOf(paper, at))).pdf,
  },
  docx: { words: 'Word', write: (given: ReportToWrite) => written('docx', given) },
  pptx: { words: 'Slides', write: (given: ReportToWrite) => written('pptx', given) },
  xlsx: { words: 'Excel', write: (given: ReportToWrite) => written('xlsx', given) },
  md: { words: 'Markdown', write: (given: ReportToWrite) => written('md', given) },
  json: { words: 'JSON', write: ({ sealed }: ReportToWrite) => Promise.resolve(reportJson(sealed)) },
} satisfies Record<string, { words: string; write: (given: ReportToWrite) => Promise<string | Uint8Array> }>;

export type ReportFormat = keyof typeof REPORT_FORMATS;

export type ReportFile = { file: string | Uint8Array; nameParts: string[]; format: ReportFormat };

export async function reportFile(format: ReportFormat, given: ReportToWrite): Promise<ReportFile> {
  const { client, report, title, issue } = given.sealed.document;
  return {
    file: await REPORT_FORMATS[format].write(given),
    nameParts: [client, report.subject, title, issueText(issue)],
    format,
  };
}
