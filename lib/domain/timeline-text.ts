import { list, plural, quarterText } from './labels';
import type { Timeline, TimelineGroup } from './roadmap-timeline';

/** What the picture of a plan shows, for those who do not see it. `groups` are those on this page of it. */
export function timelineText({ by, marks }: Timeline, groups: readonly TimelineGroup[]): string {
  const bars = groups.flatMap(({ rows }) => rows.flatMap((row) => row.bars));
  const critical = bars.filter((bar) => bar.critical).map(({ label }) => label);
  const late = bars.filter((bar) => bar.late).length;
  return [
    `A bar for each of ${plural(bars.length, 'step')}, by ${by} and week; the table of steps by quarter says the same.`,
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
