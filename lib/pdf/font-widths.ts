import { readFileSync } from 'node:fs';
import { BOLD_FONT, glyphsOf, REGULAR_FONT, tableOffset } from './fonts';

/** Width of a code point in a font size of 1. */
export type Widths = (point: number) => number;

const read = new Map<string, Widths>();

/** The widths of the report's font, regular or bold. What it does not have is as wide as it is high, as most scripts of Asia are. */
export function fontWidths(bold: boolean): Widths {
  const file = bold ? BOLD_FONT : REGULAR_FONT;
  const known = read.get(file) ?? widthsOf(readFileSync(/* turbopackIgnore: true */ file));
  read.set(file, known);
  return known;
}

function widthsOf(font: Buffer): Widths {
  const unit = font.readUInt16BE(tableOffset(font, 'head') + 18);
  const measured = font.readUInt16BE(tableOffset(font, 'hhea') + 34);
  const metrics = tableOffset(font, 'hmtx');
  const glyphs = glyphsOf(font);
  return (point) => {
    const glyph = glyphs.get(point);
    if (glyph === undefined) return 1;
    return font.readUInt16BE(metrics + 4 * Math.min(glyph, measured - 1)) / unit;
  };
}
