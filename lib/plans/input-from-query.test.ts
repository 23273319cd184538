import { assumedInput } from '../domain/plan-input';
import { realContent } from '../domain/testing';
import { inputFromQuery, type Query } from './input-from-query';

const content = realContent();
const base = assumedInput({ aws: 'repeatable' }, '2026-11-21');
const asked = (query: Query) => inputFromQuery(content, base, query);

test('an address without a word of a plan asks for what is set', () => {
  expect(asked({ view: 'aws', other: '1' })).toEqual({ input: base, faults: {}, changed: false });
});

test('targets, people, covers, rates and the calendar are read as they stand in the form', () => {
  const { input, faults, changed } = asked({
    'target.aws': 'reliable',
    'target.google': '1',
    'target.microsoft': '',
    start: '2027-04-01',
    share: '35',
    order: 'finish-early',
    wip: '4',
    platform: 'azure',
    secondary: 'open-source',
    currency: 'EUR',
    'people.data-scientist': '2,5',
    'cover.data-scientist': '',
    'people.ml-engineer': '',
    'cover.ml-engineer': 'data-scientist',
    'people.cio': '',
    'rate.data-scientist': '900',
  });
  expect([faults, changed]).toEqual([{}, true]);
  expect(input.targets).toEqual({ aws: 'reliable', google: '1' });
  expect(input.order).toBe('finish-early');
  expect(input.roster).toMatchObject({
    ...{
      start: '2027-04-01',
      share: 35,
      wip: 4,
      platform: 'azure',
      secondary: 'open-source',
      currency: 'EUR',
    },
    dayRates: { 'data-scientist': 900 },
  });
  expect(input.roster.roles).toMatchObject({
    'data-scientist': 2.5,
    'ml-engineer': { coveredBy: 'data-scientist' },
    'data-engineer': 1,
  });
  expect(input.roster.roles).not.toHaveProperty('cio');
});

test.each<[Query, string, string]>([
  [{ start: 'soon' }, 'start', 'expected a date'],
  [{ share: 'half' }, 'share', 'expected whole per cent'],
  [{ share: '1000' }, 'share', 'at most 100'],
  [{ 'people.data-scientist': '-1' }, 'people.data-scientist', 'expected'],
  [{ 'people.data-scientist': '1e9' }, 'people.data-scientist', 'expected'],
  [{ 'cover.data-scientist': 'juggler' }, 'cover.data-scientist', 'there is no role juggler'],
  [{ 'cover.data-scientist': 'data-scientist' }, 'cover.data-scientist', 'covers go round'],
  [{ 'rate.data-scientist': 'much' }, 'rate.data-scientist', 'expected a number of money'],
  [{ platform: 'aws', secondary: 'aws' }, 'secondary', 'is the primary platform already'],
  [{ 'target.aws': '9' }, 'target.aws', 'there is no level 9'],
  [{ horizonWeeks: '100000' }, 'horizonWeeks', 'at most 520'],
])('%j is refused at its field, and the plan keeps what was set', (query, field, message) => {
  const { input, faults } = asked(query);
  expect(faults[field]).toContain(message);
  expect(input.roster).toEqual(base.roster);
  expect(input.targets).toEqual(base.targets);
});

test('a field that comes twice is as if it were not there', () => {
  expect(asked({ share: ['10', '20'] }).input).toEqual(base);
});
