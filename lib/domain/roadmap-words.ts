import { dateText, list, plural, quarterText } from './labels';
import type { When } from './roadmap';
import type { Timeline, TimelineGroup } from './roadmap-timeline';
import type { LeftOut } from './roadmap-work';
import type { Content } from './schema/content';

/** How plans are spoken of, in every medium. */

/** Titles of capabilities and roles by id, and of steps: `Data validation 2 → 3`. */
export function titlesOf({ capabilities, roles }: Pick<Content, 'capabilities' | 'roles'>) {
  const capabilityTitles = new Map(capabilities.map(({ id, title }) => [id, title]));
  const roleTitles = new Map(roles.map(({ id, title }) => [id, title]));
  const title = (id: string) => capabilityTitles.get(id) ?? id;
  return {
    title,
    role: (id: string) => roleTitles.get(id) ?? id,
    step: (id: string) => {
      const [capability = id, to = ''] = id.split(':');
      return `${title(capability)} ${Number(to) - 1} → ${to}`;
    },
  };
}

/** `Q3 2027`, or with the range of its effort `Q3 2027 (Q2 2027 to Q2 2028)`. */
export function rangeText({ quarter, range: [least, most] }: When): string {
  if (least === quarter && most === quarter) return quarterText(quarter);
  const last = most === null ? 'past the plan' : quarterText(most);
  return `${quarterText(quarter)} (${quarterText(least)} to ${last})`;
}

/** Why a step is not in the plan. */
export function leftOutText(
  content: Pick<Content, 'capabilities' | 'roles'>,
  { reason }: Pick<LeftOut, 'reason'>,
): string {
  const { step, role } = titlesOf(content);
  if (reason.kind === 'excluded') return `excluded: ${reason.reason}`;
  if (reason.kind === 'waits') return `waits for ${step(reason.for)}, which is not in the plan`;
  if (reason.kind === 'nobody') return `nobody is there as ${list(reason.roles.map(role))}`;
  if (reason.kind === 'too-late')
    return `may not begin before ${dateText(reason.notBefore)}, after the end of the plan`;
  const { duration, stretchedBy } = reason;
  const time = stretchedBy === null ? '' : ` with the time of the ${role(stretchedBy)} that there is`;
  return `takes ${plural(duration, 'week')}${time}, longer than the plan`;
}

/** What the picture of a plan shows, for those who do not see it. `groups` are those on this page of it. */
export function timelineText({ marks }: Timeline, groups: readonly TimelineGroup[]): string {
  const bars = groups.flatMap(({ rows }) => rows.flatMap((row) => row.bars));
  const critical = bars.filter((bar) => bar.critical).map(({ label }) => label);
  const late = bars.filter((bar) => bar.late).length;
  return [
    `A bar for each of ${plural(bars.length, 'step')}, by domain and week; the table of steps by quarter says the same.`,
    ...groups.map((group) => `${group.title}: ${groupText(group)}.`),
    critical.length === 0 ? '' : `On the critical path: ${list(critical)}.`,
    late === 0 ? '' : `${plural(late, 'step')} past the horizon.`,
    marks.length === 0
      ? ''
      : `Levels: ${list(marks.map(({ label, quarter }) => `${label} in ${quarterText(quarter)}`))}.`,
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

function groupText({ rows }: TimelineGroup): string {
  const bars = rows.flatMap((row) => row.bars);
  const done = bars.map(({ quarter }) => quarter).toSorted();
  const [first = '', last = ''] = [done[0], done.at(-1)];
  const when =
    first === last ? `in ${quarterText(first)}` : `from ${quarterText(first)} to ${quarterText(last)}`;
  return `${plural(bars.length, 'step')} done ${when}`;
}
