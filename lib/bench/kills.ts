import { randomInt } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { Figure } from '../dev/bench';
import { gather, type Acknowledged } from './crowd';
import { serve, stop } from './servers';

const KILLS = 5;
const PEOPLE = 30;
/** More than twice as many a second as a hundred people send, so that the end comes in the middle of some. It is not asked how long each takes. */
const EVERY_MS = 500;
const [SOONEST_MS, LATEST_MS] = [2_000, 6_000];
const ENDLESS_MS = 60_000;

type Place = {
  url: string;
  cookies: readonly string[];
  /** How many of these are not stored. */
  missing: (acknowledged: readonly Acknowledged[]) => Promise<number>;
};

/** Kills the server with no warning while people save, starts it again on the same database, and looks for all that it had acknowledged. */
export async function kills(engine: string, { url, cookies, missing }: Place): Promise<Figure> {
  const acknowledged: Acknowledged[] = [];
  let cut = 0;
  let lost = 0;
  let server = await serve(url);
  try {
    for (let kill = 0; kill < KILLS; kill += 1) {
      const people = await gather(server.address, cookies.slice(0, PEOPLE));
      const saving = people.save(ENDLESS_MS, EVERY_MS).then(
        () => null,
        (error: unknown) => error,
      );
      await setTimeout(randomInt(SOONEST_MS, LATEST_MS));
      cut += people.log.underWay;
      await stop(server, 'SIGKILL');
      const ended = await saving;
      // What `fetch` throws where nobody answers.
      if (!(ended instanceof TypeError)) throw new Error('saving had ended before', { cause: ended });
      await people.leave();
      acknowledged.push(...people.log.acknowledged);
      server = await serve(url);
      lost = Math.max(lost, await missing(acknowledged));
    }
  } finally {
    await stop(server);
  }
  return {
    name: `server killed ${KILLS} times, ${engine}: acknowledged answers lost`,
    ...{ value: lost, unit: 'answers', bound: 0, better: 'lower' },
    how: `of ${acknowledged.length}, ${PEOPLE} people saving twice a second each; ${cut} requests under way`,
  };
}
