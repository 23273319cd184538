import { capitalised, list, plural } from '@/lib/domain/labels';
import type { Report } from '@/lib/domain/report';
import { formatFor, type Format } from './format';
import { breakable, cut } from './glyphs';
import {
  accentOf,
  confidentialityOf,
  mastheadView,
  type DocumentBrand,
  type MastheadView,
} from './view-brand';
import { answersView, type AnswersView } from './view-answers';
import { methodView, type MethodView } from './view-method';
import { nextLevelsView, type NextLevelView } from './view-next-levels';
import { planView, type PlanView } from './view-plan';
import { statementsView, type StatementsView } from './view-statements';
import { summaryView, type SummaryView } from './view-summary';
import { weakView, type WeakView } from './view-weak';

export type PdfOptions = {
  paper: 'a4' | 'us-letter';
  /** BCP 47; decides how dates and decimals are written. */
  locale: string;
  /** The name on the cover. */
  client: string;
  preparedBy?: string | undefined;
  /** Whose document it is: of a firm for its client, or of the client alone. */
  brand?: DocumentBrand | undefined;
  /** The day, `2026-11-14`: given and not taken from a clock, so that the same report gives the same bytes. */
  generatedOn: string;
  /** Of the frozen assessment, once it is finished. */
  hash?: string | undefined;
};

/** What the templates print: strings, and shares for the length of bars. Fields named `href` are addresses, `svg` is a picture. */
export type View = {
  paper: PdfOptions['paper'];
  title: string;
  author: string;
  draft: boolean;
  brand: MastheadView;
  /** What links and headings are set in. */
  accent: string | null;
  running: { left: string; right: string; footLeft: string; footRight: string; edition: string };
  cover: {
    client: string;
    subject: string;
    status: string;
    facts: { name: string; lines: string[] }[];
  };
  summary: SummaryView;
  method: MethodView;
  weak: WeakView | null;
  nextLevels: NextLevelView[];
  plan: PlanView;
  statements: StatementsView[];
  answers: AnswersView;
  check: { facts: { name: string; value: string }[] };
};

/** Everything that the builders of the parts share. */
export type Writing = {
  format: Format;
  /** The place of a capability's answer in the appendix, `null` for one that is not in this report. */
  anchor: (capability: string) => string | null;
};

export function reportView(report: Report, given: PdfOptions): View {
  const options = withNames(given);
  const format = formatFor(options.locale);
  const known = new Set(report.capabilities.map(({ id }) => id));
  const writing: Writing = {
    format,
    anchor: (capability) => (known.has(capability) ? `capability-${capability}` : null),
  };
  const { subject } = report;
  const { client, preparedBy } = options;
  const status = report.status.finished ? 'final' : 'draft';
  const parties = preparedBy === undefined || preparedBy === client ? [client] : [client, preparedBy];
  return {
    paper: options.paper,
    title: `MLOps maturity report: ${subject}`,
    author: preparedBy ?? client,
    draft: !report.status.finished,
    brand: mastheadView(options.brand),
    accent: accentOf(options.brand),
    running: {
      left: breakable(`${cut(client, 28)} · ${cut(subject, 44)}`),
      right: `MLOps maturity report · ${status}`,
      footLeft: breakable(
        confidentialityOf(options.brand) ?? `Confidential · ${list(parties.map((party) => cut(party, 36)))}`,
      ),
      footRight: format.date(options.generatedOn),
      edition: report.edition.version,
    },
    cover: {
      client: breakable(client),
      subject: breakable(subject),
      status: capitalised(status),
      facts: coverFacts(report, options, format),
    },
    summary: summaryView(report, writing),
    method: methodView(report, writing),
    weak: weakView(report),
    nextLevels: nextLevelsView(report, writing),
    plan: planView(report, writing),
    statements: statementsView(report),
    answers: answersView(report, writing),
    check: {
      facts: [
        { name: 'Assessed', value: breakable(`${subject}, ${format.date(report.date)}`) },
        { name: 'Questionnaires', value: list(report.models.map(({ name }) => name)) },
        { name: 'Content edition', value: report.edition.version },
        { name: 'Hash of the edition', value: report.edition.hash },
        { name: 'Hash of the measure', value: report.measure },
        ...(options.hash === undefined
          ? []
          : [{ name: 'Hash of the finished assessment', value: options.hash }]),
      ],
    },
  };
}

/** A brand says how its organisation is called on documents. */
const withNames = (options: PdfOptions): PdfOptions => ({
  ...options,
  client: options.brand?.client?.name ?? options.client,
  preparedBy: options.brand?.firm?.name ?? options.preparedBy,
});

function coverFacts(report: Report, options: PdfOptions, format: Format): View['cover']['facts'] {
  const { organisation, status, models, trust } = report;
  const { client, preparedBy } = options;
  const facts: [string, string[]][] = [
    ['Organisation', organisation === null || organisation === client ? [] : [breakable(organisation)]],
    ['Prepared by', preparedBy === undefined ? [] : [breakable(preparedBy)]],
    ['Date of the answers', [format.date(report.date)]],
    ['Status', [statusText(status, trust.counts, format)]],
    [
      models.length === 1 ? 'Questionnaire' : 'Questionnaires',
      models.map(
        ({ mark, name, title, edition }) => `${mark} ${name}, ${title}, text of ${format.date(edition)}`,
      ),
    ],
    ['Report made on', [format.date(options.generatedOn)]],
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
