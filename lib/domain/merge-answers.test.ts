import * as fc from 'fast-check';
import { canonical } from './content';
import { answerKey, mergeArriving, type Arriving, type Asked, type Kept, type Said } from './merge-answers';

const asked: Asked = {
  capabilities: [
    { id: 'rollback', title: 'Rollback', notApplicable: 'nothing is deployed' },
    { id: 'monitoring', title: 'Monitoring', notApplicable: undefined },
  ],
  criteria: new Set(['A-1']),
};

const said = (more: Partial<Said> = {}): Said => ({ choice: null, note: null, evidence: [], ...more });

const kept = (answers: Record<string, Said> = {}): Kept => ({
  answers: new Map(Object.entries(answers)),
  statements: new Map(),
});

const arriving = (one: Said, capability = 'rollback'): Arriving => ({
  answers: [{ line: 7, capability, said: one }],
  statements: [],
  refused: [],
});

const outcome = (had: Said | undefined, one: Said) =>
  mergeArriving(asked, kept(had === undefined ? {} : { rollback: had }), arriving(one)).lines[0]?.outcome;

const two = said({ choice: { rung: 2 } });
const link = { title: 'Runbook', url: 'https://example.org/runbook' };

test.each<[string, Said | undefined, Said, string]>([
  ['an answer where there is none is new', undefined, two, 'added'],
  ['an answer beside a note alone is new', said({ note: 'ask Ben' }), two, 'added'],
  ['the same answer is as it is', two, two, 'as it is'],
  ['another rung differs', two, said({ choice: { rung: 3 } }), 'differs'],
  ['a note where there is none is new', two, said({ ...two, note: 'by hand' }), 'added'],
  ['another note differs', said({ ...two, note: 'by hand' }), said({ ...two, note: 'by script' }), 'differs'],
  ['an empty line takes nothing away', said({ ...two, note: 'by hand' }), two, 'as it is'],
  [
    'more evidence is new',
    said({ ...two, evidence: [link] }),
    said({ evidence: [{ title: 'Talk' }] }),
    'added',
  ],
  [
    'the same evidence is as it is',
    said({ ...two, evidence: [link] }),
    said({ evidence: [link] }),
    'as it is',
  ],
])('%s', (_, had, one, expected) => {
  expect(outcome(had, one)).toBe(expected);
});

test.each<[string, Arriving, string]>([
  ['an unknown capability', arriving(two, 'teleport'), 'there is no capability teleport'],
  [
    'not applicable where the ladder always applies',
    arriving(said({ choice: { notApplicable: true, reason: 'no' } }), 'monitoring'),
    'Monitoring always applies: choose a rung, or say that you do not know',
  ],
  [
    'a criterion that is not asked',
    { answers: [], statements: [{ line: 3, criterion: 'B-9', statement: { holds: true } }], refused: [] },
    'this assessment asks no criterion B-9',
  ],
  [
    'too much evidence',
    arriving(said({ evidence: Array.from({ length: 21 }, (_, n) => ({ title: `Run ${n}` })) })),
    'there would be 21 pieces of evidence, and at most 20 are kept',
  ],
])('%s is refused by name', (_, file, words) => {
  const { lines, answers, statements } = mergeArriving(asked, kept(), file);
  expect(lines).toMatchObject([{ outcome: 'refused', words, key: null }]);
  expect([answers, statements]).toEqual([[], []]);
});

test('of two lines for one capability the first counts and the second is refused', () => {
  const { lines, answers } = mergeArriving(asked, kept(), {
    ...arriving(two),
    answers: [
      ...arriving(two).answers,
      { line: 9, capability: 'rollback', said: said({ choice: { rung: 4 } }) },
    ],
  });
  expect(lines.map(({ line, words }) => [line, words])).toEqual([
    [7, ''],
    [9, 'stands twice; line 7 has it already'],
  ]);
  expect(answers).toMatchObject([{ said: { choice: { rung: 2 } } }]);
});

test('both sides are told in words', () => {
  const [line] = mergeArriving(
    asked,
    kept({ rollback: said({ choice: { notApplicable: true, reason: 'no service' } }) }),
    arriving(said({ ...two, note: 'since March', evidence: [link] })),
  ).lines;
  expect([line?.kept, line?.arriving]).toEqual([
    'not applicable: no service',
    '2 Agreed · “since March” · 1 piece of evidence',
  ]);
});

const anySaid: fc.Arbitrary<Said> = fc.record({
  choice: fc.option(
    fc.oneof(
      fc.record({ rung: fc.constantFrom(0, 1, 2, 3, 4) }),
      fc.record({ unknown: fc.constant(true as const) }),
    ),
  ),
  note: fc.option(fc.string({ minLength: 1, maxLength: 4 })),
  evidence: fc.array(fc.record({ title: fc.constantFrom('a', 'b', 'c') }), { maxLength: 3 }),
});

test('what is not named as different keeps every word of the draft, and a file taken twice changes nothing the second time', () => {
  fc.assert(
    fc.property(fc.option(anySaid), anySaid, (had, one) => {
      const before = kept(had === null ? {} : { rollback: had });
      const { lines, answers } = mergeArriving(asked, before, arriving(one));
      const [line] = lines;
      const after = answers[0]?.said ?? had ?? said();
      if (line?.outcome !== 'differs' && had !== null) {
        expect(had.choice === null || canonical(after.choice) === canonical(had.choice)).toBe(true);
        expect(had.note === null || after.note === had.note).toBe(true);
      }
      expect(after.evidence).toEqual(expect.arrayContaining([...(had?.evidence ?? [])]));
      expect(line?.key).toBe(answerKey('rollback'));
      const again = mergeArriving(asked, kept({ rollback: after }), arriving(one));
      expect(again.lines[0]?.outcome).toBe('as it is');
    }),
  );
});
