import { element, escaped, textAt } from '@/lib/charts/svg';
import type { TrackView } from '@/lib/pdf/view-track';
import type { Picture } from './blocks';
import { DEEP, EDGE, INK, SOFT, TONES } from './colours';
import { hatched, pictureOf } from './picture-parts';

const NAMES = 96;
const GAP = 5;
const BAR = 7.5;
const TRACK = 33;
const BETWEEN = 9;

/** The levels of each model as a row of segments, as the PDF draws them. */
export function tracksPicture(tracks: readonly TrackView[], width: number): Picture {
  const height = tracks.length * (TRACK + BETWEEN) - BETWEEN + 2;
  const alt = tracks.map((track) => track.alt).join(' ');
  return pictureOf(
    { width, height, alt, title: 'Levels' },
    tracks.map((track, index) => trackAt(track, index * (TRACK + BETWEEN), width)).join(''),
  );
}

function trackAt(track: TrackView, y: number, width: number): string {
  const wide = (width - NAMES - GAP * (track.segments.length - 1)) / Math.max(1, track.segments.length);
  return [
    textAt(track.mark, { x: 0, y: y + 6, size: 10, fill: `#${DEEP}` }),
    textAt(track.name, { x: 14, y: y + 6, size: 10, fill: `#${INK}`, 'font-weight': 600 }),
    nowText(track, y + 18),
    ...track.segments.map((segment, index) => segmentAt(segment, NAMES + index * (wide + GAP), y, wide)),
  ].join('');
}

/** Where it stands, with what is possible on a second line. */
function nowText({ now, below }: TrackView, y: number): string {
  const [certain = '', best] = now.split(/, (?=up to )/);
  const style = { size: 8, fill: `#${SOFT}` };
  return [
    textAt(below ? `▲ ${certain}` : certain, { x: 14, y, ...style }),
    best === undefined ? '' : textAt(best, { x: 14, y: y + 10, ...style }),
  ].join('');
}

function segmentAt(
  { label, reached, here, solid, hatched: open, count, when }: TrackView['segments'][number],
  x: number,
  y: number,
  width: number,
): string {
  const top = y + 13;
  const bar = (from: number, share: number) => ({
    ...{ x: x + from * width, y: top, width: share * width, height: BAR },
  });
  return [
    textAt(reached ? `${label} ✓` : label, {
      ...{ x, y: y + 5, size: 8.5, fill: `#${INK}`, 'font-weight': reached ? 600 : 400 },
    }),
    when === null
      ? ''
      : textAt(`◇ ${when}`, {
          ...{ x: x + width, y: y + 5, size: 7.5, fill: `#${SOFT}`, 'text-anchor': 'end' },
        }),
    element('rect', { ...bar(0, solid), fill: `#${TONES['rung-3'].fill}` }),
    hatched(bar(solid, open)),
    element('rect', { ...bar(0, 1), fill: 'none', stroke: `#${EDGE}`, 'stroke-width': 0.5 }),
    element(
      'text',
      { x, y: top + BAR + 10.5, 'font-size': 8, fill: `#${INK}` },
      escaped(count),
      here ? element('tspan', { dx: 5, 'font-weight': 600, fill: `#${DEEP}` }, '▲ now') : '',
    ),
  ].join('');
}
