import type { Timeline, TimelineBar, TimelineGroup } from '@/lib/domain/roadmap-timeline';
import { timelineText } from '@/lib/domain/timeline-text';
import type { Palette } from './palette';
import { drawnFlags, flagsOf, headHeight, scaleOf, type Frame } from './roadmap-head';
import { bodyHeight, GROUP_HEIGHT, pagesOf, type Page } from './roadmap-pages';
import { element, escaped, textAt, textWidth } from './svg';

/** Room in points. Without a height the picture is as long as it needs to be. */
export type Size = { width: number; height?: number };

/** One picture of a plan, or the part of it that stands on one page. */
export type Picture = { svg: string; alt: string; width: number; height: number; groups: string[] };

const TITLES = 160;
const LEGEND_HEIGHT = 20;

/** The picture of a plan in SVG, one for each page that it needs, each with the scale and the levels. */
export function roadmapPictures(timeline: Timeline, size: Size, colours: Palette): Picture[] {
  if (timeline.groups.length === 0) return [];
  const frame = { left: TITLES, width: size.width - TITLES - 1 };
  const flags = flagsOf(timeline, frame);
  const top = headHeight(flags);
  const naming = namingOf(timeline, frame);
  const pages = pagesOf(timeline, (size.height ?? 1e6) - top - LEGEND_HEIGHT);
  return pages.map((page, index) => {
    const bottom = top + bodyHeight(page);
    const height = bottom + LEGEND_HEIGHT;
    const part = pages.length === 1 ? '' : `, part ${index + 1} of ${pages.length}`;
    const alt = timelineText(timeline, page.groups);
    const svg = element(
      'svg',
      {
        ...{ xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${size.width} ${Math.ceil(height)}` },
        ...{ width: size.width, height: Math.ceil(height), role: 'img', 'font-family': 'Inter, sans-serif' },
      },
      element('title', {}, `The roadmap by domain and week${part}`),
      element('desc', {}, escaped(alt)),
      element('defs', {}, hatch(colours)),
      element('rect', { width: size.width, height: Math.ceil(height), fill: colours.paper }),
      pastHorizon(timeline, frame, top, bottom),
      scaleOf(timeline, frame, bottom, colours),
      rowsOf(page, frame, top, colours),
      drawnFlags(flags, frame, bottom, colours),
      barsOf(page, frame, top, { colours, naming }),
      legend(timeline, bottom, colours, naming),
    );
    return {
      svg,
      alt,
      width: size.width,
      height: Math.ceil(height),
      groups: page.groups.map(({ title }) => title),
    };
  });
}

/** Each group and each row with its upper edge. */
function placed({ groups, rowHeight }: Page, top: number) {
  let y = top;
  return groups.map((group) => {
    const head = y;
    const rows = group.rows.map((row, index) => ({ row, y: head + GROUP_HEIGHT + index * rowHeight }));
    y += GROUP_HEIGHT + group.rows.length * rowHeight;
    return { group, y: head, rows };
  });
}

function rowsOf(page: Page, frame: Frame, top: number, colours: Palette): string {
  const right = frame.left + frame.width;
  const across = (y: number, from: number, stroke: string) =>
    element('line', { x1: from, y1: y, x2: right, y2: y, stroke, 'stroke-width': 0.5 });
  return placed(page, top)
    .flatMap(({ group, y, rows }) => [
      across(y, 0, colours.edge),
      groupTitle(group, y, colours),
      ...rows.map(({ row, y: at }, index) =>
        [
          index === 0 ? '' : across(at, 8, colours.line),
          textAt(row.title, { x: 8, y: at + page.rowHeight / 2, size: SIZE, fill: colours.ink }),
        ].join(''),
      ),
    ])
    .join('');
}

const groupTitle = ({ title }: TimelineGroup, y: number, { ink }: Palette): string =>
  textAt(title, { x: 0, y: y + GROUP_HEIGHT / 2 + 0.5, size: 8, fill: ink, 'font-weight': 600 });

/** How bars are named: by both rungs where all have room for that, otherwise by the rung that they reach. */
type Naming = { whole: boolean };
type Paint = { colours: Palette; naming: Naming };

const SIZE = 7.5;
const wholeName = ({ from, to }: Pick<TimelineBar, 'from' | 'to'>): string => `${from} → ${to}`;

const namingOf = ({ groups }: Timeline, { width }: Frame): Naming => ({
  whole: allBars(groups).every(
    (bar) => textWidth(wholeName(bar), SIZE) + 2 <= (bar.endAt - bar.startAt) * width,
  ),
});

const allBars = (groups: readonly TimelineGroup[]): TimelineBar[] =>
  groups.flatMap(({ rows }) => rows.flatMap(({ bars }) => bars));

function barsOf(page: Page, frame: Frame, top: number, paint: Paint): string {
  return placed(page, top)
    .flatMap(({ rows }) => rows)
    .flatMap(({ row, y }) => row.bars.map((bar) => barOf(bar, frame, y + page.rowHeight / 2, page, paint)))
    .join('');
}

function barOf(
  bar: TimelineBar,
  frame: Frame,
  middle: number,
  { rowHeight }: Page,
  { colours, naming }: Paint,
): string {
  const x = frame.left + bar.startAt * frame.width + 0.4;
  const width = Math.max(1.5, (bar.endAt - bar.startAt) * frame.width - 0.8);
  const height = Math.min(12, rowHeight - 2.5);
  const size = Math.min(SIZE, height - 1.5);
  const name = naming.whole ? wholeName(bar) : String(bar.to);
  const room = textWidth(name, size) + 1 + (bar.inProgress ? 3 : 0) <= width;
  return [
    box({ x, y: middle - height / 2, width, height }, bar, colours),
    room
      ? textAt(name, {
          ...{ x: x + width / 2 + (bar.inProgress ? 1.5 : 0), y: middle, size, 'text-anchor': 'middle' },
          ...{ fill: bar.critical ? colours.onCritical : colours.onPlain, 'font-weight': 600 },
        })
      : '',
  ].join('');
}

type Box = { x: number; y: number; width: number; height: number };
type Kind = Pick<TimelineBar, 'critical' | 'late' | 'inProgress'>;

function box({ x, y, width, height }: Box, { critical, late, inProgress }: Kind, colours: Palette): string {
  const line = critical ? 1.2 : 0.6;
  return [
    element('rect', {
      ...{
        x: x + line / 2,
        y: y + line / 2,
        width: Math.max(0.5, width - line),
        height: height - line,
        rx: 1,
      },
      fill: critical ? colours.critical : colours.plain,
      ...{ stroke: critical ? colours.outline : colours.edge, 'stroke-width': line },
      ...(late ? { 'stroke-dasharray': '2 1.5' } : {}),
    }),
    inProgress ? element('rect', { x, y, width: Math.min(3, width / 2), height, fill: colours.ink }) : '',
  ].join('');
}

function pastHorizon({ horizon }: Timeline, { left, width }: Frame, top: number, bottom: number): string {
  if (horizon === null) return '';
  const x = left + horizon.at * width;
  return element('rect', { x, y: top, width: left + width - x, height: bottom - top, fill: 'url(#past)' });
}

const hatch = ({ line }: Palette): string =>
  element(
    'pattern',
    { id: 'past', width: 6, height: 6, patternUnits: 'userSpaceOnUse' },
    element('path', { d: 'M-1 7L7 -1', stroke: line, 'stroke-width': 0.5 }),
  );

/** What the bars mean; only the kinds that are there. */
function legend({ groups }: Timeline, bottom: number, colours: Palette, { whole }: Naming): string {
  const bars = allBars(groups);
  const plain = { critical: false, late: false, inProgress: false };
  const kinds: [boolean, Kind, string][] = [
    [
      bars.some((bar) => bar.critical),
      { ...plain, critical: true },
      'critical: one week later here is one week later at the end',
    ],
    [bars.some((bar) => !bar.critical), plain, 'has time to spare'],
    [bars.some((bar) => bar.late), { ...plain, late: true }, 'ends past the horizon'],
    [bars.some((bar) => bar.inProgress), { ...plain, inProgress: true }, 'in progress'],
  ];
  let x = 0;
  const y = bottom + 13;
  const drawn = kinds
    .filter(([isThere]) => isThere)
    .map(([, kind, words]) => {
      const at = x;
      x += 34 + textWidth(words, SIZE) * 0.83;
      return [
        box({ x: at, y: y - 4.5, width: 16, height: 9 }, kind, colours),
        textAt(words, { x: at + 20, y, size: SIZE, fill: colours.quiet }),
      ].join('');
    });
  const digits = whole ? 'digits: from rung to rung' : 'digit: the rung that a step reaches';
  return [...drawn, textAt(digits, { x, y, size: SIZE, fill: colours.quiet })].join('');
}
