import * as fc from 'fast-check';
import { alphaWithInterval, krippendorffAlpha, type Difference, type RankCounts } from './krippendorff';

/** What one respondent gave to each unit, in order; a dot is missing. */
const row = (text: string): string[] => text.split(' ');

/** Rank counts per unit of rows of values from `lowest` to `highest`. */
function unitsOf(rows: readonly string[][], lowest: number, highest: number): RankCounts[] {
  return (rows[0] ?? []).map((_, unit) =>
    Array.from(
      { length: highest - lowest + 1 },
      (__, rank) => rows.filter((values) => values[unit] === String(lowest + rank)).length,
    ),
  );
}

const nominal: Difference = () => 1;
const interval: Difference = (one, other) => (one - other) ** 2;

// Krippendorff (2011), part C: four observers, twelve units, missing values; also the "C" data of the R package irr.
const FOUR_BY_TWELVE = unitsOf(
  [
    row('1 2 3 3 2 1 4 1 2 . . .'),
    row('1 2 3 3 2 2 4 1 2 5 . 3'),
    row('. 3 3 3 2 3 4 2 2 5 1 .'),
    row('1 2 3 3 2 4 4 1 2 5 1 .'),
  ],
  1,
  5,
);
// Krippendorff (2011), part A: two observers, ten units, two values.
const TWO_BY_TEN = unitsOf([row('0 1 0 0 0 0 0 0 1 0'), row('1 1 1 0 0 1 0 0 0 0')], 0, 1);
// The computational example of Wikipedia, "Krippendorff's alpha": three coders, fifteen units.
const THREE_BY_FIFTEEN = unitsOf(
  [
    row('. . . . . 3 4 1 2 1 1 3 3 . 3'),
    row('1 . 2 1 3 3 4 3 . . . . . . .'),
    row('. . 2 1 3 4 4 . 2 1 1 3 3 . 4'),
  ],
  1,
  4,
);

test.each([
  { data: 'part C', units: FOUR_BY_TWELVE, metric: 'ordinal', difference: undefined, is: '0.815' },
  { data: 'part C', units: FOUR_BY_TWELVE, metric: 'nominal', difference: nominal, is: '0.743' },
  { data: 'part C', units: FOUR_BY_TWELVE, metric: 'interval', difference: interval, is: '0.849' },
  { data: 'part A', units: TWO_BY_TEN, metric: 'nominal', difference: nominal, is: '0.095' },
  { data: 'Wikipedia', units: THREE_BY_FIFTEEN, metric: 'nominal', difference: nominal, is: '0.691' },
  { data: 'Wikipedia', units: THREE_BY_FIFTEEN, metric: 'interval', difference: interval, is: '0.811' },
])('α of $data with the $metric metric is the published $is', ({ units, difference, is }) => {
  expect(krippendorffAlpha(units, difference)?.toFixed(3)).toBe(is);
});

test.each([
  { why: 'there are no units', units: [] },
  {
    why: 'no unit has two values',
    units: [
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 0],
    ],
  },
  {
    why: 'all gave one rank',
    units: [
      [0, 4, 0],
      [0, 3, 0],
    ],
  },
  {
    why: 'all that can be paired is one rank',
    units: [
      [0, 4, 0],
      [0, 0, 1],
    ],
  },
])('α is not defined where $why', ({ units }) => {
  expect(krippendorffAlpha(units)).toBeNull();
  expect(alphaWithInterval(units, 'seed')).toBeNull();
});

test('a single unit that two rate differently has α 0 and no interval', () => {
  expect(alphaWithInterval([[1, 0, 1]], 'seed')).toEqual({
    value: 0,
    interval: null,
    units: 1,
    redraws: 1000,
  });
});

test('there is no interval where one unit alone differs, as many redraws leave it out', () => {
  const units = [[2, 1, 0], ...Array.from({ length: 9 }, () => [3, 0, 0])];
  expect(alphaWithInterval(units, 'seed')).toMatchObject({ interval: null, units: 10 });
});

