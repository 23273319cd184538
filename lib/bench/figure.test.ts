import { estimated, ratioOf, verdictOf } from './figure';
import { interquartile, median, p95, quantile } from './quantile';
import { storedFigure } from './result';

test.each([
  [10, 10, 'lower', 'held'],
  [11, 10, 'lower', 'NOT HELD'],
  [10, 10, 'higher', 'held'],
  [9, 10, 'higher', 'NOT HELD'],
  [9, null, 'higher', 'shown'],
  [null, 10, 'lower', 'not run'],
] as const)('%s against a bound of %s, better %s, is %s', (value, bound, better, verdict) => {
  expect(verdictOf({ value, bound, better })).toBe(verdict);
});

test('quantiles are measurements that were made, and the range between quartiles holds the middle half', () => {
  const values = [5, 1, 4, 2, 3, 8, 6, 7];
  expect([median(values), p95(values), quantile(values, 0)]).toEqual([4, 8, 1]);
  expect(interquartile(values)).toBe(4);
  expect(interquartile([1])).toBeNull();
});

test('an estimate comes with the same of each fifth of the measurements, in their order', () => {
  const values = Array.from({ length: 10 }, (_, index) => index);
  expect(estimated(values, median)).toEqual({ value: 4, runs: [0, 2, 4, 6, 8] });
  expect(estimated([3, 1], median)).toEqual({ value: 1, runs: [3, 1] });
});

test('a ratio is that of the whole lists, and its runs those of their parts', () => {
  expect(ratioOf([2, 4, 6, 8, 10], [1, 2, 3, 4, 10], median)).toEqual({ value: 2, runs: [2, 2, 2, 2, 1] });
});

test('of runs their number and spread are stored, and what is no number is none of them', () => {
  const figure = { name: 'a', value: 1.23456789, unit: 'ms', bound: 2, better: 'lower' as const, how: '' };
  expect(storedFigure({ ...figure, runs: [1, 2, 3, Number.NaN] })).toMatchObject({
    ...{ value: 1.23457, runs: 4, spread: 2, quiet: false },
  });
  expect(storedFigure(figure)).toMatchObject({ runs: 0, spread: null });
});
