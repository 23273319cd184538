import { randomInt } from 'node:crypto';
import { answerCall, versionIn, type AnsweredDraft } from './answers';
import { client, closedLoop, type Client } from './connections';
import { onEachEngine, type Engine } from './engines';
import type { Figure } from './figure';
import { inDatabase } from './in-database';
import { median, quantile } from './quantile';
import { memoryOf, quarterOf } from './server-usage';
import { fillDemo, serve, stop, type MeasuredServer } from './servers';

const CONNECTIONS = 50;
const SECONDS = 60;
const INSTANCES = 3;
const SAVES_PER_CENT = 30;
const RESULTS = '/harbour-bank/assessments/fraud-scoring-q4-2026/results';
const SCORECARD = '/harbour-bank';

type Kind = 'results' | 'scorecard' | 'save';
type Server = Pick<MeasuredServer, 'address' | 'process'>;

/** Of ten requests seven read results or a scorecard and three save an answer, at fifty connections; on PostgreSQL also by three instances. */
export async function benchLoad({ short }: { short: boolean }): Promise<Figure[]> {
  const seconds = short ? 8 : SECONDS;
  return onEachEngine(async (engine) => {
    const url = await engine.fresh();
    await fillDemo(url);
    const cookies = await inDatabase(url, 'people', CONNECTIONS);
    const drafts = await inDatabase(url, 'drafts', CONNECTIONS);
    const under = { url, cookies, drafts, seconds };
    const one = await load(under, 1);
    if (engine.name === 'SQLite') return figuresOf(engine, one, seconds);
    const three = await load(under, INSTANCES);
    return [...figuresOf(engine, one, seconds), instancesFigure(one, three)];
  });
}

type Under = { url: string; cookies: readonly string[]; drafts: readonly AnsweredDraft[]; seconds: number };
type Loaded = {
  perSecond: number;
  all: number[];
  of: Record<Kind, number[]>;
  errors: string[];
  memory: (number | null)[];
};

async function load({ url, cookies, drafts, seconds }: Under, instances: number): Promise<Loaded> {
  const servers: Server[] = [];
  const connections = client(CONNECTIONS);
  try {
    while (servers.length < instances) servers.push(await serve(url));
    const of: Loaded['of'] = { results: [], scorecard: [], save: [] };
    const errors: string[] = [];
    const act = acting(connections, { servers, cookies, drafts });
    await closedLoop(CONNECTIONS, 5_000, async (who) => void (await act(who)));
    const memory: (number | null)[] = [];
    const sampling = setInterval(() => memory.push(memoryOf(first(servers), 'now')), 1_000);
    const { times, perSecond } = await closedLoop(CONNECTIONS, seconds * 1_000, async (who) => {
      const begun = performance.now();
      const { kind, error } = await act(who);
      of[kind].push(performance.now() - begun);
      if (error !== null) errors.push(error);
    }).finally(() => clearInterval(sampling));
    return { perSecond, all: times, of, errors, memory };
  } finally {
    connections.close();
    await Promise.all(servers.map((server) => stop(server)));
  }
}

/** What the person of a connection does next, each at their own instance and in their own draft. */
function acting(
  { send }: Client,
  { servers, cookies, drafts }: { servers: readonly Server[] } & Pick<Under, 'cookies' | 'drafts'>,
) {
  const seen = new Map<string, number>();
  return async (who: number): Promise<{ kind: Kind; error: string | null }> => {
    const { address } = servers[who % servers.length] ?? first(servers);
    const cookie = cookies[who] ?? '';
    if (randomInt(100) >= SAVES_PER_CENT) {
      const kind = randomInt(2) === 0 ? 'results' : 'scorecard';
      const { status } = await send({ url: `${address}${kind === 'results' ? RESULTS : SCORECARD}`, cookie });
      return { kind, error: status === 200 ? null : `${kind}: ${status}` };
    }
    const draft = drafts[who];
    if (draft === undefined) throw new Error('there are too few drafts');
    const capability = draft.answered[randomInt(draft.answered.length)] ?? '';
    const key = `${draft.id} ${capability}`;
    const answer = { capability, seen: seen.get(key) ?? 1, rung: randomInt(5) };
    const { status, body } = await send(answerCall({ address, cookie }, draft, answer));
    if (status !== 200) return { kind: 'save', error: `save: ${status} ${body}` };
    seen.set(key, versionIn(status, body));
    return { kind: 'save', error: null };
  };
}

function first(servers: readonly Server[]): Server {
  const [server] = servers;
  if (server === undefined) throw new Error('there is no server');
  return server;
}

function figuresOf(
  { name }: Engine,
  { all, of, errors, memory, perSecond }: Loaded,
  seconds: number,
): Figure[] {
  const [early, end] = [quarterOf(memory, 2), quarterOf(memory, 4)];
  const [p50, p99] = [median(all), quantile(all, 0.99)];
  const kinds = Object.entries(of).map(
    ([kind, times]) => `${kind} ${median(times).toFixed(0)} and ${quantile(times, 0.99).toFixed(0)} ms`,
  );
  const called = (what: string): string => `mixed load at ${CONNECTIONS} connections, ${name}: ${what}`;
  return [
    {
      name: called('errors'),
      ...{ value: errors.length, unit: 'errors', bound: 0, better: 'lower' },
      how: `of ${all.length} requests in ${seconds} s, ${perSecond.toFixed(0)} a second, ${SAVES_PER_CENT} % of them saves${errors[0] === undefined ? '' : `; the first: ${errors[0]}`}`,
    },
    {
      name: called('p99 to p50'),
      ...{ value: p99 / p50, unit: 'times', bound: 10, better: 'lower', quiet: true },
      how: `${p99.toFixed(0)} against ${p50.toFixed(0)} ms; of each kind ${kinds.join(', ')}`,
    },
    {
      name: called('memory in the last quarter'),
      ...{
        value: Number.isNaN(end / early) ? null : end / early,
        unit: 'times',
        bound: 1.2,
        better: 'lower',
      },
      how: `of the second: ${end.toFixed(0)} against ${early.toFixed(0)} MB`,
    },
  ];
}

const instancesFigure = (one: Loaded, three: Loaded): Figure => ({
  name: `mixed load, PostgreSQL: ${INSTANCES} instances against one`,
  ...{ value: three.perSecond / one.perSecond, unit: 'times', bound: null, better: 'higher', quiet: true },
  how: `${three.perSecond.toFixed(0)} against ${one.perSecond.toFixed(0)} requests a second; instances, database and load share the cores of this machine, which is the limit`,
});
