import { SIMULATED } from '../demo/simulated';
import { client, type Client, type Sent } from './connections';
import { onEachEngine, type Engine } from './engines';
import { estimated, ratioOf, type Figure } from './figure';
import { inDatabase } from './in-database';
import { p95 } from './quantile';
import { memoryOf } from './server-usage';
import { startSimulated, stop, type MeasuredServer } from './servers';

const SIZES = { small: 100, large: 10_000 };
const ROUNDS = 12;
const SEED = 7;
const REQUESTS = 120;
const WARM_UP = 20;
/** What is taken away of the whole organisation, with how long it may take: somebody waits for it. */
const FILES = { CSV: '/scorecard/csv', workbook: '/scorecard/xlsx' };
const FILE_SECONDS = 10;
const FILE_MB = 700;

/** The organisation page of 100 and of 10,000 teams by turns, and the files of the larger; simulating takes most of the time. */
export async function benchGrowth({ short }: { short: boolean }): Promise<Figure[]> {
  const size = short ? { large: 500, requests: 20 } : { large: SIZES.large, requests: REQUESTS };
  return onEachEngine((engine) => growth(engine, size));
}

type Size = { large: number; requests: number };

async function growth(engine: Engine, { large, requests }: Size): Promise<Figure[]> {
  const [few, many] = [await engine.fresh(), await engine.fresh()];
  await inDatabase(few, 'grow', SIZES.small, ROUNDS, SEED);
  const grown = await inDatabase(many, 'grow', large, ROUNDS, SEED);
  const of = `${grown.finished.toLocaleString('en')} finished assessments, ${grown.plans.toLocaleString('en')} plans; scores and roll-ups by the same functions of the domain, no answers, which a scorecard never reads`;
  const servers = [await startSimulated(few), await startSimulated(many)] as const;
  const connections = client(1);
  try {
    return [
      ...(await pages(engine, connections, servers, { large, requests, of })),
      ...(await files(engine, connections, servers[1], large)),
    ];
  } finally {
    connections.close();
    for (const server of servers) await stop(server);
  }
}

async function pages(
  { name }: Engine,
  connections: Client,
  servers: readonly [MeasuredServer, MeasuredServer],
  { large, requests, of }: Size & { of: string },
): Promise<Figure[]> {
  const times: [number[], number[]] = [[], []];
  for (let request = 0; request < requests + WARM_UP; request += 1)
    for (const place of [0, 1] as const) {
      const begun = performance.now();
      await ask(connections, servers[place], '');
      if (request >= WARM_UP) times[place].push(performance.now() - begun);
    }
  const [few, many] = times;
  const teams = large.toLocaleString('en');
  return [
    {
      ...{ name: `scorecard of ${teams} teams against ${SIZES.small}, ${name}`, ...ratioOf(many, few, p95) },
      ...{ unit: 'times', bound: 3, better: 'lower', quiet: true },
      how: `p95 of ${requests} requests each by turns, ${p95(many).toFixed(0)} against ${p95(few).toFixed(0)} ms, ${ROUNDS} rounds; ${of}`,
    },
    {
      ...{ name: `scorecard of ${teams} teams, ${name}`, ...estimated(many, p95) },
      ...{ unit: 'ms', bound: null, better: 'lower', quiet: true },
      how: `p95 of ${requests}`,
    },
  ];
}

async function files(
  { name }: Engine,
  connections: Client,
  server: MeasuredServer,
  large: number,
): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const [kind, path] of Object.entries(FILES)) {
    const begun = performance.now();
    const { bytes } = await ask(connections, server, path);
    const seconds = (performance.now() - begun) / 1_000;
    figures.push({
      name: `scorecard of ${large.toLocaleString('en')} teams as ${kind}, ${name}`,
      ...{ value: seconds, unit: 's', bound: FILE_SECONDS, better: 'lower', quiet: true },
      how: `once, ${(bytes / 1e6).toFixed(1)} MB`,
    });
  }
  return [
    ...figures,
    {
      name: `peak memory with the files of ${large.toLocaleString('en')} teams, ${name}`,
      ...{ value: memoryOf(server, 'peak'), unit: 'MB', bound: FILE_MB, better: 'lower' },
      how: 'whole server, after the pages and the files',
    },
  ];
}

async function ask({ send }: Client, { address, cookie }: MeasuredServer, path: string): Promise<Sent> {
  const url = `${address}/${SIMULATED.id}${path}`;
  const sent = await send({ url, cookie });
  if (sent.status !== 200) throw new Error(`${url} answered ${sent.status}`);
  return sent;
}
