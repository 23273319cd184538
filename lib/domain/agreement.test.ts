import * as fc from 'fast-check';
import { agreement } from './agreement';
import { RUNGS } from './vocabulary';

const onRungs = fc.array(fc.nat({ max: 60 }), { minLength: RUNGS.length, maxLength: RUNGS.length });
const answered = onRungs.filter((counts) => counts.some((count) => count > 0));

test.each([
  { source: 'van der Eijk 2001, p. 331', counts: [30, 40, 210, 130, 530, 50, 10], is: 0.6113333 },
  { source: 'R package agrmt, vignette: PvdA', counts: [2.4, 2.8, 3.2, 6.2, 13.5, 30.4, 41.6], is: 0.61 },
  { source: 'R package agrmt, vignette: D66', counts: [1.6, 2.6, 8.2, 21, 29.3, 27, 10.3], is: 0.48 },
  { source: 'R package agrmt, vignette: collapse', counts: [6, 8, 5, 3, 2], is: 0.31 },
  { source: 'R package agrmt, vignette: collapse with 1:7', counts: [6, 8, 5, 3, 2, 0, 2], is: 0.39 },
  { source: 'R package agrmt, vignette: figure', counts: [2, 0, 1, 1], is: 0.08 },
])('A of $counts is the published $is ($source)', ({ counts, is }) => {
  const decimals = String(is).length - 2;
  expect(agreement(counts)?.toFixed(decimals)).toBe(is.toFixed(decimals));
});

test.each([
  { pattern: [1, 1, 1, 1, 1, 1, 1], is: '0.000' },
  { pattern: [1, 1, 1, 1, 1, 1, 0], is: '0.167' },
  { pattern: [0, 1, 1, 1, 1, 1, 0], is: '0.333' },
  { pattern: [0, 0, 1, 1, 1, 1, 0], is: '0.500' },
  { pattern: [0, 0, 1, 1, 1, 0, 0], is: '0.667' },
  { pattern: [0, 0, 1, 0, 1, 0, 0], is: '0.467' },
  { pattern: [0, 0, 0, 0, 1, 0, 0], is: '1.000' },
])('the layer $pattern of the example of van der Eijk, p. 331, has A $is', ({ pattern, is }) => {
  expect(agreement(pattern)?.toFixed(3)).toBe(is);
});

test('A is not defined where nobody answered, or on fewer than three ranks', () => {
  expect([agreement([0, 0, 0, 0, 0]), agreement([]), agreement([3, 4])]).toEqual([null, null, null]);
});

test('half at either end is -1, as many on each rung is 0', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100 }), (count) => {
      expect(agreement([count, 0, 0, 0, count])).toBe(-1);
      expect(agreement(RUNGS.map(() => count))).toBe(0);
    }),
  );
});

test('A is 1 if and only if all are on one rung, and lies between -1 and 1', () => {
  fc.assert(
    fc.property(answered, (counts) => {
      const value = agreement(counts);
      expect(value).toBeGreaterThanOrEqual(-1);
      expect(value).toBeLessThanOrEqual(1);
      expect(value === 1).toBe(counts.filter((count) => count > 0).length === 1);
    }),
  );
  for (const rung of RUNGS) expect(agreement(RUNGS.map((each) => (each === rung ? 7 : 0)))).toBe(1);
});

test('A depends on shares alone, and is the same read from the top as from the bottom', () => {
  fc.assert(
    fc.property(answered, fc.integer({ min: 2, max: 9 }), (counts, times) => {
      const value = agreement(counts);
      expect(agreement(counts.toReversed())).toBe(value);
      expect(agreement(counts.map((count) => count * times))).toBeCloseTo(value ?? NaN, 12);
    }),
  );
});
