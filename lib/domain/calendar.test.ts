import * as fc from 'fast-check';
import { dayNumber, doneBy, isoDay, mondayFrom, weekFrom, weekStart } from './calendar';

const day = fc.integer({ min: dayNumber('1900-01-01'), max: dayNumber('2400-12-31') });

test('days are those of the built-in calendar, in both directions', () => {
  fc.assert(
    fc.property(day, (number) => {
      const iso = new Date(number * 86_400_000).toISOString().slice(0, 10);
      expect(isoDay(number)).toBe(iso);
      expect(dayNumber(iso)).toBe(number);
    }),
  );
});

test('the Monday on or after a day is a Monday, within six days', () => {
  fc.assert(
    fc.property(day, (number) => {
      const monday = mondayFrom(isoDay(number));
      expect(new Date(`${monday}T00:00Z`).getUTCDay()).toBe(1);
      expect(dayNumber(monday) - number).toBeGreaterThanOrEqual(0);
      expect(dayNumber(monday) - number).toBeLessThan(7);
    }),
  );
});

test.each([
  ['2027-01-04', '2027-01-04', 0],
  ['2027-01-04', '2027-01-05', 1],
  ['2027-01-04', '2027-01-11', 1],
  ['2027-01-04', '2026-06-01', 0],
])('counted from %s, the first week on or after %s is week %i', (monday, iso, week) => {
  expect(weekFrom(monday, iso)).toBe(week);
});

test('what fills weeks 0 and 1 is done on the Friday of week 1', () => {
  expect(weekStart('2027-01-04', 2)).toBe('2027-01-18');
  expect(doneBy('2027-01-04', 2)).toBe('2027-01-15');
});
