import { setTimeout } from 'node:timers/promises';
import { onEachEngine } from './engines';
import { estimated, type Figure } from './figure';
import { inDatabase } from './in-database';
import { missingIn } from './missing';
import { gather, untilShown, type Crowd, type Log } from './crowd';
import { p95, quantile } from './quantile';
import { memoryOf, processorSeconds, quarterOf, waitedSeconds } from './server-usage';
import { fillDemo, serve, stop } from './servers';

const PEOPLE = 100;
/** With a hundred people, 25 answers a second. */
const EVERY_MS = 4_000;
const SECONDS = 120;
/** One person alone, before; what is saved first finds a server that has just started. */
const QUIET = { warmUp: 20, saves: 220, everyMs: 50 };
/** How long what was saved last may take to show. */
const LAST_MS = 5_000;

/** A hundred people on one draft, on both engines. */
export async function benchTogether({ short }: { short: boolean }): Promise<Figure[]> {
  const seconds = short ? 10 : SECONDS;
  return onEachEngine(async ({ name, fresh }) => {
    const url = await fresh();
    await fillDemo(url);
    return together(name, { url, cookies: await inDatabase(url, 'people', PEOPLE), seconds });
  });
}

type Place = { url: string; cookies: readonly string[]; seconds: number };

async function together(engine: string, { url, cookies, seconds }: Place): Promise<Figure[]> {
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
    const acknowledged = [...alone.log.acknowledged, ...all.log.acknowledged];
    const lost = all.log.givenUp + (await missingIn(url, acknowledged));
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
  const [calm, crowded] = [p95(quiet), p95(log.times)];
  const shown = untilShown(log);
  const never = shown.filter((ms) => ms === Infinity).length;
  const [early, end] = [quarterOf(memory, 2), quarterOf(memory, 4)];
  const name = (what: string): string => `${PEOPLE} people together, ${engine}: ${what}`;
  const rate = (log.acknowledged.length / seconds).toFixed(0);
  return [
    {
      name: name('answers lost'),
      ...{ value: lost, unit: 'answers', bound: 0, better: 'lower' },
      how: `of ${log.acknowledged.length}, ${rate} a second for ${seconds} s, ${log.conflicts} of them insisted on after a conflict`,
    },
    {
      name: name('saving above quiet'),
      ...estimated(log.times, (times) => p95(times) - calm),
      ...{ unit: 'ms', bound: 50, better: 'lower', quiet: true },
      how: `p95 ${crowded.toFixed(1)} ms (${log.times.length}) against ${calm.toFixed(1)} ms of one alone (${quiet.length})${busy}`,
    },
    {
      name: name('until others see it'),
      ...estimated(shown, p95),
      ...{ unit: 'ms', bound: 2_000, better: 'lower', quiet: true },
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
