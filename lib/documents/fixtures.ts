import { HARBOUR_BRAND, NORTHGATE_BRAND } from '../demo/brands';
import { FINDINGS } from '../demo/findings';
import { harbourBank } from '../demo/harbour-bank';
import type { Assessment } from '../domain/assessment';
import type { DocumentBrand } from '../domain/brand';
import { buildReport } from '../domain/build-report';
import { assumedInput } from '../domain/plan-input';
import type { Report } from '../domain/report';
import { EDITIONS, plainDocument, type HistoryEntry, type ReportDocument } from '../domain/report-document';
import { buildRoadmap } from '../domain/roadmap';
import type { Evidence } from '../domain/schema/answers';
import type { Content } from '../domain/schema/content';

/** Documents for the sample, the measurements and the tests: the report of Harbour Bank's Fraud scoring with everything that it can have. */

/** The brands of the demo: a firm's report for its client. */
const BRAND: DocumentBrand = {
  firm: { ...NORTHGATE_BRAND, name: 'Northgate Advisory' },
  client: { ...HARBOUR_BRAND, name: 'Harbour Bank' },
};

/** The whole report of Fraud scoring as it is handed over; `changes` replace parts of it. */
export function sampleDocument(content: Content, changes: Partial<ReportDocument> = {}): ReportDocument {
  const rounds = harbourBank(content).teams.find(({ slug }) => slug === 'fraud-scoring')?.rounds ?? [];
  const round = rounds.at(-1);
  if (round === undefined) throw new Error('Fraud scoring has no finished round');
  const { assessment, finishedOn } = round;
  const history = rounds.map((each) => historyEntry(content, each.title, each.assessment));
  return {
    ...documentOf(content, assessment, finishedOn),
    ...{ findings: FINDINGS, history, plan: planFor(content, assessment), brand: BRAND },
    distribution: ['Steering committee of Risk and fraud', 'Fraud scoring'],
    assessmentHash: '3f8a6c1e5b7d4290a1c3e5f708192a3b4c5d6e7f8091a2b3c4d5e6f708192a3b',
    ...changes,
  };
}

/** A document without plan, findings and history. */
export function documentOf(content: Content, assessment: Assessment, on: string): ReportDocument {
  const status = { finished: true, by: 'Ana Ortiz', at: on };
  const report = buildReport(content, assessment, { organisation: 'Harbour Bank', status });
  return plainDocument(
    { report, assessment },
    { preparedBy: 'Northgate Advisory', issue: { status: 'final', number: '1.0', on, changes: [] } },
  );
}

/** The plan that the product assumes from the Monday after the report on. */
export function planFor(content: Content, assessment: Assessment): NonNullable<ReportDocument['plan']> {
  const { targets, ...settings } = assumedInput(assessment.targets, assessment.date);
  return { name: 'Levels early', roadmap: buildRoadmap(content, { ...assessment, targets }, settings) };
}

function historyEntry(content: Content, title: string, assessment: Assessment): HistoryEntry {
  const report = buildReport(content, assessment, {
    organisation: null,
    status: { finished: true, by: null, at: null },
  });
  return {
    ...{ title, date: assessment.date, version: report.edition.version, breaks: false },
    models: report.models.map((model) => ({ model: model.id, level: model.level.certain, ...nextOf(model) })),
  };
}

/** What is met of the level that comes next, or of the highest where all are reached. */
function nextOf({ levels }: Report['models'][number]): { met: number; of: number } {
  const level = levels.find(({ isNext }) => isNext) ?? levels.at(-1);
  return { met: level?.met ?? 0, of: level?.of ?? 0 };
}

/** Fraud scoring with one piece that lapsed, one against, and one capability that was to be looked at again. */
export function evidenceDocument(content: Content): ReportDocument {
  const sample = sampleDocument(content);
  const assessment: Assessment = {
    ...sample.assessment,
    answers: {
      ...sample.assessment.answers,
      rollback: { rung: 3, evidence: [{ title: 'Old run', rung: 4, until: '2026-06-30' }] },
      'data-catalog': { rung: 2, evidence: [{ title: 'Incident 7', against: true, by: 'Ben Adu' }] },
      'feature-store': {
        notApplicable: true,
        ...{ reason: 'One model', approvedBy: 'Ben Adu', reviewOn: '2026-09-30' },
      },
    },
  };
  return documentOf(content, assessment, sample.issue.on);
}

