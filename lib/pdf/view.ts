import { capitalised, list, plural } from '@/lib/domain/labels';
import type { Report } from '@/lib/domain/report';
import type { ReportDocument, SectionId } from '@/lib/domain/report-document';
import { issueText } from '@/lib/domain/report-issue';
import { titlesOf } from '@/lib/domain/roadmap-words';
import { formatFor, type Format } from './format';
import { breakable, cut } from './glyphs';
import { answersView, type AnswersView } from './view-answers';
import { accentOf, footLineOf, mastheadView, type MastheadView } from './view-brand';
import { checkView, type CheckView } from './view-check';
import { evidenceView, type EvidenceView } from './view-evidence';
import { findingsView, type FindingView } from './view-findings';
import { historyView, type HistoryView } from './view-history';
import { issueView, type IssueView } from './view-issue';
import { methodView, type MethodView } from './view-method';
import { nextLevelsView, type NextLevelView } from './view-next-levels';
import { planView, type PlanView } from './view-plan';
import { roadmapView, type PrintedContent } from './view-roadmap';
import { statementsView, type StatementsView } from './view-statements';
import { summaryView, type SummaryView } from './view-summary';
import { weakView, type WeakView } from './view-weak';
import type { Paper } from '@/lib/domain/vocabulary';

/** How a document is printed; what it says is in the document. */
export type Look = {
  paper: Paper;
  /** BCP 47; decides how dates and decimals are written. */
  locale: string;
  /** The day, `2026-11-14`: given and not taken from a clock, so that the same report gives the same bytes. */
  generatedOn: string;
};

/** What the templates print: strings, and shares for the length of bars. Fields named `href` are addresses, `svg` is a picture. */
export type View = {
  paper: Look['paper'];
  /** The parts that it has, in order. */
  sections: SectionId[];
  title: string;
  author: string;
  draft: boolean;
  /** Chapters follow on, without pages of their own. */
  compact: boolean;
  brand: MastheadView;
  /** What links and headings are set in. */
  accent: string | null;
  running: { left: string; right: string; footLeft: string; footRight: string; edition: string };
  cover: {
    client: string;
    title: string;
    subject: string;
    status: string;
    facts: { name: string; lines: string[] }[];
  };
  summary: SummaryView;
  method: MethodView;
  /** What stands beside the contents, and after which part both do. */
  front: IssueView & { after: SectionId | null };
  standing: WeakView | null;
  holds: NextLevelView[];
  gaps: PlanView;
  roadmap: (ReturnType<typeof roadmapView> & { short: boolean }) | null;
  findings: FindingView[];
  evidence: EvidenceView;
  history: HistoryView | null;
  statements: StatementsView[];
  answers: AnswersView;
  check: CheckView;
};

/** Everything that the builders of the parts share. */
export type Writing = {
  format: Format;
  /** The place of a capability's answer in the appendix, `null` for one that is not in this report. */
  anchor: (capability: string) => string | null;
};

/** The texts of a report in the order and shape in which every medium sets them; `content` is the one by which it was made. */
export function documentView(document: ReportDocument, content: PrintedContent, look: Look): View {
  const { report, issue, brand } = document;
  const format = formatFor(look.locale);
  const sections = sectionsOf(document);
  const known = new Set(sections.includes('answers') ? report.capabilities.map(({ id }) => id) : []);
  const writing: Writing = {
    format,
    anchor: (capability) => (known.has(capability) ? `capability-${capability}` : null),
  };
  const { client, preparedBy } = namesOf(document);
  const { subject } = report;
  const parties = preparedBy === null || preparedBy === client ? [client] : [client, preparedBy];
  const planned = sections.includes('roadmap') && document.edition === 'full';
  return {
    paper: look.paper,
    sections,
    title: `${document.title}: ${subject}`,
    author: preparedBy ?? client,
    draft: issue.status === 'draft',
    compact: document.edition === 'short',
    brand: mastheadView(brand),
    accent: accentOf(brand),
    running: {
      left: breakable(`${cut(client, 28)} · ${cut(subject, 44)}`),
      right: breakable(`${cut(document.title, 40)} · ${issueText(issue)}`),
      footLeft: footLineOf(brand, list(parties.map((party) => cut(party, 36)))),
      footRight: format.date(look.generatedOn),
      edition: report.edition.version,
    },
    cover: {
      client: breakable(client),
      title: breakable(document.title),
      subject: breakable(subject),
      status: issue.status === 'draft' ? draftText(document) : '',
      facts: coverFacts(document, { client, preparedBy }, look),
    },
    summary: summaryView(document, content, sections, writing),
    method: methodView(report, writing),
    front: { ...issueView(document, writing), after: frontAfter(sections) },
    standing: weakView(report),
    holds: nextLevelsView(report, writing, document.edition),
    gaps: planView(planned ? { ...report, steps: [] } : report, writing),
    roadmap: sections.includes('roadmap') ? roadmapOf(document, content, look) : null,
    findings: findingsView(document.findings, titlesOf(content).title, writing),
    evidence: evidenceView(report, writing),
    history: historyView(document, writing),
    statements: statementsView(report),
    answers: answersView(report, writing),
    check: checkView(document, format),
  };
}

