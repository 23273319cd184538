import { execFile } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { nodeScript, run } from '../dev/run';
import type { Figure } from './figure';
import { median } from './quantile';
import { sqliteUrl, startMeasured, stop, type MeasuredServer } from './servers';

const RUNS = 5;
const ASSESSMENT = '/harbour-bank/assessments';
const PAGES = {
  answering: `${ASSESSMENT}/fraud-scoring-q1-2027?at=rollback`,
  results: `${ASSESSMENT}/fraud-scoring-q4-2026/results`,
  scorecard: '/harbour-bank',
};
const DEVICES = { phone: [], laptop: ['--preset=desktop'] };
const CATEGORIES = { performance: 95, accessibility: 100 };

type Category = keyof typeof CATEGORIES;
type Scores = Record<Category, number> & { failed: string[] };

const PACKAGE = 'lib/bench/lighthouse';
const INSTALLED = 'out/lighthouse';

/** What Lighthouse says of the pages where most time is spent, as it simulates a phone on a slow line and a laptop. */
export async function benchLighthouse(browser: string, { short }: { short: boolean }): Promise<Figure[]> {
  await install();
  const server = await startMeasured(sqliteUrl());
  const figures: Figure[] = [];
  try {
    for (const [device, options] of Object.entries(DEVICES))
      for (const [name, page] of Object.entries(PAGES)) {
        const runs: Scores[] = [];
        while (runs.length < (short ? 1 : RUNS)) runs.push(await score(server, page, { browser, options }));
        figures.push(...figuresOf(`${name}, ${device}`, runs));
      }
  } finally {
    await stop(server);
  }
  return figures;
}

function figuresOf(where: string, runs: readonly Scores[]): Figure[] {
  const failed = [...new Set(runs.flatMap((each) => each.failed))];
  return (Object.keys(CATEGORIES) as Category[]).map((category) => {
    const points = runs.map((each) => each[category]);
    return {
      ...{ name: `Lighthouse ${category}: ${where}`, value: median(points), runs: points },
      ...{ unit: 'points', bound: CATEGORIES[category], better: 'higher' as const },
      ...(category === 'performance' && { quiet: true as const }),
      how: `median of ${runs.length}${category === 'accessibility' && failed.length > 0 ? `; failed: ${failed.join(', ')}` : ''}`,
    };
  });
}

/** In a folder of its own with a lock of its own, so that who only builds and tests Rungs does not fetch it (decision 047). */
async function install(): Promise<void> {
  if (existsSync(CLI) && sameLock()) return;
  mkdirSync(INSTALLED, { recursive: true });
  for (const file of ['package.json', 'package-lock.json'])
    copyFileSync(path.join(PACKAGE, file), path.join(INSTALLED, file));
  await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefix', INSTALLED]);
}

const CLI = path.join(INSTALLED, 'node_modules/lighthouse/cli/index.js');

const sameLock = (): boolean =>
  [PACKAGE, INSTALLED]
    .map((folder) => readFileSync(path.join(folder, 'package-lock.json'), 'utf8'))
    .every((text, _, [first]) => text === first);

const ATTEMPTS = 3;

/** Where Lighthouse says that the browser recorded nothing, there is nothing measured to keep or to leave out. */
async function again(measure: () => Promise<unknown>): Promise<void> {
  for (let attempt = 1; ; attempt += 1)
    try {
      await measure();
      return;
    } catch (error) {
      const nothing = error instanceof Error && error.message.includes('Please run Lighthouse again');
      if (!nothing || attempt === ATTEMPTS) throw error;
    }
}

type Said = {
  categories: Record<Category, { score: number; auditRefs: { id: string; weight: number }[] }>;
  audits: Record<string, { score: number | null }>;
};

async function score(
  { address, cookie }: MeasuredServer,
  page: string,
  { browser, options }: { browser: string; options: readonly string[] },
): Promise<Scores> {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'rungs-lighthouse-')), 'said.json');
  const sandbox = process.getuid?.() === 0 ? ' --no-sandbox' : '';
  const [node, args] = nodeScript(
    CLI,
    ...[`${address}${page}`, '--quiet', '--output=json', `--output-path=${file}`],
    ...[`--only-categories=${Object.keys(CATEGORIES).join(',')}`, ...options],
    ...[`--chrome-flags=--headless=new${sandbox}`, `--extra-headers=${JSON.stringify({ cookie })}`],
    // It would tell its makers of errors.
    '--no-enable-error-reporting',
  );
  await again(() => promisify(execFile)(node, args, { env: { ...process.env, CHROME_PATH: browser } }));
  const { categories, audits } = JSON.parse(readFileSync(file, 'utf8')) as Said;
  const failed = categories.accessibility.auditRefs
    .filter(({ id, weight }) => weight > 0 && audits[id]?.score !== null && audits[id]?.score !== 1)
    .map(({ id }) => id);
  const points = (category: Category) => Math.round(categories[category].score * 100);
  return { performance: points('performance'), accessibility: points('accessibility'), failed };
}
