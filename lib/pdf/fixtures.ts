import { loadContent } from '@/lib/content/load';
import type { Assessment } from '@/lib/domain/assessment';
import { buildReport, type ReportFacts } from '@/lib/domain/build-report';
import type { Report } from '@/lib/domain/report';
import type { Answers } from '@/lib/domain/schema/answers';
import type { Content } from '@/lib/domain/schema/content';
import { RUNGS, type ModelId } from '@/lib/domain/vocabulary';
import type { PdfOptions } from './view';

/** Reports for the tests of this folder, built from the real content. */

const loaded = loadContent('content');
if (!loaded.ok) throw new Error('the content is broken');
const content: Content = loaded.content;

export const options: PdfOptions = {
  paper: 'a4',
  locale: 'en-GB',
  client: 'Harbour Bank',
  preparedBy: 'Northgate Advisory',
  generatedOn: '2026-11-14',
};

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

export function reportOf(change: Partial<Assessment> = {}, facts: Partial<ReportFacts> = {}): Report {
  const assessment: Assessment = {
    subject: 'Fraud scoring',
    date: '2026-11-14',
    scope: { useCases: 6, inProduction: 4, note: 'every model in production' },
    questionnaires: ['aws', 'microsoft', 'google'],
    targets: {},
    answers: plausibleAnswers(),
    statements: {},
    ...change,
  };
  return buildReport(content, assessment, {
    organisation: 'Harbour Bank',
    status: { finished: true, by: 'Ana Ortiz', at: '2026-11-14' },
    ...facts,
  });
}

export const onlyVendor = (id: ModelId): Report => reportOf({ questionnaires: [id] });

export const draftFacts: Partial<ReportFacts> = { status: { finished: false, by: null, at: null } };
