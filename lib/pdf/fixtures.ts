import { loadContent } from '@/lib/content/load';
import type { Assessment } from '@/lib/domain/assessment';
import { buildReport, type ReportFacts } from '@/lib/domain/build-report';
import type { Report } from '@/lib/domain/report';
import type { Answers } from '@/lib/domain/schema/answers';
import type { Content } from '@/lib/domain/schema/content';
import { RUNGS, type ModelId } from '@/lib/domain/vocabulary';
import { plainDocument, type ReportDocument } from '@/lib/domain/report-document';
import type { Look } from './view';

/** Reports for the tests of this folder, built from the real content. */

const loaded = loadContent('content');
if (!loaded.ok) throw new Error('the content is broken');
export const content: Content = loaded.content;

export const look: Look = { paper: 'a4', locale: 'en-GB', generatedOn: '2026-11-14' };

/** Mostly on rung 2, some by hand, some automatic; two unknown, one not applicable. */
export function plausibleAnswers(note = 'Runs nightly; two models still use the old job.'): Answers {
  const rungs = content.capabilities.map(({ id }, index) => {
    const rung = RUNGS[[2, 2, 3, 1, 2, 0, 2][index % 7] ?? 2] ?? 2;
    const shown =
      index % 3 === 0 ? { evidence: [{ title: 'Run log', url: 'https://git.harbour.example/runs' }] } : {};
    return [id, { rung, ...(index % 4 === 0 ? { note } : {}), ...shown }] as const;
  });
  return {
    ...Object.fromEntries(rungs),
    rollback: { unknown: true },
    'prediction-logging': { unknown: true },
    'feature-store': { notApplicable: true, reason: 'No feature is shared by two models.' },
  };
}

type Given = { change?: Partial<Assessment>; facts?: Partial<ReportFacts> } & Partial<ReportDocument>;

export function reportOf(change: Partial<Assessment> = {}, facts: Partial<ReportFacts> = {}): Report {
  return buildReport(content, assessmentOf(change), {
    organisation: 'Harbour Bank',
    status: { finished: true, by: 'Ana Ortiz', at: '2026-11-14' },
    ...facts,
  });
}

const assessmentOf = (change: Partial<Assessment>): Assessment => ({
  subject: 'Fraud scoring',
  date: '2026-11-14',
  scope: { useCases: 6, inProduction: 4, note: 'every model in production' },
  questionnaires: ['aws', 'microsoft', 'google'],
  targets: {},
  answers: plausibleAnswers(),
  statements: {},
  ...change,
});

/** The same as it is handed over, for Harbour Bank by Northgate Advisory. */
export function documentOf({ change = {}, facts = {}, ...given }: Given = {}): ReportDocument {
  return plainDocument(
    { report: reportOf(change, facts), assessment: assessmentOf(change) },
    { preparedBy: 'Northgate Advisory', ...given },
  );
}

export const onlyVendor = (id: ModelId): ReportDocument => documentOf({ change: { questionnaires: [id] } });

export const draftFacts: Partial<ReportFacts> = { status: { finished: false, by: null, at: null } };