describe('the interval', () => {
  test.each([
    { data: 'part C', units: FOUR_BY_TWELVE },
    { data: 'Wikipedia', units: THREE_BY_FIFTEEN },
  ])('holds the estimate of $data, whatever the seed', ({ units }) => {
    for (const seed of ['one', 'two', 'three']) {
      const alpha = alphaWithInterval(units, seed);
      expect(alpha?.interval?.low).toBeLessThan(alpha?.value ?? NaN);
      expect(alpha?.interval?.high).toBeGreaterThan(alpha?.value ?? NaN);
    }
  });

  test('is the same for the same seed, and nearly the same for another', () => {
    const [first, again, other] = ['one', 'one', 'two'].map((seed) =>
      alphaWithInterval(FOUR_BY_TWELVE, seed),
    );
    expect(again).toEqual(first);
    expect(other).not.toEqual(first);
    expect(other?.interval?.low).toBeCloseTo(first?.interval?.low ?? NaN, 1);
    expect(other?.interval?.high).toBeCloseTo(first?.interval?.high ?? NaN, 1);
  });

  test('of 200 respondents on 43 units takes well under 300 ms', () => {
    const units = fc.sample(fc.array(fc.nat({ max: 80 }), { minLength: 5, maxLength: 5 }), {
      numRuns: 43,
      seed: 1,
    });
    alphaWithInterval(units, 'warm');
    const began = performance.now();
    expect(alphaWithInterval(units, 'timed')?.interval).not.toBeNull();
    expect(performance.now() - began).toBeLessThan(300);
  });
});

const counts = fc.array(fc.nat({ max: 6 }), { minLength: 5, maxLength: 5 });
const manyUnits = fc.array(counts, { maxLength: 12 });

test('the order of units changes nothing, nor does a scale read from the top', () => {
  fc.assert(
    fc.property(manyUnits, (units) => {
      const value = krippendorffAlpha(units);
      for (const other of [units.toReversed(), units.map((given) => given.toReversed())]) {
        if (value === null) expect(krippendorffAlpha(other)).toBeNull();
        else expect(krippendorffAlpha(other)).toBeCloseTo(value, 10);
      }
    }),
  );
});

/** α by its definition over single values: the mean distance of two values of a unit, over that of any two that can be paired. */
function byDefinition(units: readonly RankCounts[]): number {
  const valued = units
    .map((given) => given.flatMap((count, rank) => Array.from({ length: count }, () => rank)))
    .filter(({ length }) => length > 1);
  const all = valued.flat();
  const apart = (one: number, other: number): number => {
    const [from, to] = [Math.min(one, other), Math.max(one, other)];
    const within = all.filter((rank) => rank > from && rank < to).length;
    const ends = all.filter((rank) => rank === from || rank === to).length / 2;
    return from === to ? 0 : (within + ends) ** 2;
  };
  const over = (values: readonly number[]) =>
    values.reduce((sum, one) => values.reduce((inner, other) => inner + apart(one, other), sum), 0);
  const observed = valued.reduce((sum, values) => sum + over(values) / (values.length - 1), 0);
  return 1 - ((all.length - 1) * observed) / over(all);
}

test('α is that of its definition, pair of values by pair of values', () => {
  fc.assert(
    fc.property(manyUnits, (units) => {
      const value = krippendorffAlpha(units);
      fc.pre(value !== null);
      expect(value).toBeCloseTo(byDefinition(units), 9);
    }),
    { numRuns: 40 },
  );
});

test('a unit that nobody rated, or one alone, changes neither α nor its interval', () => {
  fc.assert(
    fc.property(fc.array(counts, { maxLength: 6 }), fc.nat({ max: 4 }), fc.nat(), (units, rank, place) => {
      const lone = Array.from({ length: 5 }, (_, each) => (each === rank ? 1 : 0));
      const more = units.toSpliced(place % (units.length + 1), 0, [0, 0, 0, 0, 0], lone);
      expect(alphaWithInterval(more, 'seed')).toEqual(alphaWithInterval(units, 'seed'));
    }),
    { numRuns: 20 },
  );
});

test('identical answers with variation over units give α 1, and an interval of 1 alone', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 30 }),
      fc.array(fc.nat({ max: 4 }), { minLength: 12, maxLength: 43 }),
      (respondents, ranks) => {
        fc.pre(new Set(ranks).size > 1);
        const units = ranks.map((rank) =>
          Array.from({ length: 5 }, (_, at) => (at === rank ? respondents : 0)),
        );
        const alpha = alphaWithInterval(units, 'seed');
        expect(alpha?.value).toBe(1);
        if (alpha?.interval) expect(alpha.interval).toEqual({ low: 1, high: 1 });
      },
    ),
    { numRuns: 30 },
  );
});

test('α never exceeds 1', () => {
  fc.assert(fc.property(manyUnits, (units) => expect(krippendorffAlpha(units) ?? 0).toBeLessThanOrEqual(1)));
});
