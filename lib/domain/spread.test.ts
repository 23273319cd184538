import * as fc from 'fast-check';
import type { Standing } from './answers';
import type { Answer, Answers } from './schema/answers';
import { isHidden, overallAgreement, spreadOf, spreads, type Spread } from './spread';
import { answerOf, arbitraryStanding, toStandings } from './spread-testing';
import { RUNGS } from './vocabulary';

function shown(standings: readonly Standing[]): Spread {
  const spread = spreadOf('registry', standings);
  if (isHidden(spread)) throw new Error('hidden');
  return spread;
}

/** One respondent for each column of the table of marks, which has one row for each capability. */
function respondentsOf(table: Record<string, string>): Answers[] {
  const rows = Object.entries(table).map(([id, marks]) => [id, toStandings(marks)] as const);
  const count = Math.max(...rows.map(([, standings]) => standings.length));
  return Array.from({ length: count }, (_, index) =>
    Object.fromEntries(
      rows.flatMap(([id, standings]): [string, Answer][] => {
        const answer = answerOf(standings[index] ?? 'unanswered');
        return answer === undefined ? [] : [[id, answer]];
      }),
    ),
  );
}

const discussed = (table: Record<string, string>): string[] =>
  spreads(Object.keys(table), respondentsOf(table)).toDiscuss.map(({ capability }) => capability);

const permutations = fc.array(arbitraryStanding, { maxLength: 14 }).chain((standings) =>
  fc.record({
    standings: fc.constant(standings),
    shuffled: fc.shuffledSubarray(standings, { minLength: standings.length, maxLength: standings.length }),
  }),
);

describe('one capability', () => {
  test.each([
    { marks: '222', median: [2, 2], range: [2, 2] },
    { marks: '122', median: [2, 2], range: [1, 2] },
    { marks: '1223', median: [2, 2], range: [1, 3] },
    { marks: '1124', median: [1, 2], range: [1, 4] },
    { marks: '0044', median: [0, 4], range: [0, 4] },
    { marks: '3??', median: [3, 3], range: [3, 3] },
    { marks: '13-?.', median: [1, 3], range: [1, 3] },
  ])('$marks has the medians $median and the range $range', ({ marks, median, range }) => {
    const { rungs } = shown(toStandings(marks));
    expect([rungs?.median.lower, rungs?.median.upper]).toEqual(median);
    expect([rungs?.lowest, rungs?.highest]).toEqual(range);
  });

  test.each([
    { marks: '00144', is: -17 / 30 },
    { marks: '0044', is: -1 },
    { marks: '01234', is: 0 },
    { marks: '2223', is: 0.875 },
    { marks: '222', is: 1 },
    { marks: '222??--', is: 1 },
  ])('$marks has agreement $is', ({ marks, is }) => {
    expect(shown(toStandings(marks)).rungs?.agreement).toBeCloseTo(is, 10);
  });

  test('who alone gives a rung agrees with nobody, and without any rung there is no median', () => {
    expect(shown(toStandings('2??')).rungs?.agreement).toBeNull();
    expect(shown(toStandings('??-')).rungs).toBeNull();
  });

  test.each([
    { marks: '22-', divided: true },
    { marks: '2-?', divided: true },
    { marks: '---', divided: false },
    { marks: '--?', divided: false },
    { marks: '222', divided: false },
  ])('$marks is divided on applicability: $divided', ({ marks, divided }) => {
    expect(shown(toStandings(marks)).divided).toBe(divided);
  });

  test.each(['', '2', '22', '2-', '22....', '?.-..'])(
    'of fewer than three answers (%p) only their number is told',
    (marks) => {
      const standings = toStandings(marks);
      const answered = standings.filter((each) => each !== 'unanswered').length;
      expect(spreadOf('registry', standings)).toEqual({
        capability: 'registry',
        asked: standings.length,
        answered,
      });
    },
  );

  test('the order of respondents changes nothing', () => {
    fc.assert(
      fc.property(permutations, ({ standings, shuffled }) => {
        expect(spreadOf('registry', shuffled)).toEqual(spreadOf('registry', standings));
      }),
    );
  });

  test('the counts sum to those asked, and one more who does not know moves neither median, range nor agreement', () => {
    fc.assert(
      fc.property(fc.array(arbitraryStanding, { minLength: 3, maxLength: 14 }), (standings) => {
        const spread = spreadOf('registry', standings);
        fc.pre(!isHidden(spread));
        const { perRung, known, notApplicable, unknown, unanswered, asked, rungs } = spread;
        expect(perRung.reduce((sum, count) => sum + count, 0)).toBe(known);
        expect(known + notApplicable + unknown + unanswered).toBe(asked);
        for (const missing of ['unknown', 'unanswered', 'not-applicable'] as const) {
          expect(shown([...standings, missing]).rungs).toEqual(rungs);
        }
      }),
    );
  });
});

