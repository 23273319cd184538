import * as fc from 'fast-check';
import type { Standing } from './answers';
import { buildReport } from './build-report';
import type { Rung } from './schema/content';
import { answersTo, realContent, statementsTo } from './testing';
import { MODEL_IDS, RUNGS } from './vocabulary';
import { nextTry, whatIf, type Trial } from './what-if';
import { whatIfBasis } from './what-if-basis';

const content = realContent();

const questionnaires = fc.subarray([...MODEL_IDS], { minLength: 1 });
const rungs: fc.Arbitrary<Rung> = fc.constantFrom(...RUNGS);

test('trying rungs shows the levels, counts and sentences that a report on those answers would show', () => {
  const trials = fc.dictionary(fc.constantFrom(...content.capabilities.map(({ id }) => id)), rungs);
  fc.assert(
    fc.property(
      fc.record({ answers: answersTo(content), statements: statementsTo(content), questionnaires }),
      trials,
      (given, trial: Trial) => {
        const inScope = new Set(whatIfBasis(content, given).ladders.map(({ id }) => id));
        const tried = Object.fromEntries(Object.entries(trial).filter(([id]) => inScope.has(id)));
        const answers = {
          ...given.answers,
          ...Object.fromEntries(Object.entries(tried).map(([id, rung]) => [id, { rung }])),
        };
        const report = buildReport(
          content,
          { ...given, answers, subject: 'Fraud scoring', date: '2026-10-01', scope: {}, targets: {} },
          { organisation: null, status: { finished: false, by: null, at: null } },
        );
        const shown = whatIf(whatIfBasis(content, given), tried);
        expect(shown.summary).toEqual(report.summary);
        expect(shown.models.map(({ levels }) => levels)).toEqual(
          report.models.map(({ levels }) => levels.map(({ label: _, meaning: __, ...level }) => level)),
        );
        expect(shown.models.map(({ level, best }) => ({ level, best }))).toEqual(
          report.models.map(({ level }) => ({ level: level.certain, best: level.best })),
        );
        expect(shown.models.map(({ next }) => next?.missing.length)).toEqual(
          report.models.map(({ next }) => next?.missing.length),
        );
      },
    ),
    { numRuns: 40 },
  );
});

test('every ladder in scope can be tried, and stands on the page once', () => {
  for (const chosen of [[...MODEL_IDS], ...MODEL_IDS.map((id) => [id])]) {
    const { groups, ladders } = whatIfBasis(content, { answers: {}, statements: {}, questionnaires: chosen });
    const shown = groups.flatMap(({ capabilities }) => capabilities);
    expect(shown.toSorted()).toEqual(ladders.map(({ id }) => id).toSorted());
  }
});

test('notes, evidence and reasons of statements stay on the server', () => {
  const sent = whatIfBasis(content, {
    answers: { rollback: { rung: 2, note: 'secret', evidence: [{ title: 'secret' }] } },
    statements: { 'A2-ENV3': { holds: false, note: 'secret' } },
    questionnaires: ['aws'],
  });
  expect(JSON.stringify(sent)).not.toContain('secret');
  expect(sent.answers).toEqual({ rollback: { rung: 2 } });
});

test('what is sent for one questionnaire names no other vendor', () => {
  const sent = whatIfBasis(content, {
    answers: {},
    statements: { 'MS2-TE4': { holds: true } },
    questionnaires: ['aws'],
  });
  expect(JSON.stringify(sent)).not.toMatch(/microsoft|azure|google|vertex|MS2/i);
});

test.each<[Standing, (Rung | undefined)[]]>([
  [2, [3, 4, 0, 1, undefined]],
  [0, [1, 2, 3, 4, undefined]],
  [4, [0, 1, 2, 3, undefined]],
  ['unknown', [0, 1, 2, 3, 4, undefined]],
  ['not-applicable', [0, 1, 2, 3, 4, undefined]],
])('pressing again and again from %s tries every other rung and ends at the answer', (given, expected) => {
  const tried: (Rung | undefined)[] = [];
  let now: Rung | undefined;
  do {
    now = nextTry(given, now);
    tried.push(now);
  } while (now !== undefined && tried.length < 9);
  expect(tried).toEqual(expected);
});