/** What a draft says of itself on its cover. */
const draftText = ({ issue, report }: ReportDocument): string =>
  `${capitalised(issueText(issue))}. ${report.status.finished ? 'Words and figures can still change.' : 'The answers are not finished; figures in this report can still move.'}`;

/** Those that were chosen and have something to say. */
function sectionsOf({ sections, report, plan, findings, history }: ReportDocument): SectionId[] {
  const empty: Partial<Record<SectionId, boolean>> = {
    standing: report.tooLittleKnown,
    roadmap: plan === null,
    findings: findings.length === 0,
    history: history.length === 0,
  };
  return sections.filter((section) => empty[section] !== true);
}

/** A brand says how its organisation is called on documents. */
const namesOf = ({ client, preparedBy, brand }: ReportDocument) => ({
  client: brand.client?.name ?? client,
  preparedBy: preparedBy ?? brand.firm?.name ?? null,
});

const frontAfter = (sections: readonly SectionId[]): SectionId | null =>
  (['method', 'summary'] as const).find((section) => sections.includes(section)) ?? sections[0] ?? null;

function roadmapOf(
  { plan, report, client, edition }: ReportDocument,
  content: PrintedContent,
  { paper, generatedOn }: Look,
): View['roadmap'] {
  if (plan === null) return null;
  const { name, roadmap } = plan;
  const facts = { roadmap, content, organisation: client, subject: report.subject, plan: name, paper };
  return {
    ...roadmapView({
      ...{ ...facts, date: generatedOn, questionnaires: report.questionnaires },
      upright: edition === 'short',
    }),
    short: edition === 'short',
  };
}

function coverFacts(
  { report, distribution }: ReportDocument,
  { client, preparedBy }: { client: string; preparedBy: string | null },
  { locale, generatedOn }: Look,
): View['cover']['facts'] {
  const format = formatFor(locale);
  const { organisation, status, models, trust } = report;
  const facts: [string, string[]][] = [
    ['Organisation', organisation === null || organisation === client ? [] : [breakable(organisation)]],
    ['Prepared by', preparedBy === null ? [] : [breakable(preparedBy)]],
    ['Date of the answers', [format.date(report.date)]],
    ['Assessment', [statusText(status, trust.counts, format)]],
    [
      models.length === 1 ? 'Questionnaire' : 'Questionnaires',
      models.map(
        ({ mark, name, title, edition }) => `${mark} ${name}, ${title}, text of ${format.date(edition)}`,
      ),
    ],
    ['Distribution', distribution.length === 0 ? [] : [breakable(cut(distribution.join(', '), 160))]],
    ['Report made on', [format.date(generatedOn)]],
  ];
  return facts.flatMap(([name, lines]) => (lines.length === 0 ? [] : [{ name, lines }]));
}

function statusText(
  { finished, by, at }: Report['status'],
  { answered, applicable }: Report['trust']['counts'],
  format: Format,
): string {
  if (!finished) {
    return `Draft, not finished: ${answered} of ${plural(applicable, 'question')} that apply answered`;
  }
  const on = at === null ? '' : ` on ${format.date(at)}`;
  return `Finished${on}${by === null ? '' : ` by ${breakable(by)}`}`;
}
