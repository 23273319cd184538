import { capacityOf, doerOf, readRoster, roleByName, weeklyTenths } from './roster';
import { rosterSchema, type RosterFile } from './schema/roster';
import { realContent } from './testing';

const { roles } = realContent();

const read = (file: Partial<RosterFile>) =>
  readRoster(roles, rosterSchema.parse({ start: '2027-01-04', platform: 'aws', roles: {}, ...file }));

test.each([
  [1, 100, 50],
  [1, 50, 25],
  [0.5, 33, 8],
  [1.15, 40, 23],
  [0.29, 100, 14],
  [0.02, 50, 0],
  [0, 100, 0],
])('%d people at %i per cent give %i tenths of a person-day a week', (people, share, tenths) => {
  expect(weeklyTenths(people, share)).toBe(tenths);
});

test.each([
  ['ml-engineer', 'ml-engineer'],
  ['  MLOps Engineer ', 'ml-engineer'],
  ['dba', 'database-administrator'],
  ['Product Owner', 'business-stakeholder'],
  ['juggler', undefined],
])('%j in a roster is the role %s', (name, id) => {
  expect(roleByName(roles, name)?.id).toBe(id);
});

test('roles go by any of their names, and everything of theirs is found by their id', () => {
  const { roster, problems } = read({
    roles: { DBA: { coveredBy: 'Data Engineer' }, 'ETL Developer': 2 },
    dayRates: { 'etl developer': 800 },
  });
  expect(problems).toEqual([]);
  expect(roster.roles).toEqual({
    'database-administrator': { coveredBy: 'data-engineer' },
    'data-engineer': 2,
  });
  expect(roster.dayRates).toEqual({ 'data-engineer': 800 });
});

test.each([
  ['a role that there is not', { juggler: 1 }, 'there is no role juggler'],
  ['a cover that there is not', { dba: { coveredBy: 'juggler' } }, 'there is no role juggler'],
  [
    'one role by two names',
    { dba: 1, 'database-administrator': 2 },
    'database-administrator is in the roster twice',
  ],
  ['a role that covers itself', { dba: { coveredBy: 'dba' } }, 'covers go round'],
  [
    'covers that go round',
    { dba: { coveredBy: 'data-engineer' }, 'data-engineer': { coveredBy: 'dba' } },
    'covers go round',
  ],
])('%s is named', (_what, named, message) => {
  const found = read({ roles: named }).problems.map((each) => each.message);
  expect(found.join('\n')).toContain(message);
});

test('work goes to who covers at the end, and a covered role gives nothing itself', () => {
  const named = {
    'database-administrator': { coveredBy: 'data-engineer' },
    'data-engineer': { coveredBy: 'ml-engineer' },
    'ml-engineer': { people: 2, share: 50 },
  };
  expect(doerOf(named, 'database-administrator')).toBe('ml-engineer');
  expect(capacityOf({ roles: named, share: 100 }, 'ml-engineer')).toBe(50);
  expect(capacityOf({ roles: named, share: 100 }, 'data-engineer')).toBe(0);
});

test.each([
  [{ start: 'tomorrow' }, 'expected a date such as 2027-01-04'],
  [{ roles: { dba: -1 } }, 'expected at least 0'],
  [{ roles: { dba: 1_001 } }, 'expected at most 1,000'],
  [{ roles: { dba: 'two' } }, 'expected a number of people'],
  [{ share: 0 }, 'expected at least 1 per cent'],
  [{ horizonWeeks: 0.5 }, 'expected whole weeks'],
  [{ secondary: 'aws' }, 'is the primary platform already'],
])('%j is refused with what is expected', (wrong, message) => {
  const result = rosterSchema.safeParse({ start: '2027-01-04', platform: 'aws', roles: {}, ...wrong });
  expect(result.error?.message).toContain(message);
});
