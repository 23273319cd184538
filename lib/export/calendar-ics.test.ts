import ICAL from 'ical.js';
import { calendarIcs } from './calendar-ics';
import { planItems } from './plan-items';
import { planLevels } from './plan-levels';
import { aHostilePlan, aPlan } from './testing';

const stampedAt = new Date('2026-12-01T09:30:00Z');
const calendarOf = (ics: string) => new ICAL.Component(ICAL.parse(ics) as unknown[]);
const eventsOf = (ics: string) =>
  calendarOf(ics)
    .getAllSubcomponents('vevent')
    .map((each) => new ICAL.Event(each));

test('each step is an event of its days, and each level that is reached one of a day', () => {
  const plan = aPlan();
  const events = new Map(eventsOf(calendarIcs(plan, { stampedAt })).map((event) => [event.uid, event]));
  const items = planItems(plan);
  const reached = planLevels(plan).filter((level) => level.reached !== null);
  expect(reached.length).toBeGreaterThan(0);
  expect(events.size).toBe(items.length + reached.length);
  for (const { key, title, startsOn, dueOn } of items) {
    const event = events.get(`${key}@rungs`);
    expect([event?.summary, event?.startDate.toString()]).toEqual([title, startsOn]);
    // The end of an event of whole days is the day after.
    event?.endDate.adjust(-1, 0, 0, 0);
    expect([event?.endDate.isDate, event?.endDate.toString()]).toEqual([true, dueOn]);
  }
  for (const { key, label, reached: when } of reached) {
    const event = events.get(`${key}@rungs`);
    expect(event?.summary).toMatch(new RegExp(`^${label} reached`));
    expect(event?.startDate.toString()).toBe(when?.day);
  }
});

test('a date before the start of the schedule makes an event of one day, not one that ends before it begins', () => {
  const plan = aHostilePlan();
  for (const event of eventsOf(calendarIcs(plan, { stampedAt })))
    expect(event.endDate.compare(event.startDate)).toBe(1);
});

test('every text comes out as it went in, and no text begins a property or a component', () => {
  const plan = aHostilePlan();
  const calendar = calendarOf(calendarIcs(plan, { stampedAt }));
  expect(calendar.getAllSubcomponents().map(({ name }) => name)).not.toContain('valarm');
  expect(calendar.getAllProperties()).toHaveLength(4);
  const events = new Map(eventsOf(calendarIcs(plan, { stampedAt })).map((event) => [event.uid, event]));
  for (const { key, owner, note } of planItems(plan)) {
    const event = events.get(`${key}@rungs`);
    expect(event?.component.getAllSubcomponents()).toEqual([]);
    expect(event?.description).toContain(`Owner: ${owner?.name}\n`);
    expect(event?.description).toContain(`Note: ${note}\n`);
  }
});

test('no line has more than 75 octets, and every line ends with CRLF', () => {
  const ics = calendarIcs(aHostilePlan(), { stampedAt });
  expect(ics.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  expect(ics.endsWith('END:VCALENDAR\r\n')).toBe(true);
  for (const line of ics.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
});

test('the same plan at the same time is the same file; at another, only the stamp is another', () => {
  const plan = aPlan();
  const [first, second] = [stampedAt, new Date('2027-02-01T00:00:00Z')].map((at) =>
    calendarIcs(plan, { stampedAt: at }),
  );
  expect(calendarIcs(plan, { stampedAt })).toBe(first);
  expect(first).toContain('DTSTAMP:20261201T093000Z');
  expect(second?.replaceAll('20270201T000000Z', '20261201T093000Z')).toBe(first);
});
