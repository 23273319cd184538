import * as fc from 'fast-check';
import { contentOf } from '@/lib/content/testing';
import { nextQuestion } from './next-question';
import { readerOf } from './readings';
import { scoringBasis, type Basis } from './requirements';
import type { Answers, Statements } from './schema/answers';
import type { Content, Met } from './schema/content';
import { scoreModel } from './score';
import { answersTo, arbitraryContent, CONTENTS, realContent, statementsTo } from './testing';
import { MODEL_IDS, RUNGS, type Rung } from './vocabulary';

const basisOf = (content: Content) => scoringBasis(content, MODEL_IDS);

const certainLevels = (basis: Basis, answers: Answers, statements: Statements = {}) =>
  basis.rulers.map((ruler) => scoreModel(ruler, readerOf(answers), statements).level.certain);

/** Asks until there is no further question; every answer comes from the truth, where what is missing is not known. */
function ask(basis: Basis, truth: Answers, statements: Statements = {}): Answers[] {
  const asked: Answers[] = [{}];
  for (;;) {
    const sofar = asked.at(-1) ?? {};
    const question = nextQuestion(basis, sofar, statements);
    if (question === null) return asked;
    if (question in sofar) throw new Error(`${question} is asked twice`);
    asked.push({ ...sofar, [question]: truth[question] ?? { unknown: true } });
  }
}

const truths = (contents: fc.Arbitrary<Content>, stated: boolean) =>
  contents.chain((content) =>
    fc.record({
      basis: fc.constant(basisOf(content)),
      // Who says that a capability does not apply takes back what was stated of it, so the two are not mixed here.
      truth: answersTo(content, { exclusions: !stated }),
      statements: stated ? statementsTo(content) : fc.constant({}),
    }),
  );

describe.each(CONTENTS)('on $kind', ({ contents, runs }) => {
  test.each([
    { kind: 'without statements', stated: false },
    { kind: 'with statements', stated: true },
  ])(
    'asking ends, asks nothing twice and settles the certain levels that answering everything gives, $kind',
    ({ stated }) => {
      fc.assert(
        fc.property(truths(contents, stated), ({ basis, truth, statements }) => {
          const last = ask(basis, truth, statements).at(-1) ?? {};
          expect(certainLevels(basis, last, statements)).toEqual(certainLevels(basis, truth, statements));
        }),
        { numRuns: runs },
      );
    },
  );
});

/** All ways to rate what is not rated yet, the asked capability apart. */
function* completions(basis: Basis, answers: Answers, asked: string): Generator<Answers> {
  const open = basis.capabilities
    .map(({ id }) => id)
    .filter((id) => id !== asked && answers[id] === undefined);
  const count = RUNGS.length ** open.length;
  for (let number = 0; number < count; number += 1) {
    const rungs = open.map((id, index) => [id, Math.floor(number / 5 ** index) % 5] as const);
    yield { ...answers, ...Object.fromEntries(rungs.map(([id, rung]) => [id, { rung: rung as Rung }])) };
  }
}

function canMove(basis: Basis, answers: Answers, asked: string): boolean {
  for (const completion of completions(basis, answers, asked)) {
    const low = certainLevels(basis, { ...completion, [asked]: { rung: 0 } });
    const high = certainLevels(basis, { ...completion, [asked]: { rung: 4 } });
    if (low.some((level, index) => level !== high[index])) return true;
  }
  return false;
}

test('every question asked can still move a certain level', () => {
  fc.assert(
    fc.property(truths(arbitraryContent, false), ({ basis, truth }) => {
      for (const answers of ask(basis, truth)) {
        const asked = nextQuestion(basis, answers);
        if (asked !== null) expect([asked, canMove(basis, answers, asked)]).toEqual([asked, true]);
      }
    }),
    { numRuns: 150 },
  );
});

const part = (capability: string, rung: number) => ({ capability, rung });

