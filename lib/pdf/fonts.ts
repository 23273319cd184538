import { readFileSync } from 'node:fs';
import path from 'node:path';

// Written out in full: the build finds only literal paths.
const FONT_FILES = [
  path.join(process.cwd(), 'node_modules/@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf'),
  path.join(
    process.cwd(),
    'node_modules/@expo-google-fonts/inter/400Regular_Italic/Inter_400Regular_Italic.ttf',
  ),
  path.join(process.cwd(), 'node_modules/@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf'),
  path.join(process.cwd(), 'node_modules/@expo-google-fonts/inter/700Bold/Inter_700Bold.ttf'),
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

/** The code points in the character map of a TrueType file (its full-Unicode table, format 12). */
function codePointsOf(font: Buffer): Set<number> {
  const map = tableOffset(font, 'cmap');
  const points = new Set<number>();
  for (let index = 0; index < font.readUInt16BE(map + 2); index += 1) {
    const table = map + font.readUInt32BE(map + 4 + index * 8 + 4);
    if (font.readUInt16BE(table) === 12) addGroups(font, table, points);
  }
  if (points.size === 0) throw new Error('The font has no full-Unicode character map');
  return points;
}

function tableOffset(font: Buffer, tag: string): number {
  for (let index = 0; index < font.readUInt16BE(4); index += 1) {
    const entry = 12 + index * 16;
    if (font.toString('latin1', entry, entry + 4) === tag) return font.readUInt32BE(entry + 8);
  }
  throw new Error(`The font has no ${tag} table`);
}

function addGroups(font: Buffer, table: number, points: Set<number>): void {
  const groups = font.readUInt32BE(table + 12);
  for (let group = 0; group < groups; group += 1) {
    const at = table + 16 + group * 12;
    const first = font.readUInt32BE(at);
    const last = font.readUInt32BE(at + 4);
    const glyph = font.readUInt32BE(at + 8);
    for (let point = first; point <= last; point += 1) if (glyph + point - first > 0) points.add(point);
  }
}
