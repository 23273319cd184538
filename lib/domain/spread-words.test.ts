import * as fc from 'fast-check';
import type { Alpha } from './krippendorff';
import { isHidden, spreadOf, type RungSpread } from './spread';
import { arbitraryStanding, toStandings } from './spread-testing';
import { agreementText, medianText, overallText, rangeText, spreadText } from './spread-words';

const told = (marks: string): string => spreadText(spreadOf('registry', toStandings(marks)));

function rungsOf(marks: string): RungSpread {
  const spread = spreadOf('registry', toStandings(marks));
  if (isHidden(spread) || spread.rungs === null) throw new Error('no rungs');
  return spread.rungs;
}

test.each([
  ['222213', '4 of 6 say rung 2, one 1, one 3'],
  ['222222', 'all 6 say rung 2'],
  ['014', '1 of 3 says rung 0, one 1, one 4'],
  ['22311?.', '2 of 7 say rung 1, two 2, one 3, one does not know, one has not answered'],
  ['22??..', '2 of 6 say rung 2, two do not know, two have not answered'],
  ['223--', 'divided on whether it applies: 2 of 5 say it does not, two say rung 2, one 3'],
  ['3-?', 'divided on whether it applies: 1 of 3 says it does not, one says rung 3, one does not know'],
  ['---', 'all 3 say it does not apply'],
  ['--?', '2 of 3 say it does not apply, one does not know'],
  ['???.', '3 of 4 do not know, one has not answered'],
  ['????', 'all 4 do not know'],
  ['04...', '2 of 5 have answered, three have not; what they say is shown from three answers on'],
  ['0....', '1 of 5 has answered, four have not; what they say is shown from three answers on'],
  ['..', '0 of 2 have answered, two have not; what they say is shown from three answers on'],
  ['04', '2 of 2 have answered; what they say is shown from three answers on'],
  [`${'2'.repeat(30)}${'1'.repeat(13)}${'4'.repeat(12)}`, '30 of 55 say rung 2, 13 rung 1, twelve 4'],
])('%s is told as "%s"', (marks, text) => {
  expect(told(marks)).toBe(text);
});

const WORDS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const numberOf = (text: string): number => (WORDS.includes(text) ? WORDS.indexOf(text) + 1 : Number(text));

/** The counts that a sentence names, and of how many. */
function countsIn(text: string): { counts: number[]; of: number } {
  const [first = '', ...rest] = text
    .replace(/^[^:]*: /, '')
    .replace(/;.*$/, '')
    .split(', ');
  const [begin, count, of] = /^(?:all|(\d+) of) (\d+) /.exec(first) ?? [];
  if (begin === undefined || of === undefined) throw new Error(text);
  const after = rest.map((part) => numberOf(part.split(' ')[0] ?? ''));
  return { counts: [Number(count ?? of), ...after], of: Number(of) };
}

test('the counts that are named sum to those asked', () => {
  fc.assert(
    fc.property(fc.array(arbitraryStanding, { minLength: 1, maxLength: 60 }), (standings) => {
      const { counts, of } = countsIn(spreadText(spreadOf('registry', standings)));
      expect(of).toBe(standings.length);
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(standings.length);
    }),
  );
});

test('of what too few have answered no sentence tells a rung', () => {
  fc.assert(
    fc.property(fc.array(arbitraryStanding, { minLength: 1, maxLength: 12 }), (standings) => {
      const spread = spreadOf('registry', standings);
      expect(/rung|appl|know/.test(spreadText(spread))).toBe(!isHidden(spread));
    }),
  );
});

test.each([
  ['222', 'median rung 2', 'rung 2 only', 'all on one rung'],
  ['1223', 'median rung 2', 'from rung 1 to rung 3', 'gathered rather than spread (A 0.63)'],
  [
    '0044',
    'median between rungs 0 and 4',
    'from rung 0 to rung 4',
    'in opposite camps rather than spread (A −1.00)',
  ],
  ['01234', 'median rung 2', 'from rung 0 to rung 4', 'spread over the scale (A 0.00)'],
  ['1??', 'median rung 1', 'rung 1 only', 'rated by one alone'],
  [`${'2'.repeat(199)}3`, 'median rung 2', 'from rung 2 to rung 3', 'gathered rather than spread (A 0.99)'],
])('%s has %s, %s, %s', (marks, median, range, agreement) => {
  const rungs = rungsOf(marks);
  expect([medianText(rungs), rangeText(rungs)]).toEqual([median, range]);
  expect(agreementText(rungs)).toBe(agreement);
});

const measured = (value: number, interval: Alpha['interval']) =>
  overallText({ kind: 'measured', respondents: 6, alpha: { value, interval, units: 43, redraws: 1000 } });

test('α is told with its interval, what Krippendorff makes of it, and what the interval leaves open', () => {
  expect(measured(0.7421, { low: 0.5, high: 0.8 })).toBe(
    'Krippendorff’s α is 0.742 (95 % interval 0.500 to 0.800, from drawing the capabilities anew 1,000 times), over 43 capabilities that at least two of 6 respondents rated. Krippendorff relies on 0.800 and above, and draws tentative conclusions from 0.667 on. By that the agreement is enough for tentative conclusions only. From the interval it could also be enough to rely on, or too little to conclude from.',
  );
});

test.each([
  { value: 0.93, low: 0.85, high: 0.97, means: 'By that the agreement is enough to rely on.' },
  { value: 0.8, low: 0.8, high: 0.9, means: 'By that the agreement is enough to rely on.' },
  { value: 0.79951, low: 0.7996, high: 0.9, means: 'By that the agreement is enough to rely on.' },
  {
    value: 0.7,
    low: 0.68,
    high: 0.75,
    means: 'By that the agreement is enough for tentative conclusions only.',
  },
  { value: 0.5, low: 0.3, high: 0.6, means: 'By that the agreement is too little to conclude from.' },
  {
    value: 0.1,
    low: -0.2,
    high: 0.3,
    means:
      'By that the agreement is too little to conclude from. From the interval it could also be no more than chance gives.',
  },
  { value: -0.2, low: -0.4, high: -0.1, means: 'By that the agreement is no more than chance gives.' },
])('α $value from $low to $high: $means', ({ value, low, high, means }) => {
  expect(measured(value, { low, high }).endsWith(means)).toBe(true);
});

test('α is never told bare: an interval, or why there is none, stands in the same sentence', () => {
  expect(measured(0.9, null)).toContain(
    '(no interval, as the capabilities are too few or differ too little)',
  );
  expect(measured(-0.25, { low: -0.5, high: 0.125 })).toContain(
    'α is −0.250 (95 % interval −0.500 to 0.125,',
  );
});

test.each([
  [
    'too-few' as const,
    4,
    'So far 4 respondents have given a rung: a coefficient is shown from five on; until then read how the answers to each capability lie.',
  ],
  [
    'too-few' as const,
    1,
    'So far 1 respondent has given a rung: a coefficient is shown from five on; until then read how the answers to each capability lie.',
  ],
  [
    'too-few' as const,
    0,
    'So far nobody has given a rung: a coefficient is shown from five on; until then read how the answers to each capability lie.',
  ],
  [
    'no-difference' as const,
    5,
    'Agreement over all capabilities is not defined: 5 respondents gave rungs, but all rungs that can be compared are the same.',
  ],
  [
    'not-compared' as const,
    5,
    'Agreement over all capabilities is not defined: 5 respondents gave rungs, but no two of them rated the same capability.',
  ],
])('no coefficient (%s, %i) is explained', (kind, respondents, text) => {
  expect(overallText({ kind, respondents })).toBe(text);
});
