import { contentOf } from '@/lib/content/testing';
import { criteriaTiedTo, readCriteria, type Holds } from './criteria';
import { readerOf } from './readings';
import type { Answers, Statements } from './schema/answers';

const part = (capability: string, rung: number) => ({ capability, rung });
const { aws } = contentOf(
  [
    { id: 'a', mayBeExcluded: true },
    { id: 'b', mayBeExcluded: true },
  ],
  {
    aws: {
      criteria: [
        { id: 'A-1', level: '1', met: part('a', 2) },
        { id: 'A-2', level: '1', met: { allOf: [part('a', 1), part('b', 3)] } },
        { id: 'A-3', level: '2', met: { anyOf: [part('a', 3), part('b', 3)] } },
        { id: 'A-4', level: '2', met: part('a', 2), gate: false, repeats: 'A-1' },
        { id: 'A-5', level: '2', ask: true },
      ],
    },
  },
).models;

const NONE = { notApplicable: true, reason: 'None.' } as const;

function read(answers: Answers, statements: Statements = {}): Holds[] {
  return readCriteria(aws, readerOf(answers), statements).map(({ holds }) => holds);
}

test.each<{ says: string; answers: Answers; statements?: Statements; expected: Holds[] }>([
  {
    says: 'unanswered, nothing is known; what nobody is asked is not asked',
    answers: {},
    expected: ['not-known', 'not-known', 'not-known', 'not-known', 'not-known', 'not-asked'],
  },
  {
    says: 'rungs decide: all of allOf, any of anyOf',
    answers: { a: { rung: 3 }, b: { rung: 2 } },
    expected: ['holds', 'not-yet', 'holds', 'holds', 'not-known', 'not-asked'],
  },
  {
    says: 'one part that fails decides allOf, whatever the other may be',
    answers: { a: { rung: 0 } },
    expected: ['not-yet', 'not-yet', 'not-known', 'not-yet', 'not-known', 'not-asked'],
  },
  {
    says: 'parts that do not apply are dropped; with none left the criterion does not apply',
    answers: { a: NONE, b: { rung: 3 } },
    expected: ['not-applicable', 'holds', 'holds', 'not-applicable', 'not-known', 'not-asked'],
  },
  {
    says: 'a person’s statement decides, and counts for what repeats it',
    answers: { a: { rung: 4 }, b: { rung: 4 } },
    statements: { 'A-1': { holds: false }, 'A-3': { unknown: true }, 'A-5': { holds: true } },
    expected: ['not-yet', 'holds', 'not-known', 'not-yet', 'holds', 'not-asked'],
  },
  {
    says: 'a repetition’s own statement goes before that of what it repeats',
    answers: { a: { rung: 4 }, b: { rung: 4 } },
    statements: { 'A-1': { holds: false }, 'A-4': { holds: true } },
    expected: ['not-yet', 'holds', 'holds', 'holds', 'not-known', 'not-asked'],
  },
])('$says', ({ answers, statements, expected }) => {
  expect(read(answers, statements)).toEqual(expected);
});

test('a reading says which rungs decide it, where they stand, and what was stated', () => {
  const [, second] = readCriteria(aws, readerOf({ a: { rung: 1 } }), { 'A-2': { holds: true } });
  expect(second).toMatchObject({
    holds: 'holds',
    statement: { holds: true },
    decidedBy: [
      { capability: 'a', rung: 1, standing: 1 },
      { capability: 'b', rung: 3, standing: 'unanswered' },
    ],
  });
});

test('criteria are found by the capability, and by the rung, that they are tied to', () => {
  const ids = (...tie: [string, number?]) => criteriaTiedTo(aws, ...tie).map(({ id }) => id);
  expect(ids('a')).toEqual(['A-1', 'A-2', 'A-3', 'A-4']);
  expect(ids('b', 3)).toEqual(['A-2', 'A-3']);
  expect(ids('a', 4)).toEqual([]);
});
