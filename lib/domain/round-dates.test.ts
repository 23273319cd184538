import { dueFault, isOverdue } from './round-dates';

test.each([
  ['2026-11-20', 'this day is past'],
  ['0001-01-01', 'this day is past'],
  ['2026-11-21', null],
  ['2028-11-21', null],
  ['2028-11-22', 'at most 2 years from today'],
  ['9999-12-31', 'at most 2 years from today'],
])('on 21 November 2026 a round due %s is told: %s', (dueOn, fault) => {
  expect(dueFault(dueOn, '2026-11-21')).toBe(fault);
});

test('a round is overdue from the day after, as long as it is open', () => {
  const due = { dueOn: '2026-11-20', closedAt: null };
  expect(isOverdue(due, '2026-11-20')).toBe(false);
  expect(isOverdue(due, '2026-11-21')).toBe(true);
  expect(isOverdue({ ...due, closedAt: 1 }, '2026-11-21')).toBe(false);
});
