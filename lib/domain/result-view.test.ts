import * as fc from 'fast-check';
import type { Assessment } from './assessment';
import { buildReport } from './build-report';
import type { Report } from './report';
import {
  answered,
  floorText,
  isStatedAgainst,
  notKnown,
  plainSummary,
  planTotals,
  requirementsOf,
  scopeText,
  standsText,
  statusText,
  vendorAreas,
  wayText,
  weakestFirst,
} from './result-view';
import type { Answers } from './schema/answers';
import { answersTo, realContent } from './testing';
import { MODEL_IDS } from './vocabulary';

const content = realContent();

const all = (rung: 0 | 1 | 2 | 3 | 4): Answers =>
  Object.fromEntries(content.capabilities.map(({ id }) => [id, { rung }]));

const without = (answers: Answers, ...ids: string[]): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([id]) => !ids.includes(id)));

function report(answers: Answers, more: Partial<Assessment> = {}, finished = true): Report {
  const assessment = {
    subject: 'Fraud scoring',
    date: '2026-10-01',
    scope: {},
    questionnaires: [...MODEL_IDS],
    targets: {},
    statements: {},
    ...more,
    answers,
  };
  const status = finished ? { finished, by: 'Ada', at: '2026-10-02' } : { finished, by: null, at: null };
  return buildReport(content, assessment, { organisation: 'Harbour', status });
}

const model = (value: Report, id: string) => {
  const found = value.models.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
};

test('a draft says how many of its questions have any answer, don’t know and not applicable included', () => {
  const answers: Answers = {
    rollback: { unknown: true },
    'feature-store': { notApplicable: true, reason: 'one model' },
    'data-catalog': { rung: 1 },
  };
  expect(answered(report(answers))).toEqual({ count: 3, of: 43 });
  expect(statusText(report(answers, {}, false))).toBe('Draft: 3 of 43 answered');
  expect(statusText(report(answers))).toBe('Finished 2 Oct 2026 by Ada');
});

test('a level reached only without what does not apply says which exclusion it rests on', () => {
  const given = { ...all(4), 'feature-store': { notApplicable: true as const, reason: 'one model' } };
  const microsoft = model(report(given), 'microsoft');
  expect(microsoft.level.certain).toBe('L4');
  expect(floorText(microsoft)).toBe('L1 without one exclusion: Feature store');
  expect(floorText(model(report(all(4)), 'microsoft'))).toBeNull();
});

test('where a vendor’s level is open, both ends are said', () => {
  const value = report(without(all(2), 'model-deployment', 'scheduled-retraining', 'training-pipeline'));
  for (const each of value.models) {
    const text = standsText(each);
    expect(text).toContain(each.name);
    expect(text.includes('up to')).toBe(each.level.best !== each.level.certain);
  }
  expect(standsText(model(report(all(0)), 'aws'))).toBe('below AWS Initial');
});

test('what is to go is a range while answers are open, and one number when they are not', () => {
  const open = model(report(without(all(2), 'model-validation')), 'aws').next;
  const shut = model(report(all(2)), 'aws').next;
  if (open === null || shut === null) throw new Error('expected a next level');
  expect(wayText(open)).toMatch(/^\d+–\d+ requirements to go, \d+–\d+ climbs$/);
  expect(wayText(shut)).toMatch(/^\d+ requirements to go, \d+ climbs$/);
});

test('every requirement of every level stands in exactly one trace, what is missing first', () => {
  fc.assert(
    fc.property(answersTo(content), (answers) => {
      for (const each of report(answers).models) {
        const traced = each.levels.flatMap(({ id }) => requirementsOf(each, id));
        expect(traced.toSorted(byId)).toEqual(each.requirements.toSorted(byId));
        for (const { id, met, atBest, of } of each.levels) {
          const states = requirementsOf(each, id).map(({ state }) => state);
          const count = (state: string) => states.filter((value) => value === state).length;
          expect([met, atBest, of]).toEqual([
            count('met'),
            count('met') + count('open'),
            states.length - count('excluded'),
          ]);
        }
      }
    }),
    { numRuns: 20 },
  );
});

const byId = (a: { level: string; id: string }, b: { level: string; id: string }) =>
  `${a.level} ${a.id}` < `${b.level} ${b.id}` ? -1 : 1;

test('a requirement that fails by a statement alone is told apart from one that needs a climb', () => {
  const value = report(all(4), { statements: { 'A2-BLD3': { holds: false } } });
  const against = model(value, 'aws').requirements.filter(isStatedAgainst);
  expect(against.map(({ id }) => id)).toEqual(['model-validation:3']);
  expect(model(report(all(2)), 'aws').requirements.some(isStatedAgainst)).toBe(false);
});

test('the weakest area comes first, and one of which nothing is known does not pass for weak', () => {
  const security = content.capabilities.filter(({ domain }) => domain === 'security').map(({ id }) => id);
  const value = report({ ...without(all(2), ...security), 'data-catalog': { rung: 0 } });
  const order = weakestFirst(value.areas).map(({ id }) => id);
  expect(order[0]).toBe('data');
  expect(order.at(-1)).toBe('security');
});

test('a vendor’s areas count the statements that they show', () => {
  const [aws] = report(all(2), { questionnaires: ['aws'] }).models;
  if (aws === undefined) throw new Error('expected one model');
  for (const { met, of, statements } of vendorAreas(aws)) {
    expect(statements.filter(({ holds }) => holds === 'holds')).toHaveLength(met);
    expect(statements.filter(({ holds }) => holds !== 'not-applicable')).toHaveLength(of);
  }
});

test('what a next level waits for is listed before what none waits for', () => {
  const value = report(without(all(2), 'model-validation', 'cost-management'));
  expect(notKnown(value).map(({ capability, waits }) => [capability, waits.length > 0])).toEqual([
    ['model-validation', true],
    ['cost-management', false],
  ]);
});

test('a plan’s days are the sum of its steps; what may be done already counts at best as half a day', () => {
  const sure = planTotals(report(all(2)));
  expect(sure.days.fewest).toBe(sure.days.most);
  const open = planTotals(report(without(all(2), 'model-validation')));
  expect(open.climbs.most).toBeGreaterThan(open.climbs.fewest);
  expect(open.days.fewest).toBeLessThan(open.days.most);
});

test.each([
  [{}, 'What the answers speak for was not said.'],
  [{ note: 'every model in production.' }, 'The answers speak for every model in production.'],
  [{ useCases: 1, inProduction: 0 }, 'The answers speak for 1 use case, 0 in production.'],
  [{ useCases: 6, note: 'card fraud' }, 'The answers speak for 6 use cases: card fraud.'],
])('what the answers speak for is one sentence (%#)', (scope, sentence) => {
  expect(scopeText(scope)).toBe(sentence);
});

test('the summary to copy says levels, what is to go, weak spots, first steps and how sure it is', () => {
  const text = plainSummary(report({ ...all(2), rollback: { unknown: true } }));
  expect(text).toContain('Fraud scoring, Harbour: MLOps maturity, 1 Oct 2026 (Finished 2 Oct 2026 by Ada)');
  expect(text).toMatch(/^AWS Initial; to AWS Repeatable \d+(–\d+)? requirements to go/m);
  expect(text).toContain('Weakest: ');
  expect(text).toContain('What next:\n1. ');
  expect(text).toContain('don’t know 1');
});

test('the summary of one questionnaire names no other vendor', () => {
  expect(plainSummary(report(all(2), { questionnaires: ['google'] }))).not.toMatch(/AWS|Microsoft/);
});
