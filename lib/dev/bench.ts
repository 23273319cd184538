import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { benchPages } from '../bench/pages';
import { benchPdf } from '../bench/pdf';
import { benchSaving } from '../bench/saving';
import { benchScore } from '../bench/score';
import { benchScorecard } from '../bench/scorecard';
import { build } from './build';
import { ensureBrowser } from './browser';
import { script } from './run';

/** One figure: the median of several runs, with the bound it is held against. */
export type Figure = {
  name: string;
  value: number;
  unit: string;
  bound: number;
  better: 'lower' | 'higher';
  how: string;
};

const OUT = 'out/bench.json';

await script(async () => {
  const only = process.argv[2];
  const groups: Record<string, () => Promise<Figure[]>> = {
    score: benchScore,
    pdf: benchPdf,
    saving: benchSaving,
    scorecard: benchScorecard,
    pages: async () => benchPages(await ensureBrowser()),
  };
  await build();
  const figures: Figure[] = [];
  for (const [name, measure] of Object.entries(groups)) {
    if (only !== undefined && only !== name) continue;
    console.log(`measuring ${name} …`);
    figures.push(...(await measure()));
  }
  print(figures);
  mkdirSync('out', { recursive: true });
  writeFileSync(OUT, JSON.stringify({ node: process.version, figures }, null, 2));
  console.log(`\n${existsSync(OUT) ? OUT : ''}`);
});

function print(figures: Figure[]): void {
  const rows = figures.map(({ name, value, unit, bound, better, how }) => {
    const held = better === 'lower' ? value <= bound : value >= bound;
    return [
      name,
      `${value.toFixed(value < 100 ? 1 : 0)} ${unit}`,
      `${better === 'lower' ? '≤' : '≥'} ${bound}`,
      held ? 'held' : 'NOT HELD',
      how,
    ];
  });
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  console.log('');
  for (const row of rows) console.log(row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
}
