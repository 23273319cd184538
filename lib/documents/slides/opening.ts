import type pptxgen from 'pptxgenjs';
import { LOGO_BOX } from '@/lib/domain/brand';
import type { Cell, Strip } from '@/lib/pdf/view-summary';
import type { TrackView } from '@/lib/pdf/view-track';
import { plainText } from '../blocks';
import { DEEP, EDGE, HAIR, INK, SOFT, TONES } from '../colours';
import { mastheadOf, type LogoPicture, type Masthead } from '../masthead';
import { RUNGS } from '../rungs-mark';
import { ACCENT, CONTENT, LEFT, linesIn, newSlide, putText, WIDTH, type Slide } from '../slide-kit';
import { heightOf } from '../slide-text';
import { issueName, type Source } from '../source';

/** The first slides: what it is, where it stands in sentences and levels, and every answer at a glance. */

export async function coverSlide(deck: pptxgen, source: Source): Promise<void> {
  const { document, view, format, names } = source;
  const { subject } = document.report;
  const slide = newSlide(
    deck,
    document.title,
    view.cover.facts.map(({ name, lines }) => `${name}: ${lines.join(', ')}`),
    true,
  );
  putMasthead(slide, await mastheadOf(document.brand));
  putText(slide, names.client, { x: LEFT, y: 2.05, w: 11, h: 0.4 }, { size: 18, color: SOFT });
  putText(slide, subject, { x: LEFT, y: 4, w: 11, h: 0.9 }, { size: 24, bold: true, color: ACCENT });
  const rule = source.branded ? { color: ACCENT, width: 1.6 } : { color: HAIR, width: 0.75 };
  slide.addShape('line', { x: LEFT, y: 6.05, w: CONTENT.w, h: 0, line: rule });
  const by = names.preparedBy === null ? '' : ` · prepared by ${names.preparedBy}`;
  putText(
    slide,
    `${issueName(document)} · ${format.date(document.issue.on)}${by}`,
    { x: LEFT, y: 6.2, w: 11.5, h: 0.55 },
    { size: 14, color: SOFT },
  );
}

const INCHES_A_MILLIMETRE = 1 / 25.4;
const MASTHEAD = { y: 0.6, h: LOGO_BOX.height * INCHES_A_MILLIMETRE };

/** Whose document it is on the left, for whom on the right, as on the cover of the PDF. */
function putMasthead(slide: Slide, { left, name, right }: Masthead): void {
  const put = ({ png, alt, width, height }: LogoPicture, atEnd: boolean) => {
    const [w, h] = [width * INCHES_A_MILLIMETRE, height * INCHES_A_MILLIMETRE];
    slide.addImage({
      data: `image/png;base64,${Buffer.from(png).toString('base64')}`,
      ...{ x: atEnd ? WIDTH - LEFT - w : LEFT, y: MASTHEAD.y + (MASTHEAD.h - h) / 2, w, h, altText: alt },
    });
  };
  if (left !== null) put(left, false);
  else if (name !== null)
    putText(
      slide,
      name,
      { x: LEFT, y: MASTHEAD.y + 0.15, w: 8, h: 0.45 },
      { size: 20, bold: true, color: ACCENT },
    );
  else
    for (const [index, tone] of RUNGS.entries())
      slide.addShape('rect', {
        ...{ x: LEFT, y: MASTHEAD.y + 0.1 + index * 0.11, w: 0.7, h: 0.075 },
        ...{ fill: { color: TONES[tone].fill }, line: { color: EDGE, width: 0.5 }, objectName: 'Rungs' },
      });
  if (right !== null) put(right, true);
}

export function summarySlide(deck: pptxgen, source: Source): void {
  const { summary } = source.view;
  const { own } = summary;
  const sentences = own === null ? summary.sentences : plainText(own.text);
  const slide = newSlide(deck, 'Where it stands, and what it takes', [
    ...sentences,
    ...(own === null ? [] : [`Summary by ${own.by}.`]),
    ...summary.tracks.map(({ alt }) => alt),
    ...summary.notesOnLight,
  ]);
  const room = { ...CONTENT, h: 1.75 };
  putText(slide, sentences.join(' '), room, { size: 16 });
  const said = heightOf(sentences.join(' '), { width: room.w, size: 16, lines: linesIn(room.h, 16) });
  const top = Math.min(3.55, CONTENT.y + said + 0.8);
  for (const [index, track] of summary.tracks.entries())
    putTrack(slide, track, top + index * 1.03, CONTENT.w);
  putText(
    slide,
    summary.notesOnLight.join(' '),
    { x: LEFT, y: 6.5, w: CONTENT.w, h: 0.36 },
    { size: 10, color: SOFT },
  );
}

const NAMES = 2.2;
const GAP = 0.09;
const BAR = 0.19;