describe('the order of discussion', () => {
  test('puts those divided on whether they apply first, then the most mixed', () => {
    expect(
      discussed({ agreed: '222222', gathered: '222233', camps: '000444', divided: '22222-', even: '01234?' }),
    ).toEqual(['divided', 'camps', 'even', 'gathered', 'agreed']);
  });

  test('orders the divided among themselves as the others, by how mixed their rungs are', () => {
    expect(discussed({ agreed: '222-', camps: '044-', lone: '2---' })).toEqual(['camps', 'agreed', 'lone']);
  });

  test('puts the wider range first where A is the same, then the order of the catalogue', () => {
    // 2244 and 02344 both have A = 1/6, 22444 and 1344 both A = 1/3.
    expect(discussed({ near: '2244', far: '02344', less: '22444', more: '1344' })).toEqual([
      'far',
      'near',
      'more',
      'less',
    ]);
    expect(discussed({ second: '2233', first: '0011', third: '1122' })).toEqual(['second', 'first', 'third']);
  });

  test('puts what one alone rated, and what all say does not apply, after what several rated', () => {
    expect(discussed({ none: '---', lone: '2??', agreed: '333' })).toEqual(['agreed', 'lone', 'none']);
  });

  test('sets apart what nobody knows and what too few have answered', () => {
    const table = { unknown: '???.', hidden: '04..', rated: '0044' };
    const { toDiscuss, nobodyKnows, hidden } = spreads(Object.keys(table), respondentsOf(table));
    expect(toDiscuss.map(({ capability }) => capability)).toEqual(['rated']);
    expect(nobodyKnows.map(({ capability }) => capability)).toEqual(['unknown']);
    expect(hidden).toEqual([{ capability: 'hidden', asked: 4, answered: 2 }]);
  });
});

const people = fc.array(fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), arbitraryStanding), {
  maxLength: 9,
});
const toAnswers = (given: Record<string, Standing>): Answers =>
  Object.fromEntries(
    Object.entries(given).flatMap(([id, value]): [string, Answer][] => {
      const answer = answerOf(value);
      return answer === undefined ? [] : [[id, answer]];
    }),
  );
const IDS = ['a', 'b', 'c', 'd'];

test('every capability is in one place alone, and the order of respondents changes neither places nor α', () => {
  fc.assert(
    fc.property(people, (given) => {
      const respondents = given.map(toAnswers);
      const { toDiscuss, nobodyKnows, hidden } = spreads(IDS, respondents);
      const places = [...toDiscuss, ...nobodyKnows, ...hidden].map(({ capability }) => capability);
      expect(places.toSorted()).toEqual(IDS);
      expect(spreads(IDS, respondents.toReversed())).toEqual({ toDiscuss, nobodyKnows, hidden });
      expect(overallAgreement(IDS, respondents.toReversed(), 's')).toEqual(
        overallAgreement(IDS, respondents, 's'),
      );
    }),
    { numRuns: 40 },
  );
});

describe('agreement over the assessment', () => {
  const FIVE = { a: '11112', b: '33333', c: '22220', d: '44443' };

  test('is measured from five respondents on, and not of four', () => {
    const five = respondentsOf(FIVE);
    const measured = overallAgreement(Object.keys(FIVE), five, 'seed');
    expect(measured).toMatchObject({ kind: 'measured', respondents: 5, alpha: { units: 4 } });
    expect(overallAgreement(Object.keys(FIVE), five.slice(1), 'seed')).toEqual({
      kind: 'too-few',
      respondents: 4,
    });
  });

  test('is not changed by somebody who gives no rung, who does not make a fifth respondent either', () => {
    const five = respondentsOf(FIVE);
    const silent: Answers[] = [
      {},
      { a: { unknown: true } },
      { b: { notApplicable: true, reason: 'no data' } },
    ];
    const ids = Object.keys(FIVE);
    expect(overallAgreement(ids, [...five, ...silent], 's')).toEqual(overallAgreement(ids, five, 's'));
    expect(overallAgreement(ids, [...five.slice(1), ...silent], 's').kind).toBe('too-few');
  });

  test.each([
    { why: 'all that was given is one rung', table: { a: '22222', b: '222??' }, kind: 'no-difference' },
    {
      why: 'no two rated the same',
      table: { a: '1....', b: '.2...', c: '..3..', d: '...4.', e: '....0' },
      kind: 'not-compared',
    },
  ])('is not defined where $why', ({ table, kind }) => {
    expect(overallAgreement(Object.keys(table), respondentsOf(table), 's')).toEqual({ kind, respondents: 5 });
  });

  test('is 1 where all give the same answers, which differ from capability to capability', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 5, max: 12 }),
        fc.shuffledSubarray([...RUNGS], { minLength: 2 }),
        (count, rungs) => {
          const answers = Object.fromEntries(rungs.map((rung, index) => [`c${index}`, { rung }]));
          const overall = overallAgreement(
            Object.keys(answers),
            Array.from({ length: count }, () => answers),
            's',
          );
          expect(overall).toMatchObject({ kind: 'measured', alpha: { value: 1 } });
        },
      ),
      { numRuns: 20 },
    );
  });

  test('of 200 respondents and 43 capabilities, with all spreads, takes well under 300 ms', () => {
    const ids = Array.from({ length: 43 }, (_, index) => `c${index}`);
    const respondents = fc.sample(
      fc
        .tuple(...ids.map(() => arbitraryStanding))
        .map((given) =>
          toAnswers(Object.fromEntries(given.map((value, index) => [ids[index] ?? '', value]))),
        ),
      { numRuns: 200, seed: 7 },
    );
    const began = performance.now();
    expect(overallAgreement(ids, respondents, 's').kind).toBe('measured');
    expect(spreads(ids, respondents).toDiscuss).toHaveLength(43);
    expect(performance.now() - began).toBeLessThan(300);
  });
});
