import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';

/** A part of an Office file is changed as text, by its path; a picture is not. */
export type Edit = (path: string, xml: string) => string;

/**
 * An Office file packed anew with its parts edited and without the time of packing, so that the same document gives the same bytes. A zip
 * keeps local time, and so the day is a local one too.
 */
export function repacked(file: Uint8Array, edit: Edit): Uint8Array {
  const mtime = new Date(2000, 0, 1);
  const parts: Zippable = {};
  for (const [path, bytes] of Object.entries(unzipSync(file))) {
    if (path.endsWith('/')) continue;
    const isText = path.endsWith('.xml') || path.endsWith('.rels');
    parts[path] = [isText ? strToU8(edit(path, strFromU8(bytes))) : bytes, { mtime, level: 6 }];
  }
  return zipSync(parts);
}

/** Sets the two dates of the document's properties. */
export const dated = (xml: string, day: string): string =>
  xml.replaceAll(/(<dcterms:(created|modified)[^>]*>)[^<]*/g, (_, tag: string) => `${tag}${day}T00:00:00Z`);

/** Gives what a pattern finds the numbers from 1 on, the same number to the same text. */
export function numbered(pattern: RegExp, name: (number: number) => string): (xml: string) => string {
  const numbers = new Map<string, string>();
  return (xml) =>
    xml.replaceAll(pattern, (found) => {
      const known = numbers.get(found) ?? name(numbers.size + 1);
      numbers.set(found, known);
      return known;
    });
}
