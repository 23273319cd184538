import pptxgen from 'pptxgenjs';
import { EDGE, HAIR, INK, SOFT } from './colours';
import { isRightToLeft, written } from './plain-text';
import { fitted, LEADING, type Room } from './slide-text';
import { issueName, type Source } from './source';

/** The parts of a slide, in inches: 13.33 by 7.5. */

export type Slide = pptxgen.Slide;
export type Box = { x: number; y: number; w: number; h: number };

export const WIDTH = 13.333;
export const LEFT = 0.65;
export const CONTENT: Box = { x: LEFT, y: 1.6, w: WIDTH - 2 * LEFT, h: 5.05 };
export const FONT = 'Inter';
/** The first accent of the deck's theme: who changes it there changes every title, label and rule. */
export const ACCENT = 'accent1';

const TITLE: Box & { size: number } = { x: LEFT, y: 0.5, w: WIDTH - 2 * LEFT, h: 0.9, size: 25 };
const COVER_TITLE: Box & { size: number } = { x: LEFT, y: 2.5, w: 11, h: 1.3, size: 40 };
const POINTS = 72;

/** How many lines of a size stand in a height. */
export const linesIn = (height: number, size: number): number =>
  Math.max(1, Math.floor((height * POINTS) / (size * LEADING)));

/** A deck with two masters: of the cover and of every other slide. Both have a real place for the title. */
export function deckFor(source: Source): pptxgen {
  const { document, view, names, branded } = source;
  const deck = new pptxgen();
  deck.layout = 'LAYOUT_WIDE';
  deck.title = written(view.title);
  deck.subject = written(document.report.subject);
  deck.author = written(view.author);
  deck.company = written(names.client);
  deck.theme = { headFontFace: FONT, bodyFontFace: FONT };
  const place = ({ x, y, w, h, size }: typeof TITLE) => ({
    placeholder: {
      options: {
        ...{ name: 'title', type: 'title' as const, x, y, w, h, margin: 0 },
        ...{ fontFace: FONT, fontSize: size, bold: true, color: branded ? ACCENT : INK },
        ...{ align: 'left' as const, valign: 'bottom' as const },
      },
      text: '',
    },
  });
  const sign = view.draft
    ? [
        {
          text: {
            text: 'Draft',
            options: {
              ...{ x: WIDTH - LEFT - 1.4, y: 0.18, w: 1.4, h: 0.3, margin: 0 },
              ...{ fontFace: FONT, fontSize: 12, bold: true, color: SOFT, align: 'right' as const },
            },
          },
        },
      ]
    : [];
  deck.defineSlideMaster({
    title: 'COVER',
    objects: [place(COVER_TITLE), footLine(view.running.footLeft, 7.19), ...sign],
  });
  deck.defineSlideMaster({
    title: 'REPORT',
    objects: [
      place(TITLE),
      {
        line: {
          x: LEFT,
          y: 6.92,
          w: WIDTH - 2 * LEFT,
          h: 0,
          line: { color: branded ? ACCENT : HAIR, width: 0.75 },
        },
      },
      footLine(`${view.running.left} · ${issueName(document)} · ${view.running.footRight}`, 6.97),
      footLine(view.running.footLeft, 7.19),
      ...sign,
    ],
    slideNumber: {
      ...{ x: WIDTH - LEFT - 1, y: 6.97, w: 1, h: 0.22, margin: 0 },
      ...{ fontFace: FONT, fontSize: 10, color: SOFT, align: 'right' },
    },
  });
  return deck;
}

/** Whose it is and how it may be passed on, on each slide that the master is of. */
const footLine = (text: string, y: number) => ({
  text: {
    text: fitted(text, { width: FOOT.w, size: FOOT.size, lines: 1 }),
    options: {
      ...{ x: LEFT, y, w: FOOT.w, h: 0.22, margin: 0, fontFace: FONT, fontSize: FOOT.size, color: SOFT },
      ...{ valign: 'middle' as const },
    },
  },
});

const FOOT = { w: 10.6, size: 9 };

/** A slide with its title, which is shortened to two lines, and what is to be said with it. */
export function newSlide(deck: pptxgen, title: string, notes: readonly string[], cover = false): Slide {
  const slide = deck.addSlide({ masterName: cover ? 'COVER' : 'REPORT' });
  const { w, size } = cover ? COVER_TITLE : TITLE;
  slide.addText(fitted(title, { width: w, size, lines: 2, bold: true }), { placeholder: 'title' });
  slide.addNotes(written(notes.join(' ¶ ')).replaceAll(' ¶ ', '\n'));
  return slide;
}

