import { element, textAt, textWidth } from '@/lib/charts/svg';
import type { Cell, Strip, SummaryView } from '@/lib/pdf/view-summary';
import type { Picture } from './blocks';
import { EDGE, INK, SOFT, TONES } from './colours';
import { hatched, pictureOf } from './picture-parts';

const CELL = 13;
const PITCH = CELL + 1.5;
const ROW = 17.5;
const SIZE = 8.5;
const BETWEEN = 14;

type View = SummaryView['strip'];
type Column = { rows: Strip[]; x: number; width: number };

/** All answers at a glance: a square for each capability, or for each statement of one vendor. */
export function stripPicture(strip: View, width: number): Picture {
  const columns = columnsOf(strip, width);
  const drawn = columns.map(drawnColumn);
  const height = Math.max(...drawn.map(({ height: each }) => each), ROW);
  return pictureOf(
    { width, height, alt: strip.alt, title: strip.title },
    drawn.map(({ svg }) => svg).join(''),
  );
}

function columnsOf({ rows, narrow }: View, width: number): Column[] {
  if (!narrow) return [{ rows, x: 0, width }];
  const half = Math.ceil(rows.length / 2);
  // The later domains have the longer names and rows.
  const first = (width - BETWEEN) * 0.45;
  return [
    { rows: rows.slice(0, half), x: 0, width: first },
    { rows: rows.slice(half), x: first + BETWEEN, width: width - BETWEEN - first },
  ];
}

function drawnColumn({ rows, x, width }: Column): { svg: string; height: number } {
  const names = Math.max(0, ...rows.map(({ name }) => textWidth(name, SIZE))) * 0.92 + 10;
  const counts = rows.some(({ count }) => count !== null) ? 62 : 0;
  const fit = Math.max(1, Math.floor((width - names - counts) / PITCH));
  let y = 0;
  const svg = rows.map((row) => {
    const top = y;
    y += ROW + (Math.max(1, Math.ceil(row.cells.length / fit)) - 1) * PITCH;
    return [
      textAt(row.name, { x, y: top + ROW / 2, size: SIZE, fill: `#${INK}` }),
      ...row.cells.map((cell, index) =>
        square(
          cell,
          x + names + (index % fit) * PITCH,
          top + (ROW - CELL) / 2 + Math.floor(index / fit) * PITCH,
        ),
      ),
      row.count === null
        ? ''
        : textAt(`${row.count} hold`, {
            ...{ x: x + width, y: top + ROW / 2, size: SIZE, fill: `#${SOFT}`, 'text-anchor': 'end' },
          }),
    ].join('');
  });
  return { svg: svg.join(''), height: y };
}

function square({ mark, tone }: Cell, x: number, y: number): string {
  const box = { x, y, width: CELL, height: CELL };
  const { fill, ink } = TONES[tone];
  return [
    element('rect', { ...box, fill: `#${fill}` }),
    tone === 'open' ? hatched(box) : '',
    tone === 'open'
      ? element('rect', { x: x + 3.5, y: y + 2, width: CELL - 7, height: CELL - 4, fill: '#FFFFFF' })
      : '',
    element('rect', { ...box, fill: 'none', stroke: `#${EDGE}`, 'stroke-width': 0.5 }),
    textAt(mark, {
      ...{ x: x + CELL / 2, y: y + CELL / 2, size: SIZE, fill: `#${ink}` },
      ...{ 'font-weight': 600, 'text-anchor': 'middle' },
    }),
  ].join('');
}
