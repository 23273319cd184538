import { countedIn, quarterOf, type FinishedFacts } from './counted';

const finished = (id: string, assessedOn: string, more: Partial<FinishedFacts> = {}): FinishedFacts => ({
  id,
  assessedOn,
  finishedAt: 0,
  archived: false,
  deleted: false,
  replaces: null,
  ...more,
});

const counted = (...history: FinishedFacts[]) => Object.fromEntries(countedIn(history));

test('a team counts by its newest assessment, and in each quarter by its last', () => {
  expect(
    counted(finished('b', '2026-09-30'), finished('a', '2026-07-01'), finished('c', '2026-10-01')),
  ).toEqual({
    newest: { id: 'c', before: 'b' },
    '2026-Q4': { id: 'c', before: 'b' },
    '2026-Q3': { id: 'b', before: 'a' },
  });
});

test('of one day the one finished last is newer, and of one instant the higher id', () => {
  const day = '2026-03-31';
  const { newest } = counted(
    finished('z', day, { finishedAt: 1 }),
    finished('a', day, { finishedAt: 2 }),
    finished('b', day, { finishedAt: 2 }),
  );
  expect(newest).toEqual({ id: 'b', before: 'a' });
});

test.each<[string, Partial<FinishedFacts>]>([
  ['archived', { archived: true }],
  ['in the bin', { deleted: true }],
])('what is %s does not count', (_what, more) => {
  expect(counted(finished('a', '2026-01-05'), finished('b', '2026-04-05', more))).toEqual({
    newest: { id: 'a', before: null },
    '2026-Q1': { id: 'a', before: null },
  });
  expect(counted(finished('b', '2026-04-05', more))).toEqual({});
});

test('a newer version takes the place of the one before it, unless it is in the bin', () => {
  const first = finished('a', '2026-04-05');
  const second = finished('b', '2026-04-05', { replaces: 'a' });
  expect(counted(first, second)['newest']).toEqual({ id: 'b', before: null });
  expect(counted(first, { ...second, deleted: true })['newest']).toEqual({ id: 'a', before: null });
});

test.each([
  ['2026-01-01', '2026-Q1'],
  ['2026-03-31', '2026-Q1'],
  ['2026-04-01', '2026-Q2'],
  ['2026-12-31', '2026-Q4'],
])('%s is in %s', (date, quarter) => {
  expect(quarterOf(date)).toBe(quarter);
});
