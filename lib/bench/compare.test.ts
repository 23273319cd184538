import { compareResults, noiseOf } from './compare';
import type { Figure } from './figure';
import { storedFigure, withGroups, type BenchResult, type StoredFigure } from './result';

const figure = (row: Partial<Figure> = {}): StoredFigure =>
  storedFigure({
    ...{ name: 'saving', value: 100, unit: 'ms', bound: null, better: 'lower', how: '' },
    ...row,
  });

const result = (figures: StoredFigure[], group = 'saving'): BenchResult => ({
  engines: {},
  groups: {
    [group]: {
      ...{ measures: 'Saving.', date: '2026-11-22', commit: 'abc', node: 'v20', machine: '2 cores' },
      ...{ otherWork: null, figures },
    },
  },
});

const changeOf = (before: StoredFigure, after: StoredFigure) =>
  compareResults(result([before]), result([after]))[0]?.change;

test.each([
  ['a figure without runs that is as it was', {}, {}, 'same'],
  ['a counted figure that is one more, where less is better', {}, { value: 101 }, 'worse'],
  ['a counted figure that is one less, where less is better', {}, { value: 99 }, 'better'],
  ['more where more is better', { better: 'higher' }, { value: 101, better: 'higher' }, 'better'],
  ['less where more is better', { better: 'higher' }, { value: 99, better: 'higher' }, 'worse'],
  [
    'what moves no further than both spreads together',
    { runs: [95, 100, 105] },
    { value: 110, runs: [105, 110, 115] },
    'same',
  ],
  [
    'what moves further than both spreads together',
    { runs: [99, 100, 101] },
    { value: 110, runs: [109, 110, 111] },
    'worse',
  ],
  ['what needs a quiet machine and moves by a tenth', { quiet: true }, { value: 110, quiet: true }, 'same'],
  [
    'what needs a quiet machine and moves by more than a tenth',
    { quiet: true },
    { value: 111, quiet: true },
    'worse',
  ],
  ['what was not run before', { value: null }, {}, 'not comparable'],
  ['what is not run now', {}, { value: null }, 'not comparable'],
  ['the same name with another unit', {}, { unit: 's' }, 'not comparable'],
] as [string, Partial<Figure>, Partial<Figure>, string][])('%s', (_, before, after, change) => {
  expect(changeOf(figure(before), figure(after))).toBe(change);
});

test('the noise of two measurements does not depend on which was first, but for the least that a quiet machine moves', () => {
  const [a, b] = [figure({ runs: [90, 100, 110] }), figure({ value: 200, runs: [199, 200, 201] })];
  expect(noiseOf(a, b)).toBe(noiseOf(b, a));
  expect(noiseOf(a, b)).toBe(22);
});

test('figures that are new and gone are named, those of groups that were not measured now are not', () => {
  const before = withGroups(result([figure({ name: 'old' })]), result([figure()], 'other'));
  const after = result([figure({ name: 'young' })]);
  expect(compareResults(before, after).map(({ name, change }) => [name, change])).toEqual([
    ['young', 'new'],
    ['old', 'gone'],
  ]);
});

test('what is measured now takes the place of its group alone', () => {
  const before = withGroups(result([figure()]), result([figure()], 'other'));
  const after = withGroups(before, result([figure({ value: 7 })]));
  expect(after.groups['saving']?.figures[0]?.value).toBe(7);
  expect(after.groups['other']).toBe(before.groups['other']);
});