describe('where one level asks for alternatives and for one of them anyway', () => {
  const either = (id: string, ...names: string[]) => ({
    id,
    level: '1',
    met: { anyOf: names.map((name) => part(name, 3)) },
  });
  const ladders = ['a', 'b', 'c', 'd'].map((id) => ({ id, mayBeExcluded: true }));
  const asks = (answers: Answers, ...criteria: { id: string; level: string; met: Met }[]) =>
    nextQuestion(basisOf(contentOf(ladders, { aws: { criteria } })), answers);
  const onlyB = { id: 'A-1', level: '1', met: part('b', 3) };
  const gone: Answers[string] = { notApplicable: true, reason: 'None.' };

  test('the other is not asked', () => {
    expect(asks({}, onlyB, either('A-2', 'a', 'b'))).toBe('b');
  });

  test.each<[string, Answers]>([
    ['does not apply', { c: gone }],
    ['fell short', { c: { rung: 2 } }],
    ['is not known', { c: { unknown: true } }],
  ])('the other is not asked either when the one is left over, as its alternative %s', (_why, answers) => {
    expect(asks(answers, either('A-1', 'b', 'c'), either('A-2', 'a', 'b'))).toBe('b');
  });

  test('two requirements that come to the same in the end are still asked', () => {
    const answers: Answers = { c: { rung: 0 }, d: { rung: 0 } };
    expect(asks(answers, either('A-1', 'a', 'b', 'c'), either('A-2', 'a', 'b', 'd'))).toBe('a');
  });
});

test('a level that waits for a "don’t know" is not asked about further', () => {
  const content = contentOf([{ id: 'a' }, { id: 'b' }], {
    aws: { criteria: [{ id: 'A-1', level: '1', met: { allOf: [part('a', 3), part('b', 2)] } }] },
  });
  expect(nextQuestion(basisOf(content), { a: { unknown: true } })).toBeNull();
});

test('what most models wait for is asked first, then the highest rung, then the order of the content', () => {
  const wish = (letter: string, capability: string, rung: number) => ({
    criteria: [
      { id: `${letter}-1`, level: '1', met: part(capability, rung) },
      { id: `${letter}-2`, level: '1', met: part('d', 1) },
    ],
  });
  const content = contentOf([{ id: 'a' }, { id: 'b' }, { id: 'c' }, { id: 'd' }], {
    aws: wish('A', 'a', 2),
    microsoft: wish('M', 'b', 3),
    google: wish('G', 'c', 3),
  });
  const order = ['d', 'b', 'c', 'a'];
  const truth = Object.fromEntries(order.map((id) => [id, { rung: 4 as const }]));
  expect(Object.keys(ask(basisOf(content), truth).at(-1) ?? {})).toEqual(order);
});

describe('on the real content', () => {
  const content = realContent();
  const basis = basisOf(content);
  const ORDER = content.capabilities.map(({ id }) => id);

  /** A team whose capabilities lie on the centre or one rung beside it, drawn from a fixed sequence. */
  function* teams(center: number, count: number): Generator<Answers> {
    let state = 20_261_001;
    const draw = () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state / 2 ** 32;
    };
    for (let index = 0; index < count; index += 1) {
      yield Object.fromEntries(
        ORDER.map((id) => [
          id,
          { rung: Math.max(0, Math.min(4, Math.round(center + 2 * draw() - 1))) as Rung },
        ]),
      );
    }
  }

  /** How many answers it takes in the order of the content until no further one can move a certain level. */
  function inContentOrder(truth: Answers): number {
    let sofar: Answers = {};
    for (const [index, id] of ORDER.entries()) {
      if (nextQuestion(basis, sofar) === null) return index;
      sofar = { ...sofar, [id]: truth[id] ?? { unknown: true } };
    }
    return ORDER.length;
  }

  test.each([
    { center: 2, most: 10 },
    { center: 2.5, most: 18 },
    { center: 3, most: 25 },
  ])(
    'a team around rung $center answers $most questions at most on average, and far fewer than in content order',
    ({ center, most }) => {
      const counts = [...teams(center, 40)].map((truth) => ({
        asked: ask(basis, truth).length - 1,
        inOrder: inContentOrder(truth),
      }));
      const mean = (pick: (count: (typeof counts)[number]) => number) =>
        counts.reduce((sum, count) => sum + pick(count), 0) / counts.length;
      expect(mean(({ asked }) => asked)).toBeLessThanOrEqual(most);
      expect(mean(({ inOrder }) => inOrder)).toBeGreaterThan(1.3 * mean(({ asked }) => asked));
      for (const { asked, inOrder } of counts) expect(asked).toBeLessThanOrEqual(inOrder + 5);
    },
  );
});
