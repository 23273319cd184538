import {
  capitalised,
  inWords,
  levelLabel,
  levelShort,
  levelText,
  list,
  percent,
  plural,
  range,
  standingMark,
  standingText,
  thousands,
} from './labels';
import { realContent } from './testing';

const { aws, microsoft, google } = realContent().models;

test('AWS phases have names, Microsoft’s and Google’s levels an L and their number', () => {
  expect(aws.levels.map((level) => levelShort('aws', level))).toEqual([
    'Initial',
    'Repeatable',
    'Reliable',
    'Scalable',
  ]);
  expect(microsoft.levels.map((level) => levelShort('microsoft', level))).toEqual([
    'L0',
    'L1',
    'L2',
    'L3',
    'L4',
  ]);
  expect(google.levels.map((level) => levelShort('google', level))).toEqual(['L0', 'L1', 'L2']);
});

test('a label never is a bare digit: it carries the vendor', () => {
  const labels = [
    ...aws.levels.map((level) => levelLabel('aws', level)),
    ...microsoft.levels.map((level) => levelLabel('microsoft', level)),
    ...google.levels.map((level) => levelLabel('google', level)),
  ];
  expect(labels).toEqual([
    'AWS Initial',
    'AWS Repeatable',
    'AWS Reliable',
    'AWS Scalable',
    'Microsoft L0',
    'Microsoft L1',
    'Microsoft L2',
    'Microsoft L3',
    'Microsoft L4',
    'Google L0',
    'Google L1',
    'Google L2',
  ]);
});

test('where not even the lowest level is reached, that is said of it', () => {
  expect(levelText('aws', aws.levels, null)).toBe('below Initial');
  expect(levelText('google', google.levels, null)).toBe('below L0');
  expect(levelText('aws', aws.levels, 'reliable')).toBe('Reliable');
});

test.each([
  [0, '0', '0 Absent'],
  [1, '1', '1 By hand'],
  [2, '2', '2 Agreed'],
  [3, '3', '3 Automatic'],
  [4, '4', '4 Governed'],
  ['not-applicable', '–', 'not applicable'],
  ['unknown', '?', 'not known'],
  ['unanswered', '?', 'not answered'],
] as const)('the standing %s is marked %s and said as “%s”', (standing, mark, text) => {
  expect([standingMark(standing), standingText(standing)]).toEqual([mark, text]);
});

test.each([
  [3, 3, '3'],
  [3, 5, '3–5'],
  [5, 3, '3–5'],
  [0, 0, '0'],
])('from %i to %i is written %s', (least, most, text) => {
  expect(range(least, most)).toBe(text);
});

test.each([
  [null, 'nothing applies'],
  [{ certain: 0.45, best: 0.45 }, '45 %'],
  [{ certain: 0.3, best: 0.5 }, '30–50 %'],
  [{ certain: 0.444, best: 0.4449 }, '44 %'],
  [{ certain: 0, best: 1 }, '0–100 %'],
])('the share %j is written %s', (pair, text) => {
  expect(percent(pair)).toBe(text);
});

test.each([
  [0, '0'],
  [999, '999'],
  [4000, '4,000'],
  [1234567, '1,234,567'],
])('%i is written %s, as number formats write it', (whole, text) => {
  expect(thousands(whole)).toBe(text);
  expect(whole.toLocaleString('en')).toBe(text);
});

test('numbers up to twelve are words in running text', () => {
  expect([0, 1, 2, 12, 13].map(inWords)).toEqual(['no', 'one', 'two', 'twelve', '13']);
});

test('lists, plurals and capitals read as in running text', () => {
  expect([list([]), list(['a']), list(['a', 'b']), list(['a', 'b', 'c'])]).toEqual([
    '',
    'a',
    'a and b',
    'a, b and c',
  ]);
  expect([plural(0, 'answer'), plural(1, 'answer'), plural(2, 'answer')]).toEqual([
    '0 answers',
    '1 answer',
    '2 answers',
  ]);
  expect(plural(2, 'capability', 'capabilities')).toBe('2 capabilities');
  expect([capitalised('below AWS'), capitalised('')]).toEqual(['Below AWS', '']);
});
