import { content } from '../content/load';
import { answerCall, DEMO_DRAFT, putAnswer, versionAfter, versionIn, type AnsweredDraft } from './answers';
import { client, closedLoop, type Client } from './connections';
import { onEachEngine, type Engine } from './engines';
import { estimated, type Figure } from './figure';
import { inDatabase } from './in-database';
import { median } from './quantile';
import { fillDemo, serve, stop, type MeasuredServer } from './servers';

const SAVES = 200;
const CONNECTIONS = 20;
const ROUNDS = 7;
const ROUND_MS = 4_000;

type Person = Pick<MeasuredServer, 'address' | 'cookie'>;

/** Saving answers: one after the other, and by twenty people at once against the same requests refused at the door. */
export async function benchSaving({ short }: { short: boolean }): Promise<Figure[]> {
  const times = short ? { rounds: 2, ms: 1_000 } : { rounds: ROUNDS, ms: ROUND_MS };
  return onEachEngine(async (engine) => {
    const url = await engine.fresh();
    await fillDemo(url);
    const cookies = await inDatabase(url, 'people', CONNECTIONS);
    const drafts = await inDatabase(url, 'drafts', CONNECTIONS);
    const server = await serve(url);
    const people = cookies.map((cookie) => ({ address: server.address, cookie }));
    try {
      return [await alone(engine, people[0]), ...(await manyAtOnce(engine, people, drafts, times))];
    } finally {
      await stop(server);
    }
  });
}

/** One answer after the other over loopback, so the figure is the server's time and a little more. */
async function alone({ name }: Engine, person: Person | undefined): Promise<Figure> {
  if (person === undefined) throw new Error('there is nobody');
  const seen = new Map<string, number>();
  const times: number[] = [];
  const ids = content().capabilities.map(({ id }) => id);
  for (let save = 0; save < SAVES + 20; save += 1) {
    const id = ids[save % ids.length] ?? '';
    const begun = performance.now();
    const answer = { capability: id, seen: seen.get(id) ?? 0, rung: save % 5 };
    const response = await putAnswer(person, DEMO_DRAFT, answer);
    if (save >= 20) times.push(performance.now() - begun);
    seen.set(id, await versionAfter(response));
  }
  return {
    ...{ name: `saving an answer, ${name}`, ...estimated(times, median) },
    ...{ unit: 'ms', bound: 15, better: 'lower', quiet: true },
    how: `p50 of ${SAVES} requests over loopback`,
  };
}

/**
 * Requests a second at twenty connections, by turns: refused, saved to an assessment of each person's own, all saved to one. What is refused is the same
 * request in the name of somebody else: the server reads it, looks at session, membership and permission, and says no.
 */
async function manyAtOnce(
  { name }: Engine,
  people: readonly Person[],
  drafts: readonly AnsweredDraft[],
  { rounds, ms }: { rounds: number; ms: number },
): Promise<Figure[]> {
  const connections = client(CONNECTIONS);
  const save = saving(connections, people);
  const ways = {
    refused: (who: number) => refuse(connections, at(people, who)),
    spread: (who: number) => save(who, at(drafts, who)),
    one: (who: number) => save(who, at(drafts, 0)),
  };
  const rates: Record<keyof typeof ways, number[]> = { refused: [], spread: [], one: [] };
  for (const way of Object.values(ways)) await closedLoop(CONNECTIONS, ms / 2, way);
  for (let round = 0; round < rounds; round += 1)
    for (const way of ['refused', 'spread', 'one'] as const)
      rates[way].push((await closedLoop(CONNECTIONS, ms, ways[way])).perSecond);
  connections.close();
  const against = rates.refused;
  const ratios = (way: 'spread' | 'one') => rates[way].map((rate, round) => rate / at(against, round));
  const words = (way: keyof typeof ways) => `${median(rates[way]).toFixed(0)} a second`;
  const how = `medians of ${rounds} rounds by turns of ${ms / 1_000} s at ${CONNECTIONS} connections`;
  return [
    {
      name: `saving against authenticating alone, ${name}`,
      ...{ value: median(ratios('spread')), runs: ratios('spread'), quiet: true },
      ...{ unit: 'times', bound: 0.4, better: 'higher' },
      how: `${words('spread')} by ${CONNECTIONS} people to an assessment each, against ${words('refused')} of the same request refused after session, membership and permission; ${how}`,
    },
    {
      name: `saving to one assessment against authenticating alone, ${name}`,
      ...{ value: median(ratios('one')), runs: ratios('one'), quiet: true },
      ...{ unit: 'times', bound: null, better: 'higher' },
      how: `${words('one')} by ${CONNECTIONS} people to one assessment`,
    },
  ];
}

/** Somebody's next answer to a draft: nobody else answers the same capability there, so that nothing but saving is measured. */
function saving({ send }: Client, people: readonly Person[]) {
  const seen = new Map<string, number>();
  let turn = 0;
  return async (who: number, draft: AnsweredDraft): Promise<void> => {
    turn += 1;
    const own = draft.answered.filter((_, index) => index % CONNECTIONS === who);
    const capability = own[turn % own.length] ?? '';
    const key = `${draft.id} ${capability}`;
    const answer = { capability, seen: seen.get(key) ?? 1, rung: turn % 5 };
    const { status, body } = await send(answerCall(at(people, who), draft, answer));
    if (status !== 200) throw new Error(`saving failed: ${status} ${body}`);
    seen.set(key, versionIn(status, body));
  };
}

async function refuse({ send }: Client, person: Person): Promise<void> {
  const answer = { capability: 'rollback', seen: 0, rung: 2, as: 'somebody else' };
  const { status } = await send(answerCall(person, DEMO_DRAFT, answer));
  if (status !== 401) throw new Error(`an answer in the name of somebody else was answered with ${status}`);
}

function at<Item>(items: readonly Item[], index: number): Item {
  const item = items[index];
  if (item === undefined) throw new Error(`there are only ${items.length}`);
  return item;
}
