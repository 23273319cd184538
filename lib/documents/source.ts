import { capitalised } from '@/lib/domain/labels';
import { issueText } from '@/lib/domain/report-issue';
import type { ReportDocument } from '@/lib/domain/report-document';
import { formatFor, type Format } from '@/lib/pdf/format';
import { documentView, type View } from '@/lib/pdf/view';
import type { PrintedContent } from '@/lib/pdf/view-roadmap';
import type { Target } from './blocks';
import { DEEP } from './colours';
import type { Paper } from '@/lib/domain/vocabulary';

export type DocumentOptions = {
  paper: Paper;
  /** BCP 47; decides how dates and decimals are written. */
  locale: string;
};

/** What chapters and slides are written from: the document, and its texts as page and PDF print them. */
export type Source = {
  document: ReportDocument;
  content: PrintedContent;
  options: DocumentOptions;
  view: View;
  /** `null` without a plan. */
  roadmap: View['roadmap'];
  format: Format;
  /** As documents print them: a brand says how its organisation is called. */
  names: { client: string; preparedBy: string | null };
  /** What headings, links and rules are set in, as hexadecimal without a sign. */
  accent: string;
  /** Somebody chose that colour; otherwise it is that of Rungs, and used less. */
  branded: boolean;
  /** A link to the place of an answer; `null` where this document does not print the answers. */
  to: (anchor: string | null) => Target | null;
};

export function sourceOf(
  document: ReportDocument,
  content: PrintedContent,
  options: DocumentOptions,
): Source {
  const view = documentView(document, content, { ...options, generatedOn: document.issue.on });
  return {
    ...{ document, content, options, view },
    roadmap: view.roadmap,
    names: { client: view.cover.client, preparedBy: factOf(view, 'Prepared by') },
    ...{ accent: view.accent?.replace('#', '') ?? DEEP, branded: view.accent !== null },
    to: (anchor) => (anchor === null ? null : { anchor }),
    format: formatFor(options.locale),
  };
}

const factOf = (view: View, fact: string): string | null =>
  view.cover.facts.find(({ name }) => name === fact)?.lines[0] ?? null;

/** The language of the texts, which are English; the locale may be another. */
export const languageOf = ({ locale }: DocumentOptions): string =>
  /^en-[A-Z]{2}$/.test(locale) ? locale : 'en-GB';

/** `Final 1.0`, `Draft 0.2`. */
export const issueName = ({ issue }: ReportDocument): string => capitalised(issueText(issue));
