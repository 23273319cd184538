import { fontWidths } from '@/lib/pdf/font-widths';
import { written } from './plain-text';

/** Room for a text: inches, a size in points, and how many lines it may take. */
export type Room = { width: number; size: number; lines: number; bold?: boolean };

const POINTS = 72;
/** A little is left over, as the program that shows the slide may have another font. */
const SPARE = 0.96;
/** A space that does not break keeps its words together. */
const BROKEN = /[^\S\u00a0]+/u;
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The text as far as its room goes, with … where it had to be shortened. */
export function fitted(text: string, room: Room): string {
  const most = mostSigns(room);
  const whole = written(text.slice(0, most * 4)).trim();
  if (whole.length <= most && linesOf(whole, room) <= room.lines) return whole;
  const signs = [...graphemes.segment(whole)].slice(0, most).map(({ segment }) => segment);
  let [fits, over] = [0, signs.length];
  while (over - fits > 1) {
    const middle = Math.floor((fits + over) / 2);
    if (linesOf(shortened(signs, middle), room) <= room.lines) fits = middle;
    else over = middle;
  }
  return shortened(signs, fits);
}

/** More signs than this stand in no room: narrow ones are a fifth as wide as high. */
const mostSigns = ({ width, size, lines }: Room): number =>
  Math.ceil(((width * POINTS) / size / 0.2) * lines);

const shortened = (signs: readonly string[], most: number): string =>
  `${signs.slice(0, most).join('').trimEnd()}…`;

/** The lines that a text takes: words are kept whole, and one that no line holds is parted. */
export function linesOf(text: string, { width, size, bold = false }: Room): number {
  const widths = fontWidths(bold);
  const room = (width * POINTS * SPARE) / size;
  const space = widths(0x20);
  let [lines, used] = [1, 0];
  for (const word of text.split(BROKEN)) {
    const wide = Array.from(word).reduce((sum, sign) => sum + widths(sign.codePointAt(0) ?? 0), 0);
    if (used > 0 && used + space + wide > room) [lines, used] = [lines + 1, 0];
    used += (used > 0 ? space : 0) + wide;
    if (used > room) {
      const more = Math.ceil(used / room) - 1;
      [lines, used] = [lines + more, used - more * room];
    }
  }
  return lines;
}

/** As many of the texts as fit together, each in at most `each` lines, and how many are left. */
export function fittedList(
  texts: readonly string[],
  { each, ...room }: Room & { each: number },
): { shown: string[]; more: number } {
  const shown: string[] = [];
  let left = room.lines;
  for (const [index, text] of texts.entries()) {
    const kept = index === texts.length - 1 ? 0 : 1;
    const fit = fitted(text, { ...room, lines: each });
    const lines = linesOf(fit, room);
    if (lines > left - kept) break;
    shown.push(fit);
    left -= lines;
  }
  return { shown, more: texts.length - shown.length };
}

/** Height in inches of a text that takes at most so many lines. */
export const heightOf = (text: string, room: Room): number =>
  (linesOf(fitted(text, room), room) * room.size * LEADING) / POINTS + 0.02;

/** Height of a line, as a share of its size. */
export const LEADING = 1.22;
