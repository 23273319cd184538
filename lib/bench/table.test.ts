import { readFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { compareResults } from './compare';
import { withTables } from './performance-doc';
import { parseResult, storedFigure, type BenchResult } from './result';
import { changesText, markdownTables, textTable, valueText } from './table';

const result = (value: number | null, otherWork: number | null = 0): BenchResult => ({
  engines: { SQLite: '3.50, synchronous FULL' },
  groups: {
    saving: {
      ...{
        measures: 'Saving.',
        date: '2026-11-22',
        commit: 'abc',
        node: 'v20',
        machine: '2 cores',
        otherWork,
      },
      figures: [
        storedFigure({
          ...{ name: 'saving | SQLite', value, unit: 'ms', bound: 15, better: 'lower', how: 'p50 of 200' },
          ...{ runs: [9, 10, 11], quiet: true },
        }),
      ],
    },
  },
});

test.each([
  [0, 'answers', '0 answers'],
  [12.34, 'ms', '12.3 ms'],
  [1234.5, 'ms', '1235 ms'],
  [0.4567, 'times', '0.46 times'],
] as const)('%s %s is written %s', (value, unit, text) => {
  expect(valueText(value, unit)).toBe(text);
});

test('a line of the table says value, spread, bound and whether it is held', () => {
  expect(textTable(result(12.5))).toBe('saving | SQLite  12.5 ms  ± 1 ms  ≤ 15  held  p50 of 200');
  expect(textTable(result(15.1))).toContain('NOT HELD');
  expect(textTable(result(null))).toContain('not run');
});

test('what moved is told with what it was, and what it may move by chance', () => {
  expect(changesText(compareResults(result(10), result(20)))).toBe(
    'worse  saving | SQLite: 10 ms before, 20 ms now; by chance up to 4 ms',
  );
  expect(changesText(compareResults(result(10), result(11)))).toBe(
    'nothing moved beyond what it moves by chance',
  );
});

test('a document says under which figures other work went on, and keeps its tables whole', () => {
  const text = markdownTables(result(12.5, 0.4));
  expect(text).toContain('- SQLite: 3.50, synchronous FULL');
  expect(text).toContain('**Under other work**, which kept 40 % of the machine busy');
  expect(text).toContain('| saving \\| SQLite ◦ | 12.5 ms | ± 1 ms | ≤ 15 | held | p50 of 200 |');
  expect(markdownTables(result(12.5, 0.01))).not.toContain('Under other work');
});

test('the figures of a document are replaced and everything around them stays', () => {
  const doc =
    'Before.\n\n<!-- figures: written by `npm run bench -- --doc` from docs/bench.json -->\nold\n<!-- end of figures -->\n\nAfter.\n';
  const once = withTables(doc, result(12.5));
  expect(once).toMatch(/^Before\.\n\n<!--[\s\S]*12\.5 ms[\s\S]*-->\n\nAfter\.\n$/);
  expect(once).not.toContain('old');
  expect(withTables(once, result(12.5))).toBe(once);
  expect(() => withTables('Nothing.', result(1))).toThrow('no place for the figures');
});

test('a result that is stored is read as it was, and anything else is refused', () => {
  expect(parseResult(JSON.stringify(result(12.5)))).toEqual(result(12.5));
  expect(() => parseResult('{"groups":{}}')).toThrow('engines');
});

test('the tables of the document are those of the stored result', async () => {
  const doc = 'docs/performance.md';
  const text = readFileSync(doc, 'utf8');
  const written = withTables(text, parseResult(readFileSync('docs/bench.json', 'utf8')));
  expect(await format(written, { ...(await resolveConfig(doc)), filepath: doc })).toBe(text);
});
