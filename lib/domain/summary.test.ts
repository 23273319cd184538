import * as fc from 'fast-check';
import { contentOf } from '@/lib/content/testing';
import { readerOf } from './readings';
import { scoringBasis } from './requirements';
import type { Answers, Statements } from './schema/answers';
import type { Content, ModelId } from './schema/content';
import { score } from './score';
import { climbsTo, summarySentences, tooLittleKnown } from './summary';
import { CONTENTS, realContent, scenarios } from './testing';
import { MODEL_IDS, type Rung } from './vocabulary';

const real = realContent();
const on = (rung: Rung, ids = real.capabilities.map(({ id }) => id)): Answers =>
  Object.fromEntries(ids.map((id) => [id, { rung }]));

const first = (count: number) => real.capabilities.slice(0, count).map(({ id }) => id);

type Said = { answers: Answers; statements?: Statements; models?: readonly ModelId[]; content?: Content };

function sentences({ answers, statements = {}, models = MODEL_IDS, content = real }: Said): string[] {
  const scored = score(scoringBasis(content, models), answers, statements);
  const areas = content.lifecycle.domains.map(({ id, title }) => ({
    title,
    share: scored.domains[id]?.pair?.certain ?? null,
  }));
  return summarySentences(scored, areas, readerOf(answers));
}

test.each<Said & { says: string; expected: string[] }>([
  { says: 'all unanswered', answers: {}, expected: ['No answers yet.'] },
  {
    says: 'half unanswered: where it stands as far as known, and nothing of what holds it',
    answers: on(2, first(21)),
    expected: [
      'Below AWS Initial (up to Initial), at Microsoft L0 and at Google L0, as far as the answers go.',
      'Too little is known to name what holds it.',
    ],
  },
  {
    says: 'all on rung 0, below the lowest level',
    answers: on(0),
    models: ['aws'],
    expected: [
      'Below AWS Initial: most of what is asked is not done yet.',
      'Eight climbs lead to AWS Initial.',
    ],
  },
  {
    says: 'all on rung 3',
    answers: on(3),
    expected: [
      'At AWS Scalable, Microsoft L3 and Google L2: most work runs by itself.',
      'Four climbs lead to Microsoft L4.',
    ],
  },
  {
    says: 'all on the top rung',
    answers: on(4),
    expected: [
      'At AWS Scalable, Microsoft L4 and Google L2: most work is governed by rules and watched.',
      'No level of the chosen models is left to reach.',
    ],
  },
  {
    says: 'one domain behind the others, which it names',
    answers: { ...on(3), 'platform-strategy': { rung: 0 } },
    expected: [
      'At AWS Scalable, Microsoft L3 and Google L2: most work runs by itself, and platform and scale is furthest behind.',
      'Four climbs lead to Microsoft L4.',
    ],
  },
  {
    says: 'one area of one vendor behind the others, by its own name',
    answers: { ...on(3), 'progressive-delivery': { rung: 2 } },
    models: ['microsoft'],
    expected: [
      'At Microsoft L2: most work runs by itself, and the area furthest behind is Test and release.',
      'One climb leads to Microsoft L3.',
    ],
  },
  {
    says: 'one climb to one level and several to another',
    answers: { ...on(3), 'source-control': { rung: 1 }, 'data-pipelines': { rung: 2 } },
    models: ['aws', 'microsoft'],
    expected: [
      'Below AWS Initial and at Microsoft L0: most work runs by itself, and experimentation is furthest behind.',
      'One climb leads to AWS Initial and two to Microsoft L1.',
    ],
  },
])('$says', ({ expected, ...said }) => {
  expect(sentences(said)).toEqual(expected);
});

test('a level that open answers may raise is said with its range, and so are the climbs', () => {
  const [stands, ways] = sentences({
    answers: { ...on(3), 'promotion-policy': { rung: 4 }, 'source-control': { unknown: true } },
    models: ['aws'],
  });
  expect(stands).toMatch(/^Below AWS Initial \(up to Scalable\): /);
  expect(ways).toBe('0–2 climbs lead to AWS Initial.');
});

test('a level that only a statement keeps away is not called reached, nor said to need climbs', () => {
  const [stands, ways] = sentences({
    answers: on(4),
    statements: { 'A2-ENV3': { holds: false } },
    models: ['aws'],
  });
  expect(stands).toMatch(/^At AWS Initial: /);
  expect(ways).not.toMatch(/No level .* is left to reach/);
  expect(ways ?? '').not.toMatch(/climb/);
});

describe('climbs to a set of requirements', () => {
  const part = (capability: string, rung: number) => ({ capability, rung });
  const content = contentOf([{ id: 'a', mayBeExcluded: true }, { id: 'b' }, { id: 'c' }], {
    aws: {
      criteria: [
        { id: 'A-1', level: '1', met: { anyOf: [part('a', 1), part('b', 4)] } },
        { id: 'A-2', level: '1', met: part('c', 3) },
      ],
    },
  });
  test.each<{ says: string; answers: Answers; expected: [number, number] }>([
    {
      says: 'take the nearest of alternatives',
      answers: { a: { rung: 0 }, b: { rung: 1 }, c: { rung: 1 } },
      expected: [3, 3],
    },
    { says: 'are none where all is met', answers: { a: { rung: 1 }, c: { rung: 4 } }, expected: [0, 0] },
    {
      says: 'are a pair where the standing is not known',
      answers: { a: { rung: 0 }, b: { rung: 0 } },
      expected: [1, 4],
    },
    {
      says: 'do not count an alternative that does not apply',
      answers: { a: { notApplicable: true, reason: 'None.' }, b: { rung: 0 }, c: { rung: 3 } },
      expected: [4, 4],
    },
  ])('$says', ({ answers, expected }) => {
    const [aws] = score(scoringBasis(content, MODEL_IDS), answers).models;
    const { fewest, most } = climbsTo(aws?.levels[0]?.requirements ?? [], readerOf(answers));
    expect([fewest, most]).toEqual(expected);
  });
});

test('too little is known from one half unrated on; “don’t know” is unrated, not applicable is not', () => {
  const counts = { inScope: 10, applicable: 10, answered: 0, unknown: 0, notApplicable: 0 };
  expect([4, 5, 6].map((rated) => tooLittleKnown({ ...counts, rated }))).toEqual([true, true, false]);
});

describe.each(CONTENTS)('on $kind', ({ contents, runs }) => {
  test('the summary has one or two sentences, each ends with one stop, and none says “only”', () => {
    fc.assert(
      fc.property(
        scenarios(contents),
        fc.subarray([...MODEL_IDS], { minLength: 1 }),
        ({ content, answers, statements }, models) => {
          const said = sentences({ content, answers, statements, models });
          expect(said.length).toBeLessThanOrEqual(2);
          for (const sentence of said) {
            expect(sentence).toMatch(/^[A-Z0-9][^.]*[^.\s]\.$/);
            expect(sentence).not.toMatch(/\bonly\b|undefined|NaN|Infinity|null/i);
          }
        },
      ),
      { numRuns: runs },
    );
  });
});
