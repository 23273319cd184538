import { writeFileSync } from 'node:fs';
import { plural } from '../domain/labels';
import { BadInput, fileFault } from './bad-input';
import { PAPERS } from '../domain/vocabulary';

/** The paper of `--paper`, A4 where nothing is said. */
export function paperOf(value = 'a4'): (typeof PAPERS)[number] {
  const paper = PAPERS.find((each) => each === value);
  if (paper === undefined) throw new BadInput([`--paper ${value}: expected ${PAPERS.join(' or ')}`]);
  return paper;
}

/** Writes the file, and says which characters stand as a mark in it. */
export function writePdf(output: string, { pdf, replaced }: { pdf: Uint8Array; replaced: string[] }): void {
  writeOut(output, pdf);
  if (replaced.length > 0)
    console.error(`${plural(replaced.length, 'character')} in no font and replaced: ${replaced.join(' ')}`);
}

/** Writes the file; what is in its way is said with its name. */
export function writeOut(output: string, bytes: Uint8Array): void {
  try {
    writeFileSync(output, bytes);
  } catch (error) {
    throw fileFault(output, error);
  }
}
