import { VENDORS } from '@/lib/domain/vocabulary';
import type { ReportDocument } from '@/lib/domain/report-document';
import { formatFor, type Format } from '@/lib/pdf/format';
import { reportView, type View } from '@/lib/pdf/view';
import { roadmapView, type PrintedContent } from '@/lib/pdf/view-roadmap';
import type { Target } from './blocks';

export type DocumentOptions = {
  paper: 'a4' | 'us-letter';
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
  roadmap: ReturnType<typeof roadmapView> | null;
  format: Format;
  /** A link to the place of an answer; `null` where this document does not print the answers. */
  to: (anchor: string | null) => Target | null;
  title: (capability: string) => string;
};

export function sourceOf(
  document: ReportDocument,
  content: PrintedContent,
  options: DocumentOptions,
): Source {
  const { report, client, preparedBy, issue, assessmentHash, sections, plan } = document;
  const answered = sections.includes('answers') ? report.capabilities : [];
  const printed = new Set(answered.map(({ id }) => anchorOf(id)));
  const titles = new Map(report.capabilities.map(({ id, title }) => [id, title]));
  return {
    ...{ document, content, options },
    view: reportView(report, {
      ...options,
      ...{ client, preparedBy: preparedBy ?? undefined, generatedOn: issue.on },
      hash: assessmentHash ?? undefined,
    }),
    roadmap:
      plan === null
        ? null
        : roadmapView({
            ...{ roadmap: plan.roadmap, content, plan: plan.name, date: issue.on, paper: options.paper },
            ...{ organisation: client, subject: report.subject },
          }),
    format: formatFor(options.locale),
    to: (anchor) => (anchor !== null && printed.has(anchor) ? { anchor } : null),
    title: (capability) => titles.get(capability) ?? capability,
  };
}

/** The same name as in the PDF. */
export const anchorOf = (capability: string): string => `capability-${capability}`;

/** The language of the texts, which are English; the locale may be another. */
export const languageOf = ({ locale }: DocumentOptions): string =>
  /^en-[A-Z]{2}$/.test(locale) ? locale : 'en-GB';

/** `Final 1.0`, `Draft 0.2`. */
export const issueText = ({ issue }: ReportDocument): string =>
  `${issue.status === 'final' ? 'Final' : 'Draft'} ${issue.number}`;

export const isDraft = ({ issue }: ReportDocument): boolean => issue.status === 'draft';

/** A level by the ids of the history: `◆ AWS`. */
export const vendorText = (model: keyof typeof VENDORS): string =>
  `${VENDORS[model].mark} ${VENDORS[model].name}`;