type Look = { size?: number; bold?: boolean; color?: string; align?: 'left' | 'right' | 'center' };

/** A text in its box, shortened to it. */
export function putText(slide: Slide, text: string, box: Box, look: Look = {}): void {
  const { size = 14, bold = false, color = INK, align } = look;
  const shown = fitted(text, { width: box.w, size, bold, lines: linesIn(box.h, size) });
  const turned = isRightToLeft(shown);
  slide.addText(shown, {
    ...{ ...box, margin: 0, fontFace: FONT, fontSize: size, bold, color, valign: 'top', fit: 'none' },
    ...(turned && { rtlMode: true }),
    align: align ?? (turned ? 'right' : 'left'),
  });
}

/** Texts under one another in one box, so that a longer line in another font moves those after it and does not cover them. */
export function putParagraphs(slide: Slide, texts: readonly string[], box: Box, size: number): void {
  const paragraphs = texts.map((text) => {
    const turned = isRightToLeft(text);
    const align = turned ? ('right' as const) : ('left' as const);
    return {
      text,
      options: { breakLine: true, paraSpaceAfter: size * 0.6, align, ...(turned && { rtlMode: true }) },
    };
  });
  slide.addText(paragraphs, {
    ...{ ...box, margin: 0, fontFace: FONT, fontSize: size, color: INK, valign: 'top', fit: 'none' },
  });
}

export type SlideColumn = {
  head: string;
  w: number;
  align?: 'right' | 'center';
  bold?: boolean;
  lines?: number;
};

const HEAD_SIZE = 10;
const HEAD_HEIGHT = 0.32;
const PAD = 4;

/** A native table whose rows all have the same height: the texts are shortened to it. */
export function putTable(
  slide: Slide,
  { columns, rows, box, size = 12 }: { columns: SlideColumn[]; rows: string[][]; box: Box; size?: number },
): void {
  const scale = box.w / columns.reduce((sum, { w }) => sum + w, 0);
  const widths = columns.map(({ w }) => w * scale);
  const most = Math.max(1, ...columns.map(({ lines = 1 }) => lines));
  const least = (most * size * LEADING + 2 * PAD) / POINTS;
  // Few rows breathe.
  const height = Math.max(least, Math.min(least * 1.45, (box.h - HEAD_HEIGHT) / Math.max(1, rows.length)));
  const heads = columns.map(({ head, align }, index) => ({
    text: fitted(head, { width: (widths[index] ?? 1) - INSET, size: HEAD_SIZE, lines: 1, bold: true }),
    options: {
      ...{ bold: true, fontSize: HEAD_SIZE, color: SOFT, align: align ?? ('left' as const) },
      ...{ valign: 'bottom' as const, border: borders(1, EDGE), margin: marginOf(align) },
    },
  }));
  const cells = rows.map((row) =>
    columns.map(({ align, bold = false, lines = 1 }, index) => {
      const room: Room = { width: (widths[index] ?? 1) - INSET, size, lines, bold };
      const text = fitted(row[index] ?? '', room);
      return {
        text,
        options: {
          ...{ bold, fontSize: size, color: INK, valign: 'middle' as const, margin: marginOf(align) },
          ...{ align: align ?? ('left' as const), border: borders(0.5, HAIR) },
        },
      };
    }),
  );
  slide.addTable([heads, ...cells], {
    ...{ x: box.x, y: box.y, w: box.w, colW: widths, fontFace: FONT },
    rowH: [HEAD_HEIGHT, ...cells.map(() => height)],
  });
}

/** Left and right of a cell, in inches. */
const INSET = 0.2;

/** What stands on the right keeps away from what begins beside it. */
const marginOf = (align: SlideColumn['align']): [number, number, number, number] => [
  ...([0.02, align === 'right' ? 0.18 : 0.07, 0.02, 0] as const),
];

/** How many rows of so many lines stand under the heads of a table. */
export const rowsIn = (height: number, size = 12, lines = 1): number =>
  Math.max(1, Math.floor((height - HEAD_HEIGHT) / ((lines * size * LEADING + 2 * PAD) / POINTS)));

type Border = { type: 'solid' | 'none'; pt?: number; color?: string };

const borders = (pt: number, color: string): [Border, Border, Border, Border] => [
  { type: 'none' },
  { type: 'none' },
  { type: 'solid', pt, color },
  { type: 'none' },
];

/** A small heading over a part of a slide. */
export const putLabel = (slide: Slide, text: string, x: number, y: number, w: number): void =>
  putText(slide, text, { x, y, w, h: 0.28 }, { size: 13, bold: true, color: ACCENT });
