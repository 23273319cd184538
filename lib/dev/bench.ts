import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { benchAccess } from '../bench/access';
import { benchDocuments } from '../bench/documents';
import { benchBatch } from '../bench/batch';
import { benchPages } from '../bench/pages';
import { benchPdf } from '../bench/pdf';
import { benchPsplib } from '../bench/psplib';
import { benchRoadmap } from '../bench/roadmap';
import { benchSaving } from '../bench/saving';
import { benchScore } from '../bench/score';
import { benchScorecard } from '../bench/scorecard';
import { benchTogether } from '../bench/together';
import { build } from './build';
import { ensureBrowser, foundBrowser } from './browser';
import { script, Stop } from './run';

/**
 * One figure, mostly the median of several runs, with the bound it is held against, `null` where it is only shown; no value where it was
 * not measured.
 */
export type Figure = {
  name: string;
  value: number | null;
  unit: string;
  bound: number | null;
  better: 'lower' | 'higher';
  how: string;
};

const OUT = 'out/bench.json';

await script(async () => {
  const { only, psplib, seconds } = options();
  const groups: Record<string, () => Promise<Figure[]>> = {
    score: benchScore,
    roadmap: benchRoadmap,
    pdf: async () => benchPdf(foundBrowser()),
    documents: benchDocuments,
    saving: benchSaving,
    access: benchAccess,
    scorecard: benchScorecard,
    together: () => benchTogether(seconds),
    batch: benchBatch,
    psplib: () => benchPsplib(psplib),
    pages: async () => benchPages(await ensureBrowser()),
  };
  if (only !== 'psplib' && only !== 'documents') await build();
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

type Options = { only: string | undefined; psplib?: string; seconds?: number };

/** The group to measure, all where none is named; `--psplib FILE` names the one that needs a file, `together 20` is short of its time. */
function options(): Options {
  const [first, second] = process.argv.slice(2);
  if (first === 'together' && second !== undefined) {
    if (!/^[1-9]\d*$/.test(second)) throw new Stop(`expected a number of seconds, not ${second}`);
    return { only: first, seconds: Number(second) };
  }
  if (first !== '--psplib') return { only: first };
  if (second === undefined) throw new Stop('--psplib needs a file');
  return { only: 'psplib', psplib: second };
}

function print(figures: Figure[]): void {
  const rows = figures.map(({ name, value, unit, bound, better, how }) => {
    const limit = bound === null ? '' : `${better === 'lower' ? '≤' : '≥'} ${bound}`;
    if (value === null) return [name, '', limit, 'not run', how];
    const digits = unit === '%' ? 2 : value < 100 ? 1 : 0;
    const shown = `${value.toFixed(digits)} ${unit}`;
    if (bound === null) return [name, shown, limit, 'shown', how];
    const held = better === 'lower' ? value <= bound : value >= bound;
    return [name, shown, limit, held ? 'held' : 'NOT HELD', how];
  });
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  console.log('');
  for (const row of rows) console.log(row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
}
