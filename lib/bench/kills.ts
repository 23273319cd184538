import { randomInt } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { client } from './connections';
import { gather, type Acknowledged } from './crowd';
import { onEachEngine, type Engine } from './engines';
import type { Figure } from './figure';
import { inDatabase } from './in-database';
import { missingIn } from './missing';
import { fillDemo, serve, stop } from './servers';

const KILLS = 20;
const PEOPLE = 30;
/** More than twice as many a second as a hundred people send, so that the end comes in the middle of some. It is not asked how long each takes. */
const EVERY_MS = 500;
const [SOONEST_MS, LATEST_MS] = [1_000, 4_000];
const ENDLESS_MS = 60_000;
/** Read over and over meanwhile, on a connection each. */
const READ = ['/harbour-bank', '/harbour-bank/assessments/fraud-scoring-q4-2026/results'];

/** Kills the server with no warning while people save and read, starts it again on the same database, and looks for all that it had acknowledged. */
export async function benchKills({ short }: { short: boolean }): Promise<Figure[]> {
  return onEachEngine((engine) => kills(engine, short ? 2 : KILLS));
}

async function kills({ name, fresh }: Engine, times: number): Promise<Figure[]> {
  const url = await fresh();
  await fillDemo(url);
  const cookies = await inDatabase(url, 'people', PEOPLE);
  const acknowledged: Acknowledged[] = [];
  const faults: string[] = [];
  let cut = 0;
  let lost = 0;
  let server = await serve(url);
  try {
    for (let kill = 0; kill < times; kill += 1) {
      const people = await gather(server.address, cookies);
      const saving = people.save(ENDLESS_MS, EVERY_MS).then(
        () => null,
        (error: unknown) => error,
      );
      const reading = READ.map((page) => readOnAndOn(`${server.address}${page}`, cookies[0] ?? ''));
      await setTimeout(randomInt(SOONEST_MS, LATEST_MS));
      cut += people.log.underWay;
      await stop(server, 'SIGKILL');
      const ended = await saving;
      // What `fetch` throws where nobody answers.
      if (!(ended instanceof TypeError)) throw new Error('saving had ended before', { cause: ended });
      await Promise.all(reading);
      await people.leave();
      acknowledged.push(...people.log.acknowledged);
      faults.push(...(await inDatabase(url, 'faults')));
      lost = Math.max(lost, await missingIn(url, acknowledged));
      server = await serve(url);
    }
  } finally {
    await stop(server);
  }
  const killed = `server killed ${times} times, ${name}`;
  return [
    {
      name: `${killed}: acknowledged answers lost`,
      ...{ value: lost, unit: 'answers', bound: 0, better: 'lower' },
      how: `of ${acknowledged.length}, ${PEOPLE} people saving twice a second each while ${READ.length} pages are read; ${cut} saves under way; the machine and the database’s own process went on`,
    },
    {
      name: `${killed}: faults in the database`,
      ...{ value: faults.length, unit: 'faults', bound: 0, better: 'lower' },
      how: `damaged pages, dangling rows and broken audit logs, looked for after each kill${faults[0] === undefined ? '' : `; the first: ${faults[0]}`}`,
    },
  ];
}

/** Until nobody answers any more. */
async function readOnAndOn(url: string, cookie: string): Promise<void> {
  const { send, close } = client(1);
  const gone = (error: unknown): null => {
    if (error instanceof Error && 'code' in error) return null;
    throw error;
  };
  for (;;) {
    const answer = await send({ url, cookie }).catch(gone);
    if (answer === null) break;
    if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}`);
  }
  close();
}
