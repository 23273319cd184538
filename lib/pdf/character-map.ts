import { closeSync, openSync, readSync } from 'node:fs';

/** The glyphs of a TrueType or OpenType file by code point. Of the file only its character map is read, as some have 8 MB. */
export function characterMapOf(file: string): ReadonlyMap<number, number> {
  const map = tableOf(file, 'cmap');
  const tables = Array.from({ length: map.readUInt16BE(2) }, (_, index) => map.readUInt32BE(8 + index * 8));
  const withFormat = (format: number) => tables.find((at) => map.readUInt16BE(at) === format);
  const [full, basic] = [withFormat(12), withFormat(4)];
  const glyphs = new Map<number, number>();
  if (full !== undefined) addGroups(map, full, glyphs);
  else if (basic !== undefined) addSegments(map, basic, glyphs);
  if (glyphs.size === 0) throw new Error(`${file} has no Unicode character map`);
  return glyphs;
}

/** One table of such a file. */
export function tableOf(file: string, tag: string): Buffer {
  const handle = openSync(/* turbopackIgnore: true */ file, 'r');
  try {
    return readTable(handle, tag);
  } finally {
    closeSync(handle);
  }
}

function readTable(handle: number, tag: string): Buffer {
  const count = readAt(handle, 4, 2).readUInt16BE(0);
  const directory = readAt(handle, 12, count * 16);
  for (let entry = 0; entry < directory.length; entry += 16) {
    if (directory.toString('latin1', entry, entry + 4) === tag)
      return readAt(handle, directory.readUInt32BE(entry + 8), directory.readUInt32BE(entry + 12));
  }
  throw new Error(`The font has no ${tag} table`);
}

function readAt(handle: number, position: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  readSync(handle, bytes, 0, length, position);
  return bytes;
}

/** Format 12: groups of code points with glyphs of one after another. */
function addGroups(map: Buffer, table: number, glyphs: Map<number, number>): void {
  const groups = map.readUInt32BE(table + 12);
  for (let group = 0; group < groups; group += 1) {
    const at = table + 16 + group * 12;
    const first = map.readUInt32BE(at);
    const last = map.readUInt32BE(at + 4);
    const glyph = map.readUInt32BE(at + 8);
    for (let point = first; point <= last; point += 1)
      if (glyph + point - first > 0) glyphs.set(point, glyph + point - first);
  }
}

/** Format 4: segments of the first 65,536 code points, whose glyphs are counted on from a number or looked up in a list. */
function addSegments(map: Buffer, table: number, glyphs: Map<number, number>): void {
  const width = map.readUInt16BE(table + 6);
  const [ends, starts] = [table + 14, table + 16 + width];
  for (let at = 0; at < width; at += 2) {
    const first = map.readUInt16BE(starts + at);
    const delta = map.readUInt16BE(starts + width + at);
    const list = starts + 2 * width + at;
    const offset = map.readUInt16BE(list);
    for (let point = first; point <= map.readUInt16BE(ends + at) && point < 0xff_ff; point += 1) {
      const found = offset === 0 ? point : map.readUInt16BE(list + offset + (point - first) * 2);
      const glyph = (found + delta) % 0x1_00_00;
      if (found !== 0 && glyph !== 0) glyphs.set(point, glyph);
    }
  }
}
