import { randomInt } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { open } from '@/db/client';
import { commit } from '@/db/commit';
import { insertUser } from '@/db/users';
import { hashPassword } from '../auth/password';
import { estimated, ratioOf, type Figure } from './figure';
import { inDatabase } from './in-database';
import { median, p95 } from './quantile';
import { hiddenFields, send, sqliteUrl, startMeasured, stop, type MeasuredServer } from './servers';

const ACCOUNTS = 20;
/** As many as are refused by no limit. */
const TRIES = 10;
const ATTACKS_A_SECOND = 50;
const SECONDS = 15;
const READ_EVERY_MS = 100;
const TURNS = 3;
const READ = '/harbour-bank/teams/fraud-scoring';

/** What letting people in costs: the check of session and permission, and what others notice of passwords that are guessed. */
export async function benchAccess(): Promise<Figure[]> {
  const url = sqliteUrl();
  // Many clients are told apart by what a proxy says of them.
  const server = await startMeasured(url, { TRUST_PROXY: '1' });
  try {
    await addAccounts(url);
    const hidden = await hiddenFields(`${server.address}/signin`, 'name="email"');
    const guess: Guess = (email) =>
      send(
        `${server.address}/signin`,
        hidden,
        { email, password: 'a guess of somebody' },
        { 'x-forwarded-for': anywhere() },
      );
    return [...(await knownAndUnknown(guess)), ...(await underAttack(server, guess)), await checks(url)];
  } finally {
    await stop(server);
  }
}

type Guess = (email: string) => Promise<Response>;

const known = (number: number): string => `known-${number}@bench.example`;

async function addAccounts(url: string): Promise<void> {
  const { db, close } = open(url);
  const passwordHash = await hashPassword('the right password of all');
  await commit(db, (tx) =>
    Array.from({ length: ACCOUNTS }, (_, number) =>
      insertUser(tx, {
        ...{ id: `bench-${number}`, email: known(number), name: 'Known', passwordHash },
        ...{ createdAt: new Date(), emailVerifiedAt: new Date() },
      }),
    ),
  );
  await close();
}

/** An address of the network that is kept for examples of benchmarks (RFC 2544). */
const anywhere = (): string => `198.18.${randomInt(256)}.${randomInt(1, 255)}`;

/** One guess after the other, by turns at an account that is there and at one that is not. */
async function knownAndUnknown(guess: Guess): Promise<Figure[]> {
  const times: [known: number[], unknown: number[]] = [[], []];
  for (let round = 0; round < TRIES; round += 1)
    for (let number = 0; number < ACCOUNTS; number += 1) {
      const emails = [known(number), `unknown-${number}@bench.example`] as const;
      for (const which of round % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const)) {
        // Slowly enough that each is looked at; see PASSWORDS of proxy.ts.
        await setTimeout(200);
        const begun = performance.now();
        const answer = await guess(emails[which]);
        await answer.arrayBuffer();
        if (answer.status !== 200) throw new Error(`a wrong password was answered with ${answer.status}`);
        times[which].push(performance.now() - begun);
      }
    }
  const [there, none] = [median(times[0]), median(times[1])];
  const apart = (Math.max(there, none) / Math.min(there, none) - 1) * 100;
  return [
    {
      ...{ name: 'wrong password, known and unknown account apart', value: apart, unit: '%', bound: 20 },
      better: 'lower',
      how: `medians of ${times[0].length} each: ${there.toFixed(1)} and ${none.toFixed(1)} ms`,
    },
  ];
}

/** Somebody reads a page ten times a second, by turns in quiet and while fifty passwords a second are guessed from many addresses. */
async function underAttack({ address, cookie }: MeasuredServer, guess: Guess): Promise<Figure[]> {
  const read = async (times: number[]) => {
    const begun = performance.now();
    const answer = await fetch(`${address}${READ}`, { headers: { cookie, 'x-forwarded-for': '192.0.2.1' } });
    await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`${READ}: ${answer.status}`);
    times.push(performance.now() - begun);
  };
  await reading(read, [], 2);
  const [quiet, attacked]: [number[], number[]] = [[], []];
  let guesses = 0;
  for (let turn = 0; turn < TURNS; turn += 1) {
    await reading(read, quiet, SECONDS);
    const attack = attacking(guess);
    await reading(read, attacked, SECONDS);
    guesses += await attack.stop();
  }
  const [calm, under] = [p95(quiet), p95(attacked)];
  const rate = guesses / (TURNS * SECONDS);
  return [
    {
      ...{ name: 'page while passwords are guessed, to quiet', unit: 'times', bound: 2, better: 'lower' },
      ...ratioOf(attacked, quiet, p95),
      quiet: true,
      how: `p95 of ${attacked.length} each, ${calm.toFixed(0)} and ${under.toFixed(0)} ms; ${rate.toFixed(0)} guesses a second answered, 5 of them looked at`,
    },
  ];
}

/** Asks at fixed times, whether or not what was asked before is answered. */
async function reading(read: (times: number[]) => Promise<void>, times: number[], seconds: number) {
  const asked: Promise<void>[] = [];
  for (let count = 0; count < (seconds * 1_000) / READ_EVERY_MS; count += 1) {
    asked.push(read(times));
    await setTimeout(READ_EVERY_MS);
  }
  await Promise.all(asked);
}

/** Guesses at fixed times, at accounts that are there and at others; `stop` gives how many were answered by then. */
function attacking(guess: Guess): { stop: () => Promise<number> } {
  const sent: Promise<unknown>[] = [];
  let answered = 0;
  const timer = setInterval(() => {
    const email = randomInt(2) === 0 ? known(randomInt(ACCOUNTS)) : `${randomInt(1e9)}@bench.example`;
    sent.push(
      guess(email).then(async (answer) => {
        await answer.arrayBuffer();
        answered += 1;
      }),
    );
  }, 1_000 / ATTACKS_A_SECOND);
  return {
    stop: async () => {
      clearInterval(timer);
      const inTime = answered;
      await Promise.all(sent);
      return inTime;
    },
  };
}

async function checks(url: string): Promise<Figure> {
  const times = await inDatabase(url, 'access');
  return {
    ...{ name: 'session and permission check', unit: 'ms', bound: 2, better: 'lower', quiet: true },
    ...estimated(times, p95),
    how: `p95 of ${times.length} by somebody with a role in one team, from the cookie on, SQLite; p50 ${median(times).toFixed(2)} ms`,
  };
}
