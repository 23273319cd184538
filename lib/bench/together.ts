import { execFile } from 'node:child_process';
import { availableParallelism, loadavg } from 'node:os';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Figure } from '../dev/bench';
import { gather, untilShown, type Acknowledged, type Crowd, type Log } from './crowd';
import { kills } from './kills';
import { median, quantile } from './median';
import { memoryOf, processorSeconds, waitedSeconds } from './server-usage';
import { fillDemo, SCRIPT, SECRET, serve, sqliteUrl, stop } from './servers';
import startPostgres from '../../db/test-postgres.mjs';
import stopPostgres from '../../db/test-postgres-stop.mjs';

const PEOPLE = 100;
/** With a hundred people, 25 answers a second. */
const EVERY_MS = 4_000;
const SECONDS = 120;
/** One person alone, before; what is saved first finds a server that has just started. */
const QUIET = { warmUp: 20, saves: 220, everyMs: 50 };
/** How long what was saved last may take to show. */
const LAST_MS = 5_000;

/** A hundred people on one draft, on both engines, for so many seconds, and what is left when the server is killed meanwhile. */
export async function benchTogether(seconds = SECONDS): Promise<Figure[]> {
  const sqlite = await measure('SQLite', sqliteUrl(), seconds);
  await startPostgres();
  try {
    return [...sqlite, ...(await measure('PostgreSQL', process.env['PG_URL'] ?? '', seconds))];
  } finally {
    await stopPostgres();
  }
}

async function measure(engine: string, url: string, seconds: number): Promise<Figure[]> {
  await fillDemo(url);
  const cookies = await inDatabase<string[]>(url, 'people', String(PEOPLE));
  const missing = async (acknowledged: readonly Acknowledged[]): Promise<number> => {
    const kept = new Map(await inDatabase<[string, string | null][]>(url, 'kept'));
    return acknowledged.filter(
      ({ capability, version, note }) => kept.get(`${capability}.${version}`) !== note,
    ).length;
  };
  return [
    ...(await together(engine, { url, cookies, seconds, missing })),
    await kills(engine, { url, cookies, missing }),
  ];
}

/** In a process of its own, as what it reads is of the engine that the environment names. */
async function inDatabase<Value>(url: string, ...args: string[]): Promise<Value> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [...SCRIPT, 'lib/dev/bench-together.ts', ...args],
    {
      env: { ...process.env, DATABASE_URL: url, NEXTAUTH_URL: 'http://localhost', NEXTAUTH_SECRET: SECRET },
      maxBuffer: 100_000_000,
    },
  );
  return JSON.parse(stdout) as Value;
}

type Place = {
  url: string;
  cookies: readonly string[];
  seconds: number;
  missing: (acknowledged: readonly Acknowledged[]) => Promise<number>;
};

async function together(engine: string, { url, cookies, seconds, missing }: Place): Promise<Figure[]> {
  const server = await serve(url);
  try {
    const alone = await gather(server.address, cookies.slice(0, 1));
    await alone.save(QUIET.saves * QUIET.everyMs, QUIET.everyMs);
    await alone.leave();
    const quiet = alone.log.times.slice(QUIET.warmUp);

    const all = await gather(server.address, cookies);
    const usage = () => [processorSeconds(server), waitedSeconds(server)] as const;
    const before = usage();
    const memory: (number | null)[] = [];
    const sampling = setInterval(() => memory.push(memoryOf(server, 'now')), 1_000);
    await all.save(seconds * 1_000, EVERY_MS).finally(() => clearInterval(sampling));
    const [used, waited] = usage().map((now, which) => share(before[which], now, seconds));
    const busy = `, the server busy for ${used} of a core and waiting for one for ${waited}`;
    await untilAllShown(all);
    await all.leave();
    const lost = all.log.givenUp + (await missing([...alone.log.acknowledged, ...all.log.acknowledged]));
    return figures(engine, { quiet, log: all.log, lost, memory, busy, seconds });
  } finally {
    await stop(server);
  }
}

const share = (before: number | null | undefined, after: number | null, seconds: number): string =>
  before === null || before === undefined || after === null
    ? '? %'
    : `${(((after - before) / seconds) * 100).toFixed(0)} %`;

/** Waits until every page shows the last of every answer, or has had its time. */
async function untilAllShown({ log }: Crowd): Promise<void> {
  const end = performance.now() + LAST_MS;
  const last = (): Log => ({ ...log, acknowledged: log.acknowledged.slice(-PEOPLE) });
  while (performance.now() < end && untilShown(last()).includes(Infinity)) await setTimeout(100);
}

type Measured = {
  quiet: number[];
  log: Log;
  lost: number;
  /** Once a second, in MB. */
  memory: (number | null)[];
  busy: string;
  seconds: number;
};

function figures(engine: string, { quiet, log, lost, memory, busy, seconds }: Measured): Figure[] {
  const [calm, crowded] = [quantile(quiet, 0.95), quantile(log.times, 0.95)];
  const shown = untilShown(log);
  const never = shown.filter((ms) => ms === Infinity).length;
  const [early, end] = [quarter(memory, 2), quarter(memory, 4)];
  const name = (what: string): string => `${PEOPLE} people together, ${engine}: ${what}`;
  const rate = (log.acknowledged.length / seconds).toFixed(0);
  const cores = `${availableParallelism()} cores with a load of ${loadavg()[0]?.toFixed(1)}${busy}`;
  return [
    {
      name: name('answers lost'),
      ...{ value: lost, unit: 'answers', bound: 0, better: 'lower' },
      how: `of ${log.acknowledged.length}, ${rate} a second for ${seconds} s, ${log.conflicts} of them insisted on after a conflict`,
    },
    {
      name: name('saving above quiet'),
      ...{ value: crowded - calm, unit: 'ms', bound: 50, better: 'lower' },
      how: `p95 ${crowded.toFixed(1)} ms (${log.times.length}) against ${calm.toFixed(1)} ms of one alone (${quiet.length}); ${cores}`,
    },
    {
      name: name('until others see it'),
      ...{ value: quantile(shown, 0.95), unit: 'ms', bound: 2_000, better: 'lower' },
      how: `p95 of ${shown.length} from sending on, p50 ${quantile(shown, 0.5).toFixed(0)} ms, ${never} never`,
    },
    {
      name: name('memory in the last quarter'),
      ...{
        value: Number.isNaN(end / early) ? null : end / early,
        unit: 'times',
        bound: 1.2,
        better: 'lower',
      },
      how: `of the second: ${end.toFixed(0)} MB against ${early.toFixed(0)} MB, each the middle of its seconds, as it goes up and down`,
    },
  ];
}

/** The middle of what was measured in one quarter of the time, 1 to 4; no number where memory is not known. */
function quarter(memory: readonly (number | null)[], which: number): number {
  const [from, to] = [which - 1, which].map((each) => Math.floor((memory.length * each) / 4));
  return median(memory.slice(from, to).filter((each) => each !== null));
}
