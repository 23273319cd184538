import type { BenchResult } from './result';
import { markdownTables } from './table';

const BEGIN = '<!-- figures: written by `npm run bench -- --doc` from docs/bench.json -->';
const END = '<!-- end of figures -->';

/** The document with the tables of this result in the place of those that it had; throws where it has no place for them. */
export function withTables(doc: string, result: BenchResult): string {
  const [from, to] = [doc.indexOf(BEGIN), doc.indexOf(END)];
  if (from < 0 || to < from) throw new Error('docs/performance.md has no place for the figures');
  return `${doc.slice(0, from)}${BEGIN}\n\n${markdownTables(result)}\n\n${doc.slice(to)}`;
}
