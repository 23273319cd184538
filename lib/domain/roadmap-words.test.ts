import { roadmapOf, TEAM, THREE_STEPS, type Planned } from './roadmap-testing';
import { timelineOf } from './roadmap-timeline';
import {
  costText,
  moneyText,
  planSentences,
  purposeText,
  rangeText,
  spanText,
  staffingText,
  waitingText,
} from './roadmap-words';
import { timelineText } from './timeline-text';
import { realContent } from './testing';

const content = realContent();
const said = (planned: Planned) => planSentences(content, roadmapOf(planned)).join(' ');

test.each<{ says: string; planned: Planned; expected: string | RegExp }>([
  {
    says: 'levels, steps, days and end',
    planned: THREE_STEPS,
    expected:
      'This plan reaches Google L1 in Q1 2027. One more level comes with it. 3 steps, 44 person-days, end on 19 Mar 2027 (Q1 2027).',
  },
  {
    says: 'money of the roles that have a day rate',
    planned: { ...THREE_STEPS, roster: { ...TEAM, dayRates: { 'data-engineer': 1000 }, currency: 'EUR' } },
    expected: /44 person-days and EUR 17,000 for the roles with a day rate, end on/,
  },
  {
    says: 'what ends past the horizon',
    planned: { ...THREE_STEPS, roster: { ...TEAM, horizonWeeks: 8 } },
    expected: /1 of these steps ends past the horizon of 8 weeks\.$/,
  },
  {
    says: 'what is left out',
    planned: { ...THREE_STEPS, adjustments: { 'rollback:4': { excluded: 'The vendor does it.' } } },
    expected: /1 step that the targets need is not in the plan\.$/,
  },
  {
    says: 'nobody there',
    planned: { ...THREE_STEPS, roster: { ...TEAM, roles: {} } },
    expected:
      /^This plan does not reach Google L1\. No step can be done with the people that there are\. Nobody is there as /,
  },
  {
    says: 'too little known',
    planned: { answers: {} },
    expected: /^Half or more is not known, so there is no plan yet/,
  },
])('a plan in sentences: $says', ({ planned, expected }) => {
  const sentences = said(planned);
  if (typeof expected === 'string') expect(sentences).toBe(expected);
  else expect(sentences).toMatch(expected);
});

test('a range is said where there is one, and “past the plan” where doubled effort does not fit', () => {
  const when = { week: 40, day: '2027-10-08', quarter: '2027-Q4' };
  expect(rangeText({ ...when, range: ['2027-Q4', '2027-Q4'] })).toBe('Q4 2027');
  expect(rangeText({ ...when, range: ['2027-Q3', '2028-Q2'] })).toBe('Q4 2027 (Q3 2027 to Q2 2028)');
  expect(spanText(['2027-Q3', null])).toBe('Q3 2027 to past the plan');
});

test.each([
  [
    { weeks: 3, days: -1.5, lost: [] },
    'What was changed by hand makes the plan 3 weeks longer and 1.5 person-days smaller.',
  ],
  [{ weeks: -1, days: 0, lost: [] }, 'What was changed by hand makes the plan 1 week shorter.'],
  [
    { weeks: 0, days: 0, lost: [{ model: 'aws' as const, level: 'initial' }] },
    'What was changed by hand moves neither its end nor its effort; without that it would also reach AWS Initial.',
  ],
])('what changes cost: %j', (cost, expected) => {
  expect(costText(content, cost)).toBe(expected);
});

test('small parts: money, people, purposes, and what a late step waits for', () => {
  expect(moneyText(312_000.4, 'EUR')).toBe('EUR 312,000');
  expect(moneyText(5, '')).toBe('5');
  expect(staffingText(content, { people: 1, coveredBy: null })).toBe('1 person');
  expect(staffingText(content, { people: 0, coveredBy: null })).toBe('nobody is named');
  expect(staffingText(content, { people: 0, coveredBy: 'data-engineer' })).toBe('covered by Data engineer');
  expect(
    purposeText(content, {
      purposes: [{ kind: 'level', model: 'google', level: '1' }, { kind: 'target' }],
      prerequisiteOf: ['rollback'],
    }),
  ).toBe('for Google L1 and own target; prepares Rollback');
  expect(waitingText(content, { waitsFor: [] })).toBe('people’s time');
  expect(waitingText(content, { waitsFor: ['rollback:2'] })).toBe('Rollback 1 → 2');
});

test('the picture in words names domains, the critical path and levels', () => {
  const timeline = timelineOf(content, roadmapOf(THREE_STEPS));
  expect(timelineText(timeline, timeline.groups)).toBe(
    'A bar for each of 3 steps, by domain and week; the table of steps by quarter says the same. Data: 2 steps done in Q1 2027. Test and release: 1 step done in Q1 2027. On the critical path: Data validation 2 → 3 and Data validation 3 → 4. Levels: Google L1 in Q1 2027 and Google L2 in Q1 2027.',
  );
});
