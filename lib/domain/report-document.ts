import type { Assessment } from './assessment';
import { UNBRANDED, type DocumentBrand } from './brand';
import type { Report } from './report';
import type { Roadmap } from './roadmap';
import type { Evidence } from './schema/answers';
import type { ModelId } from './vocabulary';

/** The parts of a report in the order in which a full one has them; a person chooses and orders them. */
export const SECTIONS = {
  summary: 'Summary',
  method: 'Method',
  standing: 'Where it stands',
  holds: 'What holds it back',
  gaps: 'Gaps by priority',
  roadmap: 'Roadmap',
  findings: 'Findings',
  trust: 'Evidence',
  history: 'History',
  statements: 'Statements',
  answers: 'Answers',
  sources: 'Sources',
  check: 'How to check this report',
} as const;

export type SectionId = keyof typeof SECTIONS;

/** `short` is what a committee reads in four to six pages. */
export const EDITIONS = {
  full: Object.keys(SECTIONS) as SectionId[],
  short: ['summary', 'method', 'holds', 'roadmap', 'findings', 'check'],
} as const satisfies Record<string, readonly SectionId[]>;

export type ReportEdition = keyof typeof EDITIONS;

/** What a form sends to keep a firm that somebody else chose. */
export const KEPT_FIRM = '(kept)';

/** What somebody found beside the answers; texts are in the Markdown subset of `rich-text.ts`. */
export type Finding = {
  headline: string;
  text: string;
  recommendation: string;
  /** By id. */
  capabilities: string[];
  evidence: Evidence[];
};

/** A finished assessment of the same team, as the history tells of it. */
export type HistoryEntry = {
  title: string;
  /** ISO day. */
  date: string;
  /** Version of the content that it was read by. */
  version: string;
  /** Read by another measure than the one before, and so not on one scale with it. */
  breaks: boolean;
  models: { model: ModelId; level: string; met: number; of: number }[];
};

export const ISSUE_STATUSES = ['draft', 'final'] as const;

/** One issue of a report: `draft 0.2`, `final 1.0`. `changes` says what is different from the final before. */
export type Issue = {
  status: (typeof ISSUE_STATUSES)[number];
  number: string;
  on: string;
  changes: string[];
};

/**
 * A report as it is handed over: what was computed, the plan, and what people added. Page, PDF, Word, slides, spreadsheet, Markdown and
 * JSON render this one value, and a final one is frozen with it.
 */
export type ReportDocument = {
  title: string;
  client: string;
  preparedBy: string | null;
  brand: DocumentBrand;
  issue: Issue;
  /** Finals before this one, newest first. */
  earlier: Issue[];
  /** Who gets it. */
  distribution: string[];
  sections: SectionId[];
  edition: ReportEdition;
  /** Own words in place of the computed summary, and whose they are. */
  summary: { text: string; by: string } | null;
  findings: Finding[];
  /** What was answered: whoever has the value can compute the scores again. */
  assessment: Assessment;
  report: Report;
  plan: { name: string; roadmap: Roadmap } | null;
  history: HistoryEntry[];
  /** Of the finished assessment; `null` for a draft. */
  assessmentHash: string | null;
  /** The address at which it can be checked; `null` where no installation wrote it. */
  checkAt: string | null;
};

/** A report that nobody set up: every part, without findings, plan and brand unless they are given. */
export function plainDocument(
  { report, assessment }: Pick<ReportDocument, 'report' | 'assessment'>,
  given: Partial<ReportDocument> = {},
): ReportDocument {
  return {
    title: 'MLOps maturity report',
    client: report.organisation ?? report.subject,
    preparedBy: null,
    brand: UNBRANDED,
    issue: { status: report.status.finished ? 'final' : 'draft', number: '', on: report.date, changes: [] },
    ...{ earlier: [], distribution: [], findings: [], history: [] },
    ...{ sections: EDITIONS.full, edition: 'full', summary: null, plan: null, assessmentHash: null },
    checkAt: null,
    ...{ report, assessment },
    ...given,
  };
}
