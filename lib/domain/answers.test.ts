import { isRated, refusal, rungOf, standing, type Standing } from './answers';
import { decodeAnswers, encodeAnswers } from './check-answers';
import { readerOf } from './readings';
import type { Answer } from './schema/answers';

test.each<[string, Answer | undefined, Standing, boolean, number | undefined]>([
  ['a rung', { rung: 0 }, 0, true, 0],
  ['not applicable', { notApplicable: true, reason: 'None.' }, 'not-applicable', true, undefined],
  ['“don’t know”', { unknown: true }, 'unknown', false, undefined],
  ['no answer', undefined, 'unanswered', false, undefined],
])('%s: what it says, and whether it is rated', (_says, answer, value, rated, rung) => {
  expect(standing(answer)).toBe(value);
  expect(isRated(value)).toBe(rated);
  expect(rungOf(value)).toBe(rung);
});

test('a capability that names no fact to exclude it refuses “not applicable”, and nothing else', () => {
  const always = { title: 'Rollback' };
  const mayBeExcluded = { title: 'Feature store', notApplicable: 'No feature is shared.' };
  const none: Answer = { notApplicable: true, reason: 'None.' };
  expect(refusal(always, none)).toMatch(/^Rollback always applies/);
  expect(refusal(mayBeExcluded, none)).toBeUndefined();
  for (const answer of [{ rung: 0 }, { unknown: true }] as const)
    expect(refusal(always, answer)).toBeUndefined();
});

test('parts of objects are no answers', () => {
  expect(['constructor', 'toString', '__proto__'].map(readerOf({}))).toEqual(Array(3).fill('unanswered'));
});

describe('the address of a short check', () => {
  const content = { capabilities: [] as never[] };
  const known = { capabilities: ['rollback', 'lineage'].map((id) => ({ id })) } as unknown as typeof content;

  test('keeps every answer, in the order in which it was given', () => {
    const answers = { rollback: { rung: 3 }, lineage: { unknown: true } } as const;
    const back = decodeAnswers(known, encodeAnswers(answers));
    expect(Object.entries(back)).toEqual(Object.entries(answers));
  });

  test.each([
    '',
    '~',
    'rollback',
    'rollback.5',
    'rollback.33',
    'juggling.2',
    '__proto__.2',
    'rollback.3x',
    '.3',
    'Rollback.3',
  ])('reads nothing from %j', (text) => {
    expect(decodeAnswers(known, text)).toEqual({});
  });
});