export const LONG_NAME = `Fraud scoring ${'of every payment in every channel, '.repeat(6)}`.slice(0, 200);

export const HOSTILE_TEXTS = [
  '=HYPERLINK("http://evil.example","Click")',
  '+1+1',
  '-2+3',
  '@SUM(A1)',
  '<script>alert(1)</script><w:p/> &amp; ]]> -->',
  '\u202eevil\u202c \u200fعربي\u200f 銀行の評価 👩‍🔬',
  'مراجعة النماذج قبل الإطلاق',
  'x'.repeat(200),
  'bell \u0007 escape \u001b half \ud83d',
  '[a](javascript:alert(1)) ![i](http://evil.example/p.png) `code` | *b* _i_ # h',
  '<http://evil.example> &copy; \\ $x$ ~~s~~ @everyone',
];

/** The sample in which every word of a person is hostile, with one finding of 5,000 words. */
export function hostileDocument(content: Content): ReportDocument {
  const sample = sampleDocument(content);
  const text = (index: number) => HOSTILE_TEXTS[index % HOSTILE_TEXTS.length] ?? '';
  const bare = { title: text(0), url: 'javascript:alert(1)', note: text(4) };
  const evidence: Evidence[] = [{ ...bare, against: true, until: sample.assessment.date, by: text(5) }];
  const assessment: Assessment = {
    ...sample.assessment,
    subject: LONG_NAME,
    scope: { note: text(4) },
    answers: Object.fromEntries(
      Object.entries(sample.assessment.answers).map(([id, answer], index) => [
        id,
        index % 9 === 0
          ? {
              notApplicable: true as const,
              reason: text(index),
              approvedBy: text(5),
              note: text(index + 1),
              evidence,
            }
          : { ...answer, note: `${text(index)}\n\n${text(index + 1)}`, evidence },
      ]),
    ),
  };
  const base = documentOf(content, assessment, sample.issue.on);
  return {
    ...base,
    ...{ title: text(4), client: text(5), preparedBy: text(7), distribution: HOSTILE_TEXTS },
    summary: { text: HOSTILE_TEXTS.join('\n\n'), by: text(6) },
    findings: [
      ...HOSTILE_TEXTS.map((headline, index) => ({
        ...{ headline, text: text(index + 1), recommendation: text(index + 2), evidence },
        capabilities: ['rollback', 'no-such-capability'],
      })),
      {
        headline: LONG_NAME,
        text: 'word '.repeat(5_000).trim(),
        recommendation: `${'long '.repeat(999)}end`,
        ...{ capabilities: [], evidence: [] },
      },
    ],
    plan: { ...planFor(content, assessment), name: text(0) },
    history: sample.history.map((entry, index) => ({ ...entry, title: text(index) })),
    issue: { ...base.issue, changes: HOSTILE_TEXTS },
    earlier: [{ status: 'final', number: '0.9', on: '2026-10-01', changes: [text(3)] }],
  };
}

/** Nothing answered, nothing planned. */
export function emptyDocument(content: Content): ReportDocument {
  const { assessment, issue } = sampleDocument(content);
  return documentOf(content, { ...assessment, answers: {}, statements: {} }, issue.on);
}

/** What a committee reads of the sample. */
export const shortDocument = (content: Content): ReportDocument =>
  sampleDocument(content, { edition: 'short', sections: [...EDITIONS.short] });

/** A report on one vendor alone, with its plan. */
export function oneVendorDocument(content: Content): ReportDocument {
  const { assessment, issue } = sampleDocument(content);
  const google: Assessment = { ...assessment, questionnaires: ['google'], targets: { google: '1' } };
  return { ...documentOf(content, google, issue.on), plan: planFor(content, google) };
}
