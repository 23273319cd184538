import { gzipSync } from 'node:zlib';
import { estimated, ratioOf, type Figure } from './figure';
import { inDatabase } from './in-database';
import { run } from '../dev/run';
import { SIMULATED } from '../demo/simulated';
import { p95 } from './quantile';
import { SCRIPT, sqliteUrl, startSimulated, stop, type MeasuredServer } from './servers';

const REQUESTS = 120;
const WARM_UP = 20;
const SEED = 7;
const ROUNDS = 8;
const SIZES = { small: 50, large: 1_000 };

/**
 * The organisation page of a small and a large organisation by turns, before their teams follow plans and when most do, and then finishing
 * in the large one. Simulating takes most of the time.
 */
export async function benchScorecard(): Promise<Figure[]> {
  const [small, large] = [sqliteUrl(), sqliteUrl()];
  await simulate(SIZES.small, small);
  await simulate(SIZES.large, large);
  const bare = await pageFigures(small, large, '');
  await addPlans(SIZES.small, small);
  await addPlans(SIZES.large, large);
  const planned = await pageFigures(small, large, ' with plans');
  return [...bare, ...planned, ...(await finishingFigures(large))];
}

const simulate = (teams: number, url: string): Promise<void> =>
  run(process.execPath, [
    ...[...SCRIPT, 'lib/cli/main.ts', 'simulate', '--out', url.replace('file:', '')],
    ...['--teams', String(teams), '--rounds', String(ROUNDS), '--seed', String(SEED)],
  ]);

const addPlans = (teams: number, url: string): Promise<number> =>
  inDatabase(url, 'plans', teams, ROUNDS, SEED);

async function pageFigures(small: string, large: string, which: string): Promise<Figure[]> {
  const servers = [await startSimulated(small), await startSimulated(large)] as const;
  const times: [number[], number[]] = [[], []];
  let html = '';
  try {
    for (let request = 0; request < REQUESTS + WARM_UP; request += 1) {
      for (const place of [0, 1] as const) {
        const begun = performance.now();
        html = await organisationPage(servers[place]);
        if (request >= WARM_UP) times[place].push(performance.now() - begun);
      }
    }
  } finally {
    for (const server of servers) await stop(server);
  }
  const [fifty, thousand] = times;
  const how = `p95 of ${REQUESTS} requests over loopback, ${ROUNDS} rounds, SQLite`;
  return [
    {
      name: `scorecard of ${SIZES.large} teams${which}`,
      ...estimated(thousand, p95),
      ...{ unit: 'ms', bound: 120, better: 'lower', quiet: true, how },
    },
    {
      name: `scorecard of ${SIZES.large} teams against ${SIZES.small}${which}`,
      ...ratioOf(thousand, fifty, p95),
      ...{ unit: 'times', bound: 2, better: 'lower', quiet: true },
      how: `p95 against ${p95(fifty).toFixed(1)} ms`,
    },
    {
      name: `HTML: scorecard of ${SIZES.large} teams${which}`,
      ...{ value: gzipSync(html).length / 1000, unit: 'kB', bound: 60, better: 'lower' },
      how: `compressed, of ${(html.length / 1000).toFixed(0)} kB`,
    },
  ];
}

async function organisationPage({ address, cookie }: MeasuredServer): Promise<string> {
  const response = await fetch(`${address}/${SIMULATED.id}`, { headers: { cookie }, redirect: 'manual' });
  if (response.status !== 200) throw new Error(`the organisation page answered ${response.status}`);
  return response.text();
}

async function finishingFigures(url: string): Promise<Figure[]> {
  const { finishing, archiving } = await inDatabase(url, 'finishing');
  const teams = `among ${SIZES.large} teams`;
  return [
    {
      name: `finishing ${teams}`,
      ...estimated(finishing, p95),
      ...{ unit: 'ms', bound: 50, better: 'lower', quiet: true },
      how: `p95 of ${finishing.length} drafts, freezing and all roll-ups, SQLite`,
    },
    {
      name: `archiving ${teams}`,
      ...estimated(archiving, p95),
      ...{ unit: 'ms', bound: 50, better: 'lower', quiet: true },
      how: `p95 of ${archiving.length}, little but roll-ups, SQLite`,
    },
  ];
}
