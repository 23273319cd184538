import 'server-only';
import type { ReportDocument } from '@/lib/domain/report-document';
import type { PrintedContent } from '@/lib/pdf/view-roadmap';
import { reportDocx } from './report-docx';
import { reportMarkdown } from './report-markdown';
import { reportPptx } from './report-pptx';
import { reportXlsx } from './report-xlsx';
import type { DocumentOptions } from './source';

type Render = (
  document: ReportDocument,
  content: PrintedContent,
  options: DocumentOptions,
) => Promise<Uint8Array>;

const bytes = (text: string): Promise<Uint8Array> => Promise.resolve(new TextEncoder().encode(text));

const RENDER = {
  docx: reportDocx,
  pptx: reportPptx,
  xlsx: reportXlsx,
  md: (...facts) => bytes(reportMarkdown(...facts)),
} satisfies Record<string, Render>;

/** By their endings. */
export type DocumentFormat = keyof typeof RENDER;

/** The format of a file's name; `null` for one that is none of these. */
export function formatOf(file: string): DocumentFormat | null {
  const ending = /\.([a-z]+)$/i.exec(file)?.[1]?.toLowerCase();
  return (Object.keys(RENDER) as DocumentFormat[]).find((format) => format === ending) ?? null;
}

/** The report in one of the formats that people go on with; for programs there is `reportJson`. */
export const renderDocument = (
  format: DocumentFormat,
  ...[document, content, options]: Parameters<Render>
): Promise<Uint8Array> => RENDER[format](document, content, options);