/** The levels of a model as native shapes. What is only possible is light, and said in the count. */
function putTrack(slide: Slide, { mark, name, now, segments }: TrackView, y: number, width: number): void {
  const wide = (width - NAMES - GAP * (segments.length - 1)) / Math.max(1, segments.length);
  putText(slide, `${mark} ${name}`, { x: LEFT, y, w: NAMES - 0.1, h: 0.3 }, { size: 15, bold: true });
  putText(slide, now, { x: LEFT, y: y + 0.31, w: NAMES - 0.1, h: 0.44 }, { size: 11, color: SOFT });
  for (const [index, { label, reached, here, solid, hatched, count, when }] of segments.entries()) {
    const x = LEFT + NAMES + index * (wide + GAP);
    const shape = (from: number, share: number, color: string, line: boolean) => {
      if (share > 0)
        slide.addShape('rect', {
          ...{ x: x + from * wide, y: y + 0.27, w: share * wide, h: BAR, fill: { color } },
          ...{ line: { color: line ? EDGE : color, width: line ? 0.75 : 0 } },
          objectName: `${name} ${label}: ${count}`,
        });
    };
    shape(0, 1, 'FFFFFF', true);
    shape(solid, hatched, TONES['rung-1'].fill, false);
    shape(0, solid, TONES['rung-3'].fill, false);
    putText(slide, reached ? `${label} ✓` : label, { x, y, w: wide, h: 0.25 }, { size: 12, bold: reached });
    putText(
      slide,
      `${count}${here ? '  ▲ now' : ''}${when === null ? '' : `  ◇ ${when}`}`,
      { x, y: y + 0.5, w: wide, h: 0.24 },
      { size: 11, bold: here, color: here ? DEEP : INK },
    );
  }
}

export function stripSlide(deck: pptxgen, { view }: Source): void {
  const { title, legend, rows, alt } = view.summary.strip;
  const slide = newSlide(deck, title, [alt, legend]);
  putText(slide, legend, { ...CONTENT, y: 1.5, h: 0.3 }, { size: 12, color: SOFT });
  const counted = rows.some(({ count }) => count !== null);
  // Areas of one vendor have many statements, which need the whole width.
  const half = rows.length > (counted ? 12 : 6) ? Math.ceil(rows.length / 2) : rows.length;
  const pitch = Math.min(0.86, 4.7 / half);
  const gap = 0.6;
  // The later domains have more capabilities.
  const share = rows.length === half ? 1 : counted ? 0.5 : 0.43;
  const first = share === 1 ? CONTENT.w : (CONTENT.w - gap) * share;
  const widthAt = (index: number) => (index < half ? first : CONTENT.w - gap - first);
  const side = Math.min(
    ...rows.map(({ cells }, index) => sideFor(cells.length, widthAt(index) - (counted ? COUNTS : 0))),
    pitch - 0.08,
  );
  for (const [index, strip] of rows.entries()) {
    const x = index < half ? LEFT : LEFT + first + gap;
    putStrip(slide, strip, x, 2.1 + (index % half) * pitch, { width: widthAt(index), side });
  }
}

const STRIP_NAMES = 2.35;
const COUNTS = 1.35;

const sideFor = (cells: number, width: number): number =>
  Math.min(0.46, (width - STRIP_NAMES) / Math.max(1, cells) - 0.05);

function putStrip(
  slide: Slide,
  { name, cells, count }: Strip,
  x: number,
  y: number,
  { width, side }: { width: number; side: number },
): void {
  const room = { width: STRIP_NAMES - 0.1, size: 13, lines: 2 };
  const h = heightOf(name, room);
  putText(slide, name, { x, y: y + (side - h) / 2, w: room.width, h }, { size: room.size });
  for (const [index, cell] of cells.entries())
    putCell(slide, cell, x + STRIP_NAMES + index * (side + 0.05), y, { side, name });
  if (count !== null)
    putText(
      slide,
      `${count} hold`,
      { x: x + width - COUNTS, y: y + (side - 0.25) / 2, w: COUNTS, h: 0.26 },
      { size: 12, color: SOFT, align: 'right' },
    );
}

function putCell(
  slide: Slide,
  { mark, tone }: Cell,
  x: number,
  y: number,
  { side, name }: { side: number; name: string },
): void {
  const { fill, ink } = TONES[tone];
  slide.addText(mark, {
    ...{ shape: 'rect', x, y, w: side, h: side, margin: 0, objectName: `${name}: ${mark}` },
    ...{ fill: { color: fill }, align: 'center', valign: 'middle', fontFace: 'Inter' },
    line: { color: EDGE, width: 0.75, dashType: tone === 'open' ? 'dash' : 'solid' },
    ...{ fontSize: Math.max(7, Math.min(14, side * 36)), bold: true, color: ink, fit: 'none' },
  });
}

/** What is asked first where too little is known for anything else. */
export function firstAnswersSlide(deck: pptxgen, { view }: Source): void {
  const titles = view.summary.answerFirst.map(({ title }) => title);
  const slide = newSlide(deck, 'Too little is known: answer these first', [
    view.summary.tooLittle ?? '',
    ...titles,
  ]);
  putText(
    slide,
    'Half or more of the answers are missing, so that nothing is said about what holds it back. These decide most:',
    { ...CONTENT, h: 0.6 },
    { size: 16 },
  );
  const half = Math.ceil(titles.length / 2);
  for (const [index, title] of titles.entries())
    putText(
      slide,
      `${index + 1}  ${title}`,
      {
        ...{ x: LEFT + Math.floor(index / half) * (WIDTH / 2 - LEFT), y: 2.5 + (index % half) * 0.42 },
        ...{ w: 5.4, h: 0.34 },
      },
      { size: 16 },
    );
}
