import { proposalsOf } from './decision-proposals';
import type { KeptDecision } from './decisions';
import { card, FAR, scored, team } from './scorecard-testing';
import { summed } from './plan-standing';
import { plansTogether } from './scorecard-plans';
import { aStanding, TODAY, wants } from './scorecard-plans-testing';
import { scorecardText } from './scorecard-text';
import { realContent } from './testing';
import {
  daysText,
  pacesText,
  plansText,
  shortText,
  takesSentences,
  waitText,
  whatItTakes,
} from './what-it-takes';

const content = realContent();
const SHORT = { wanted: wants({ '2027-Q2': 325 }) };

function takesOf(teams: ReturnType<typeof aStanding>[], decisions: KeptDecision[] = []) {
  const standing = summed(teams);
  const together = plansTogether(content, standing, { of: 24, today: TODAY, year: '2027' });
  return whatItTakes(together, decisions, proposalsOf(content, together, standing, TODAY));
}

const decision = (index: number, change: Partial<KeptDecision> = {}): KeptDecision => ({
  ...{ id: String(index), title: `Decision ${index}`, beforeOn: null, source: null },
  ...{ waiting: index, status: 'open' as const },
  ...change,
});

test('the plans of two teams are told with how many teams have one', () => {
  const takes = takesOf([aStanding(SHORT), aStanding(SHORT)]);
  expect(plansText(takes)).toBe('from the plans of 2 of 24 teams');
  expect(daysText(takes)).toBe('40 person-days to the targets, 30 of them until the end of 2027');
  expect(takes.short.map(shortText)).toEqual([
    'ML engineer: 2.5 people short in the year from Q2 2027, in 2 teams',
  ]);
  expect(pacesText(takes)).toBe('Plans on time 0 · late 2 · not started 0');
  expect(takes.proposed).toBe(1);
});

test('a price is told where every plan has one', () => {
  const money = { total: 12_400, currency: 'EUR' };
  expect(daysText(takesOf([aStanding({ money })]))).toMatch(/; planned at EUR 12,400 in all$/);
});

test('of the open decisions five are told, those first for which most teams wait', () => {
  const { decisions } = takesOf(
    [],
    [decision(9, { status: 'decided' }), ...[1, 2, 3, 4, 5, 6].map((each) => decision(each))],
  );
  expect(decisions.map(({ title }) => title)).toEqual([6, 5, 4, 3, 2].map((index) => `Decision ${index}`));
});

test.each([
  [{ teams: 12, beforeOn: '2027-01-31' }, '12 teams wait · before 31 Jan 2027'],
  [{ teams: 1, beforeOn: null }, '1 team waits'],
  [{ teams: 0, beforeOn: null }, ''],
])('who waits is said as far as it is known: %j', (each, words) => {
  expect(waitText(each)).toBe(words);
});

test('the text to paste has a line for the plans and one for the decisions, whatever their words', () => {
  const takes = takesOf([aStanding(SHORT)], [decision(1, { title: 'One\nregistry\u2028now' })]);
  const text = scorecardText(card([team(scored(FAR))]), {
    ...{ organisation: 'Harbour Bank', unit: null, date: TODAY, takes },
  });
  expect(text.split(/[\n\u2028]/).slice(-2)).toEqual([
    'What it will take, from the plans of 1 of 24 teams: 20 person-days to the targets, 15 of them until the end of 2027. Plans on time 0 · late 1 · not started 0. People short: ML engineer 1.3 from Q2 2027.',
    'Decisions wanted: One registry now (1 team waits).',
  ]);
  expect(takesSentences(takesOf([]))).toEqual([]);
});
