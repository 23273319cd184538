/** Weeks and quarters by ISO dates, by the Gregorian calendar; no clock and no time zone. A week is named by its Monday. */

const DAYS_BEFORE_1970 = 719_468;

/** Days from 1 January 1970 (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil). */
export function dayNumber(iso: string): number {
  const [year = 1970, month = 1, day = 1] = iso.split('-').map(Number);
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const ofEra = shifted - era * 400;
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const days = ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear;
  return era * 146_097 + days - DAYS_BEFORE_1970;
}

/** The ISO date of a number of days from 1 January 1970. */
export function isoDay(number: number): string {
  const shifted = number + DAYS_BEFORE_1970;
  const era = Math.floor(shifted / 146_097);
  const ofEra = shifted - era * 146_097;
  const year = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
  const place = Math.floor((5 * ofYear + 2) / 153);
  const day = ofYear - Math.floor((153 * place + 2) / 5) + 1;
  const month = place < 10 ? place + 3 : place - 9;
  const full = year + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(full).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The Monday on or after a day. 1 January 1970 was a Thursday. */
export function mondayFrom(iso: string): string {
  const number = dayNumber(iso);
  const weekday = (((number + 3) % 7) + 7) % 7;
  return isoDay(number + ((7 - weekday) % 7));
}

/** The Monday of the week that is so many weeks after the week of `monday`. */
export const weekStart = (monday: string, week: number): string => isoDay(dayNumber(monday) + 7 * week);

/** The first week, counted from `monday`, that begins on or after a day; 0 for a day before. */
export const weekFrom = (monday: string, iso: string): number =>
  Math.max(0, Math.ceil((dayNumber(iso) - dayNumber(monday)) / 7));

/** The Friday of the last week of what ends with week `end` (exclusive): the day by which it is done. */
export const doneBy = (monday: string, end: number): string => isoDay(dayNumber(monday) + 7 * end - 3);

/** The day of an instant, in UTC, as days are stored: `2026-10-01`. */
export const dayOf = (at: Date): string => at.toISOString().slice(0, 10);
