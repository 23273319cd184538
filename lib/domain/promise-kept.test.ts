import type { Answers } from './schema/answers';
import { buildReport } from './build-report';
import { promiseOf } from './plan-promise';
import { promiseKept } from './promise-kept';
import { roadmapOf, THREE_STEPS } from './roadmap-testing';
import { realContent } from './testing';

const content = realContent();
const promise = promiseOf(roadmapOf(THREE_STEPS));

const keptOn = (date: string, answers: Answers) =>
  promiseKept(
    promise,
    buildReport(
      content,
      {
        ...{ subject: 'Fraud scoring', date, scope: {}, targets: {}, statements: {} },
        questionnaires: ['aws', 'microsoft', 'google'],
        answers: { ...THREE_STEPS.answers, ...answers },
      },
      { organisation: null, status: { finished: true, by: null, at: date } },
    ),
  );

test('on a day after all of it, every step is due, and each is there as the answers say', () => {
  const { due, early } = keptOn('2030-01-01', { 'data-validation': { rung: 3 }, rollback: { rung: 4 } });
  expect(new Map(due.map(({ id, there }) => [id, there]))).toEqual(
    new Map([
      ['data-validation:3', true],
      ['data-validation:4', false],
      ['rollback:4', true],
    ]),
  );
  expect(early).toEqual([]);
});

test('before the first step is due, what is there came early', () => {
  const { due, early } = keptOn('2026-12-01', { rollback: { rung: 4 } });
  expect(due).toEqual([]);
  expect(early.map(({ id }) => id)).toEqual(['rollback:4']);
});

test('what nobody knows any more is not there', () => {
  const { due } = keptOn('2030-01-01', { rollback: { unknown: true } });
  expect(due.find(({ id }) => id === 'rollback:4')).toMatchObject({ there: false, standing: 'unknown' });
});

test('a promised level is due from its day on, and reached as the report says', () => {
  const [level] = roadmapOf().levels;
  if (level === undefined || level.when === null) throw new Error('no level is promised');
  const promised = { steps: [], levels: [{ model: level.model, level: level.level, when: level.when }] };
  const nothing = buildReport(
    content,
    {
      ...{
        subject: 'Fraud scoring',
        date: level.when.day,
        scope: {},
        targets: {},
        statements: {},
        answers: {},
      },
      questionnaires: ['aws', 'microsoft', 'google'],
    },
    { organisation: null, status: { finished: true, by: null, at: null } },
  );
  expect(promiseKept(promised, nothing).levels).toMatchObject([{ due: true, reached: false }]);
  expect(promiseKept(promised, { ...nothing, date: '2026-01-01' }).levels).toMatchObject([{ due: false }]);
});
