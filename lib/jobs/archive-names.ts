import { fileName } from '../reports/file-name';

/**
 * A name for each file of an archive, by what it is called after: none is there twice, also where a file system takes capitals for small
 * letters.
 */
export function archiveNames(files: readonly (readonly string[])[], extension: string): string[] {
  const taken = new Set<string>();
  return files.map(([first = '', ...others]) => {
    const name = Array.from(first).slice(0, LONGEST).join('').trim();
    for (let copy = 1; ; copy += 1) {
      const file = fileName([copy === 1 ? name : `${name} (${copy})`, ...others], extension);
      const key = file.normalize('NFKC').toLowerCase();
      if (taken.has(key)) continue;
      taken.add(key);
      return file;
    }
  });
}

/** The end of a name is cut off, and must not be what tells two apart. */
const LONGEST = 80;
