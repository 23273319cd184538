import { readFileSync } from 'node:fs';
import path from 'node:path';

// Written out in full: the build finds only literal paths.
export const REGULAR_FONT = path.join(
  process.cwd(),
  'node_modules/@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf',
);
export const BOLD_FONT = path.join(
  process.cwd(),
  'node_modules/@expo-google-fonts/inter/700Bold/Inter_700Bold.ttf',
);
const FONT_FILES = [
  REGULAR_FONT,
  path.join(
    process.cwd(),
    'node_modules/@expo-google-fonts/inter/400Regular_Italic/Inter_400Regular_Italic.ttf',
  ),
  path.join(process.cwd(), 'node_modules/@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf'),
  BOLD_FONT,
];

export const FONT_FOLDERS = FONT_FILES.map((file) => path.dirname(file));

let covered: ReadonlySet<number> | undefined;

/** The code points that every weight of the report's font can draw. Read once. */
export function fontCoverage(): ReadonlySet<number> {
  if (covered === undefined) {
    const [first, ...others] = FONT_FILES.map((file) =>
      codePointsOf(readFileSync(/* turbopackIgnore: true */ file)),
    );
    covered = new Set([...(first ?? [])].filter((point) => others.every((other) => other.has(point))));
  }
  return covered;
}

const codePointsOf = (font: Buffer): Set<number> => new Set(glyphsOf(font).keys());

/** The glyphs of a TrueType file by code point, from its character map (the full-Unicode table, format 12). */
export function glyphsOf(font: Buffer): Map<number, number> {
  const map = tableOffset(font, 'cmap');
  const glyphs = new Map<number, number>();
  for (let index = 0; index < font.readUInt16BE(map + 2); index += 1) {
    const table = map + font.readUInt32BE(map + 4 + index * 8 + 4);
    if (font.readUInt16BE(table) === 12) addGroups(font, table, glyphs);
  }
  if (glyphs.size === 0) throw new Error('The font has no full-Unicode character map');
  return glyphs;
}

/** Where a table of a TrueType file begins. */
export function tableOffset(font: Buffer, tag: string): number {
  for (let index = 0; index < font.readUInt16BE(4); index += 1) {
    const entry = 12 + index * 16;
    if (font.toString('latin1', entry, entry + 4) === tag) return font.readUInt32BE(entry + 8);
  }
  throw new Error(`The font has no ${tag} table`);
}

function addGroups(font: Buffer, table: number, glyphs: Map<number, number>): void {
  const groups = font.readUInt32BE(table + 12);
  for (let group = 0; group < groups; group += 1) {
    const at = table + 16 + group * 12;
    const first = font.readUInt32BE(at);
    const last = font.readUInt32BE(at + 4);
    const glyph = font.readUInt32BE(at + 8);
    for (let point = first; point <= last; point += 1)
      if (glyph + point - first > 0) glyphs.set(point, glyph + point - first);
  }
}
