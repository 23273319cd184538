import { quarterText } from '@/lib/domain/labels';
import type { Timeline } from '@/lib/domain/roadmap-timeline';
import { VENDORS, type ModelId } from '@/lib/domain/vocabulary';
import type { Palette } from './palette';
import { element, textAt, textWidth } from './svg';

/** The head of a plan's picture: years and quarters, and a flag for each level that is reached. */

export type Frame = { left: number; width: number };

const SCALE_HEIGHT = 27;
const LANE_HEIGHT = 13;
const SIZE = 7.5;

type Flag = { at: number; label: string; model: ModelId | null };
type PlacedFlag = Flag & { lane: number; toLeft: boolean };

const xOf = ({ left, width }: Frame, at: number): number => left + at * width;

/** Each flag in the first lane that has room for it; one near the right edge hangs to the left. */
export function flagsOf({ marks, horizon }: Timeline, frame: Frame): PlacedFlag[] {
  const flags: Flag[] = [
    ...marks.map(({ at, label, model }) => ({ at, label, model })),
    ...(horizon === null ? [] : [{ at: horizon.at, label: `horizon, week ${horizon.week}`, model: null }]),
  ].toSorted((a, b) => a.at - b.at);
  const taken: [number, number][][] = [];
  return flags.map((flag) => {
    const x = xOf(frame, flag.at);
    const wide = textWidth(flag.label, SIZE) + 14;
    const toLeft = x + wide > frame.left + frame.width;
    const [from, to] = toLeft ? [x - wide, x + 6] : [x - 6, x + wide];
    const free = taken.findIndex((lane) => lane.every(([start, end]) => to <= start || from >= end));
    const lane = free === -1 ? taken.length : free;
    (taken[lane] ??= []).push([from, to]);
    return { ...flag, lane, toLeft };
  });
}

export const headHeight = (flags: readonly PlacedFlag[]): number =>
  SCALE_HEIGHT + Math.max(0, ...flags.map(({ lane }) => lane + 1)) * LANE_HEIGHT + 3;

/** Years over their quarters; a quarter too narrow for its name has its line alone. `bottom` is where the lines of the grid end. */
export function scaleOf({ quarters }: Timeline, frame: Frame, bottom: number, colours: Palette): string {
  const named = quarters.map((each) => ({
    ...each,
    year: each.quarter.slice(0, 4),
    name: quarterText(each.quarter).slice(0, 2),
  }));
  const years = named.filter(({ year }, index) => year !== named[index - 1]?.year);
  return [
    ...named.map(({ startAt, endAt, name, quarter }) => {
      const [x, wide] = [xOf(frame, startAt), (endAt - startAt) * frame.width];
      const first = years.some((each) => each.quarter === quarter);
      return [
        line(x, first ? 2 : 14, bottom, { stroke: first ? colours.edge : colours.line, 'stroke-width': 0.6 }),
        wide < 13 ? '' : textAt(name, { x: x + 3, y: 20, size: SIZE, fill: colours.quiet }),
      ].join('');
    }),
    ...years.map(({ startAt, year }, index) => {
      const wide = ((years[index + 1]?.startAt ?? 1) - startAt) * frame.width;
      return wide < 22
        ? ''
        : textAt(year, {
            ...{ x: xOf(frame, startAt) + 3, y: 8, size: SIZE },
            ...{ fill: colours.ink, 'font-weight': 600 },
          });
    }),
    line(frame.left + frame.width, 2, bottom, { stroke: colours.line, 'stroke-width': 0.6 }),
  ].join('');
}

/** A vendor’s shape with its letter, the name of the level beside it, and a line down through the rows. */
export function drawnFlags(
  flags: readonly PlacedFlag[],
  frame: Frame,
  bottom: number,
  colours: Palette,
): string {
  return flags
    .map(({ at, label, model, lane, toLeft }) => {
      const [x, y] = [xOf(frame, at), SCALE_HEIGHT + (lane + 0.5) * LANE_HEIGHT];
      const down = line(x, y, bottom, {
        ...{ stroke: model === null ? colours.ink : colours.mark, 'stroke-width': 0.7 },
        'stroke-dasharray': model === null ? '4 2' : '1 2',
      });
      const away = model === null ? 3 : 8;
      const name = textAt(label, {
        ...{ x: toLeft ? x - away : x + away, y, size: SIZE, fill: colours.ink },
        ...{ 'font-weight': model === null ? 400 : 600, 'text-anchor': toLeft ? 'end' : 'start' },
      });
      return [down, model === null ? '' : vendorShape(model, x, y, colours), name].join('');
    })
    .join('');
}

function vendorShape(model: ModelId, x: number, y: number, { mark, onMark }: Palette): string {
  const shape = {
    aws: () => element('path', { d: `M${points(x, y, 6.2)}Z`, fill: mark }),
    microsoft: () => element('rect', { x: x - 4.6, y: y - 4.6, width: 9.2, height: 9.2, fill: mark }),
    google: () => element('circle', { cx: x, cy: y, r: 5.2, fill: mark }),
  }[model]();
  const letter = textAt(VENDORS[model].letter, {
    ...{ x, y, size: 6, fill: onMark, 'font-weight': 700, 'text-anchor': 'middle' },
  });
  return shape + letter;
}

/** A square on its corner. */
const points = (x: number, y: number, r: number): string =>
  [
    [x, y - r],
    [x + r, y],
    [x, y + r],
    [x - r, y],
  ]
    .map((point) => point.map((value) => Math.round(value * 100) / 100).join(' '))
    .join('L');

const line = (x: number, from: number, to: number, style: Record<string, string | number>): string =>
  element('line', { x1: x, y1: from, x2: x, y2: to, ...style });
