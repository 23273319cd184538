import * as fc from 'fast-check';
import { backingOf, isCurrent, lapsesOn, pieceKey, signed, unsigned, withPiece } from './evidence';
import { scoringBasis } from './requirements';
import { evidenceSchema, type Answers, type Evidence } from './schema/answers';
import { score } from './score';
import { A_DAY, CONTENTS, pieceArbitrary, scenarios } from './testing';
import { MODEL_IDS } from './vocabulary';

const piece = (more: Partial<Evidence> = {}): Evidence => ({ title: 'A page', ...more });

test.each([
  [undefined, true, null],
  ['2026-10-02', true, '2026-10-03'],
  [A_DAY, true, '2026-10-02'],
  ['2026-09-30', false, '2026-10-01'],
  ['2026-12-31', true, '2027-01-01'],
])('evidence until %s is current on its last day and lapses on the next', (until, current, lapses) => {
  const own = until === undefined ? piece() : piece({ until });
  expect([isCurrent(own, A_DAY), lapsesOn(own)]).toEqual([current, lapses]);
  expect(isCurrent(own, undefined)).toBe(true);
});

test.each<[string, Evidence[], Evidence, Evidence[]]>([
  ['another is one more', [piece()], { title: 'A run' }, [piece(), { title: 'A run' }]],
  [
    'the same name at another address is another',
    [piece()],
    piece({ url: 'https://a.example' }),
    [piece(), piece({ url: 'https://a.example' })],
  ],
  ['the same is there once', [piece(), { title: 'A run' }], piece(), [piece(), { title: 'A run' }]],
  [
    'the later says for what it stands',
    [piece({ rung: 2, against: true })],
    piece({ rung: 3 }),
    [piece({ rung: 3 })],
  ],
  [
    'where to look and until when stays where the later does not say',
    [piece({ note: 'page 3', until: '2026-12-31' })],
    piece({ until: '2027-12-31' }),
    [piece({ note: 'page 3', until: '2027-12-31' })],
  ],
])('of pieces %s', (_, pieces, more, result) => {
  expect(withPiece(pieces, more)).toEqual(result);
});

const PAST = { until: '2026-09-30' };

test.each<[string, Evidence[], string, boolean]>([
  ['nothing', [], 'unshown', false],
  ['a piece that names no rung', [piece()], 'backed', false],
  ['one for its rung', [piece({ rung: 3 })], 'backed', false],
  ['one for a higher rung', [piece({ rung: 4 })], 'backed', false],
  ['one for a lower rung', [piece({ rung: 2 })], 'unshown', false],
  ['a lapsed one', [piece(PAST)], 'lapsed', false],
  ['a lapsed one beside a current one', [piece(PAST), piece()], 'backed', false],
  ['a lapsed one for a lower rung', [piece({ ...PAST, rung: 2 })], 'unshown', false],
  ['one against', [piece({ against: true })], 'unshown', true],
  ['one against beside one for', [piece({ against: true }), piece()], 'backed', true],
  ['one against a lower rung', [piece({ against: true, rung: 2 })], 'unshown', true],
  ['one against a higher rung, which is not claimed', [piece({ against: true, rung: 4 })], 'unshown', false],
  ['a lapsed one against', [piece({ against: true, ...PAST })], 'unshown', false],
])('rung 3 with %s', (_, evidence, state, against) => {
  expect(backingOf({ standing: 3, evidence }, A_DAY)).toEqual({ state, against });
});

describe.each(CONTENTS)('on $kind', ({ contents, runs }) => {
  test('backed and lapsed are never more than claimed, and the backed level never above the claimed one', () => {
    fc.assert(
      fc.property(scenarios(contents), ({ content, answers, statements }) => {
        const { models, evidence } = score(scoringBasis(content, MODEL_IDS), answers, statements, A_DAY);
        expect(evidence.backed + evidence.lapsed).toBeLessThanOrEqual(evidence.of);
        for (const { model, level, levels } of models) {
          const height = (id: string | null | undefined) => levels.findIndex((each) => each.id === id);
          expect(height(evidence.byModel[model]?.level)).toBeLessThanOrEqual(height(level.certain));
        }
      }),
      { numRuns: runs },
    );
  });

  test('no piece moves a level that is claimed, and where all is backed and nothing is only said both are one', () => {
    fc.assert(
      fc.property(scenarios(contents, { stated: false }), ({ content, answers }) => {
        const basis = scoringBasis(content, MODEL_IDS);
        const withAll = (evidence: Evidence[]): Answers =>
          Object.fromEntries(Object.entries(answers).map(([id, answer]) => [id, { ...answer, evidence }]));
        const [none, all] = [score(basis, withAll([])), score(basis, withAll([piece()]))];
        expect(all.models).toEqual(none.models);
        expect(all.evidence.backed).toBe(all.evidence.of);
        // A rung of 0 is no claim, so nothing rests on it that somebody would have to show.
        if (Object.values(answers).every((answer) => !('rung' in answer) || answer.rung > 0))
          for (const { model, level } of all.models)
            expect(all.evidence.byModel[model]?.level).toBe(level.certain);
      }),
      { numRuns: runs },
    );
  });

  test('with time evidence only lapses', () => {
    fc.assert(
      fc.property(scenarios(contents), ({ content, answers, statements }) => {
        const basis = scoringBasis(content, MODEL_IDS);
        const on = (day: string) => score(basis, answers, statements, day).evidence;
        const [now, later] = [on(A_DAY), on('2026-10-02')];
        expect(later.backed).toBeLessThanOrEqual(now.backed);
        expect(later.backed + later.lapsed).toBe(now.backed + now.lapsed);
      }),
      { numRuns: runs },
    );
  });
});

test('who added a piece is said by the server alone, and stays as it was for what was there', () => {
  const before = [piece({ by: 'Ada', on: '2026-09-01' }), piece({ title: 'Old' })];
  const sent = [
    piece({ by: 'Mallory', on: '1999-01-01', until: '2027-01-01' }),
    piece({ title: 'Old', by: 'Mallory' }),
    piece({ url: 'https://example.org', by: 'Mallory' }),
  ];
  expect(signed(sent, before, { by: 'Ben', on: A_DAY })).toEqual([
    piece({ by: 'Ada', on: '2026-09-01', until: '2027-01-01' }),
    piece({ title: 'Old' }),
    piece({ url: 'https://example.org', by: 'Ben', on: A_DAY }),
  ]);
});

test('signing changes nothing else about a piece', () => {
  fc.assert(
    fc.property(fc.array(pieceArbitrary), (pieces) => {
      const stored = signed(pieces, [], { by: 'Ben', on: A_DAY });
      expect(stored.map(unsigned)).toEqual(pieces);
      expect(stored.map(pieceKey)).toEqual(pieces.map(pieceKey));
      for (const each of stored) expect(evidenceSchema.parse(each)).toEqual(each);
    }),
  );
});

test.each([
  ['a rung there is not', { rung: 5 }],
  ['a day there is not', { until: '2026-02-30' }],
  ['against, said as no', { against: false }],
  ['a word that is not asked', { forever: true }],
])('%s is refused', (_, more) => {
  expect(evidenceSchema.safeParse({ title: 'A page', ...more }).success).toBe(false);
});
