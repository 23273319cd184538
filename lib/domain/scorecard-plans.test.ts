import { emptyStanding, summed } from './plan-standing';
import { isShortOf, paceOf, plansTogether, yearAimedAt } from './scorecard-plans';
import { aStanding, DONE, keptStep, TODAY, wants } from './scorecard-plans-testing';
import { realContent } from './testing';

const content = realContent();
const together = (teams: ReturnType<typeof aStanding>[]) =>
  plansTogether(content, summed(teams), { of: 24, today: TODAY, year: '2027' });

test.each([
  ['with a step past its day is late', aStanding(), 'late'],
  ['whose overdue step is accepted is on time', aStanding({}, [DONE]), 'on-time'],
  [
    'that was given more time and has begun is on time',
    aStanding({}, [keptStep('model-registry:2', { status: 'in-progress', dueOn: '2027-03-01' })]),
    'on-time',
  ],
  [
    'of which nothing is begun has not started',
    aStanding({}, [keptStep('model-registry:2', { dueOn: '2027-03-01' })]),
    'not-started',
  ],
])('a plan %s', (_what, standing, pace) => {
  expect(paceOf(standing, TODAY)).toBe(pace);
});

test('the days are those of steps that are not there yet, and those until the end of the year are split by the day', () => {
  const { days, planned, plans, of, paces } = together([aStanding(), aStanding({}, [DONE])]);
  expect({ plans, of, paces }).toEqual({
    plans: 2,
    of: 24,
    paces: { late: 1, 'on-time': 1, 'not-started': 0 },
  });
  expect(days).toBe(30);
  // Of the last step five of ten days lie in 2027.
  expect(planned).toEqual({ year: '2027', days: 20 });
});

test('a role is short by full-time people over the year from its first short quarter, quarters before today left out', () => {
  const { roles } = together([
    aStanding({ wanted: wants({ '2026-Q4': 900, '2027-Q2': 130, '2028-Q1': 65, '2028-Q2': 500 }) }),
    aStanding({ wanted: wants({ '2027-Q3': 65 }, '2027-07-05') }),
    aStanding({ wanted: wants({ '2027-Q2': 4 }) }),
  ]);
  expect(roles[0]).toMatchObject({
    role: 'ml-engineer',
    short: { people: (134 + 65 + 65) / 260, from: '2027-Q2', day: '2027-02-15', teams: 2 },
  });
  expect(roles[0]?.quarters.map(({ quarter }) => quarter)).toEqual([
    '2027-Q2',
    '2027-Q3',
    '2028-Q1',
    '2028-Q2',
  ]);
});

test('less than a quarter of a person is not short', () => {
  expect(together([aStanding({ wanted: wants({ '2027-Q2': 60 }) })]).roles[0]?.short).toBeNull();
});

test('money is told only where every plan has it, in one currency', () => {
  const priced = (currency: string) => aStanding({ money: { total: 1000, currency } });
  expect(together([priced('EUR'), priced('EUR')]).money).toEqual({ total: 2000, currency: 'EUR' });
  expect(together([priced('EUR'), priced('USD')]).money).toBeNull();
  expect(together([priced('EUR'), aStanding()]).money).toBeNull();
  expect(together([]).money).toBeNull();
});

test('a promise from before people were kept still reads, and is counted as silent', () => {
  expect(together([aStanding(), aStanding({ wanted: [] })])).toMatchObject({
    plans: 2,
    roles: [],
    silent: 1,
  });
});

test.each([
  [
    'of the last day aimed at',
    { aws: { level: '2', by: '2028-06-30' }, google: { level: '1', by: '2027-12-31' } },
    '2028',
  ],
  ['after this one, where no day is aimed at', {}, '2028'],
  ['after this one, where the last day is past', { aws: { level: '2', by: '2026-12-31' } }, '2028'],
])('the year looked ahead to is that %s', (_what, aims, year) => {
  expect(yearAimedAt(aims, TODAY)).toBe(year);
});

test('a plan is short of a role as long as a week of one person is missing', () => {
  const standing = aStanding({ wanted: wants({ '2027-Q1': 60, '2027-Q2': 8, '2027-Q3': 4 }) });
  expect(isShortOf(standing, 'ml-engineer', '2027-06-30')).toBe(true);
  expect(isShortOf(standing, 'ml-engineer', '2027-07-01')).toBe(false);
  expect(isShortOf(standing, 'data-engineer', TODAY)).toBe(false);
});

test('what is added up and taken off again leaves nothing behind', () => {
  const [one, other] = [
    aStanding({ tools: { 'model-registry:3': 'mlflow-registry' } }),
    aStanding({}, [DONE]),
  ];
  expect(summed([one, other], [other])).toEqual(summed([one]));
  expect(summed([one, other], [other, one])).toEqual(emptyStanding());
});

test('the years of a step share its work without losing any', () => {
  const steps = [{ id: 'model-registry:2', startsOn: '2026-11-30', doneOn: '2029-02-02', days: 10.1 }];
  const { work } = aStanding({ steps });
  expect(Object.keys(work)).toEqual(['2026', '2027', '2028', '2029']);
  expect(Object.values(work).reduce((sum, days) => sum + days, 0)).toBe(1010);
});
