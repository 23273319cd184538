import { characterMapOf, tableOf } from './character-map';
import { BOLD_FONT, REGULAR_FONT } from './fonts';

/** Width of a code point in a font size of 1. */
export type Widths = (point: number) => number;

const read = new Map<string, Widths>();

/** The widths of the report's font, regular or bold. What it does not have is as wide as it is high, as most scripts of Asia are. */
export function fontWidths(bold: boolean): Widths {
  const file = bold ? BOLD_FONT : REGULAR_FONT;
  const known = read.get(file) ?? widthsOf(file);
  read.set(file, known);
  return known;
}

function widthsOf(file: string): Widths {
  const unit = tableOf(file, 'head').readUInt16BE(18);
  const measured = tableOf(file, 'hhea').readUInt16BE(34);
  const metrics = tableOf(file, 'hmtx');
  const glyphs = characterMapOf(file);
  return (point) => {
    const glyph = glyphs.get(point);
    if (glyph === undefined) return 1;
    return metrics.readUInt16BE(4 * Math.min(glyph, measured - 1)) / unit;
  };
}
