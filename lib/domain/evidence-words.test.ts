import { buildReport } from './build-report';
import {
  backedLevels,
  besideBacked,
  pieceWords,
  reasonWords,
  reviewsDue,
  withAndWithout,
} from './evidence-words';
import type { Answer, Answers, Evidence } from './schema/answers';
import { trustLines } from './result-view';
import { A_DAY, realContent } from './testing';
import { differencesOf } from './verify-report';
import { MODEL_IDS } from './vocabulary';

const content = realContent();
const SHOWN = [{ title: 'A page', until: A_DAY }];

const all = (answer: Answer): Answers =>
  Object.fromEntries(content.capabilities.map(({ id }) => [id, answer]));

function report(answers: Answers, date = A_DAY) {
  const said = { subject: 'Fraud', scope: {}, questionnaires: [...MODEL_IDS], targets: {}, statements: {} };
  const assessment = { ...said, date, answers };
  const status = { finished: true, by: 'Ada', at: '2026-10-02' };
  const built = buildReport(content, assessment, { organisation: 'Harbour', status });
  return { report: built, assessment };
}

test.each<[Partial<Evidence>, string[]]>([
  [{}, []],
  [{ rung: 3 }, ['for rung 3']],
  [{ against: true }, ['speaks against the answer']],
  [{ against: true, rung: 2 }, ['speaks against rung 2']],
  [{ until: A_DAY }, ['current until 1 Oct 2026']],
  [{ until: '2026-09-30' }, ['lapsed since 1 Oct 2026']],
  [{ by: 'Ada', on: A_DAY }, ['added by Ada on 1 Oct 2026']],
  [{ on: A_DAY }, ['added on 1 Oct 2026']],
])('a piece with %j says %j', (more, words) => {
  expect(pieceWords({ title: 'A page', ...more }, A_DAY)).toEqual(words);
});

test('claimed and backed are said in one sentence, lapsed and against beside the count', () => {
  const shown = { rung: 4 as const, evidence: SHOWN };
  const current = report(all(shown)).report;
  expect(backedLevels(current)).toMatch(/^Claimed, and backed by current evidence alone: AWS \w+, Micro/);
  expect(trustLines(current)[1]).toBe('evidence on 43 of 43 answers that claim rung 1 or higher');
  const after = report(all(shown), '2026-10-02').report;
  expect(backedLevels(after)).toMatch(
    /^Claimed: AWS \w+, Microsoft L4 and Google L2\. Backed by current evidence alone: below AWS Initial, Microsoft L0 and Google L0\.$/,
  );
  expect(trustLines(after)[1]).toContain('evidence on 0 of 43 answers');
  expect(trustLines(after)[1]).toMatch(/\(lapsed for 43 more\)$/);
  expect(besideBacked({ lapsed: 2, against: 1 })).toBe(
    ' (lapsed for 2 more; current evidence speaks against 1)',
  );
});

test('the levels are said with and without what does not apply, and what is to be looked at again', () => {
  const answers = all({ rung: 4 });
  expect(withAndWithout(report(answers).report)).toBeNull();
  const excluded = {
    notApplicable: true as const,
    ...{ reason: 'One model.', approvedBy: 'Ada', reviewOn: '2026-09-30' },
  };
  const left = report({ ...answers, 'feature-store': excluded });
  expect(withAndWithout(left.report)).toBe(
    'Without what does not apply (1 capability): AWS Scalable, Microsoft L4 and Google L2. With it counted as rung 0: AWS Scalable, Microsoft L1 and Google L1.',
  );
  expect(reviewsDue(left.report)).toMatch(/looked at again: Feature store \(30 Sep 2026\)\.$/);
  expect(reviewsDue(report({ ...answers, 'feature-store': excluded }, '2026-09-30').report)).toBeNull();
  const own = left.report.capabilities.find(({ id }) => id === 'feature-store');
  expect(own && reasonWords(own, A_DAY)).toBe(
    'One model. (approved by Ada, was to be looked at again on 30 Sep 2026)',
  );
});

test('a report from before evidence could lapse is read and checked by what it says', () => {
  const { report: now, assessment } = report(all({ rung: 4, evidence: [{ title: 'A page' }] }));
  const { backed, of, byModel } = now.trust.evidence;
  const models = MODEL_IDS.map((id) => [id, { backed: byModel[id]?.backed ?? 0, of: byModel[id]?.of ?? 0 }]);
  const evidence = { backed, of, byModel: Object.fromEntries(models) as typeof byModel };
  const old = { ...now, trust: { ...now.trust, evidence } };
  expect(backedLevels(old)).toBeNull();
  expect(trustLines(old)[1]).toBe('evidence on 43 of 43 answers that claim rung 1 or higher');
  const differences = (said: typeof now) =>
    differencesOf(content, { document: { report: said, assessment } } as Parameters<typeof differencesOf>[1]);
  expect([differences(now), differences(old)]).toEqual([[], []]);
  const wrong = { ...old, trust: { ...old.trust, evidence: { ...evidence, backed: 42 } } };
  expect(differences(wrong)).toHaveLength(1);
});
