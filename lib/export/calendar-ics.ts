import { dayNumber, isoDay } from '../domain/calendar';
import { isLink } from './clean-text';
import type { Part } from './item-parts';
import { planItems, planTitle, statusText, type PlanItem, type PlanToExport } from './plan-items';
import { planLevels, type PlanLevel } from './plan-levels';

/**
 * The plan as a calendar (RFC 5545): an event of whole days for each step, and one for each level on the day by which it is reached. They
 * keep their UIDs, so that the newer file takes the place of the older. Nobody is invited: an owner is named in the text.
 */
export function calendarIcs(plan: PlanToExport, { stampedAt }: { stampedAt: Date }): string {
  const stamp = `${stampedAt.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
  const lines = [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Rungs//Plan//EN', 'CALSCALE:GREGORIAN'],
    `X-WR-CALNAME:${text(planTitle(plan))}`,
    ...planItems(plan).flatMap((item) => eventOf(stepEvent(item, plan.url), stamp)),
    ...planLevels(plan).flatMap((level) => levelEvents(level).flatMap((event) => eventOf(event, stamp))),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

type Event = {
  key: string;
  title: string;
  /** ISO dates, both counted in. */
  from: string;
  to: string;
  labels: string[];
  description: string;
  url: string | null;
};

function stepEvent(item: PlanItem, url: string | null): Event {
  const { key, title, startsOn, dueOn, status, labels, parts, owner } = item;
  const named = owner === null ? [] : [{ heading: 'Owner', text: owner.name }];
  return {
    ...{ key, labels, url, from: startsOn, to: dueOn },
    title: status === 'planned' ? title : `${title} (${statusText(status)})`,
    description: [...named, ...parts].map(plainPart).join('\n\n'),
  };
}

function levelEvents({ key, label, target, reached, waitsFor }: PlanLevel): Event[] {
  if (reached === null) return [];
  const { day, text: when, past } = reached;
  return [
    {
      ...{ key, from: day, to: day, url: null, labels: ['rungs', 'level'] },
      title: `${label} reached${target ? ', the target' : ''}`,
      description: [
        `${when}${past ? ', past the end of the plan' : ''}`,
        ...(waitsFor === '' ? [] : [`Met last: ${waitsFor}`]),
        `Key in Rungs: ${key}`,
      ].join('\n'),
    },
  ];
}

const plainPart = (part: Part): string =>
  'text' in part
    ? `${part.heading}: ${part.text}`
    : [`${part.heading}:`, ...part.points.map((point) => `- ${point}`)].join('\n');

function eventOf({ key, title, from, to, labels, description, url }: Event, stamp: string): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${text(key)}@rungs`,
    `DTSTAMP:${stamp}`,
    `LAST-MODIFIED:${stamp}`,
    `DTSTART;VALUE=DATE:${date(from)}`,
    // The end is the first day that is not in it any more.
    `DTEND;VALUE=DATE:${date(isoDay(dayNumber(to) + 1))}`,
    `SUMMARY:${text(title)}`,
    `DESCRIPTION:${text(description)}`,
    `CATEGORIES:${labels.map(text).join(',')}`,
    ...(url !== null && isLink(url) ? [`URL:${url}`] : []),
    // Weeks of work take nobody's time from other appointments.
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

const date = (iso: string): string => iso.replaceAll('-', '');

const text = (value: string): string =>
  value.replaceAll(/[\\;,]/g, String.raw`\$&`).replaceAll(/\r\n?|\n/g, String.raw`\n`);

const LONGEST = 75;

/** No line has more than 75 octets, and no character is cut in two. */
function folded(line: string): string {
  let octets = 0;
  let result = '';
  for (const sign of line) {
    const own = Buffer.byteLength(sign);
    if (octets + own > LONGEST) {
      result += '\r\n ';
      octets = 1;
    }
    result += sign;
    octets += own;
  }
  return result;
}
