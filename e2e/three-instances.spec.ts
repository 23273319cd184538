import { execFile, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { withClient } from '../db/test-postgres.mjs';
import { freePort, startNext, untilReady } from '../lib/dev/run';
import { DEMO_DRAFT } from '../lib/bench/answers';
import { startBalancer, type Balancer } from './balancer';
import { saveAll, saveAnswer } from './people-saving';
import { postForm } from './post-form';

/** Three instances of the build on one PostgreSQL, behind a balancer that knows no sessions, with an installation that was on SQLite before. */

const SECRET = 'only for the browser journeys, nothing else';
const DATABASE = 'rungs_three';
const ROUND = '/harbour-bank/rounds/q4-2026/reports';
const PEOPLE = 9;
const SCRIPT = ['--conditions=react-server', '--import', 'tsx'];

test.describe.configure({ mode: 'serial' });

type Instance = { port: number; process: ChildProcess };

let folder: string;
let url: string;
let balancer: Balancer;
let cookies: string[];
const instances: Instance[] = [];

async function start(port: number): Promise<ChildProcess> {
  const server = startNext(port, {
    ...{ DATABASE_URL: url, NEXTAUTH_URL: balancer.address, NEXTAUTH_SECRET: SECRET },
    ...{ RUNGS_DEMO: '1', LOG_LEVEL: 'warn', TRUST_PROXY: '1' },
  });
  await untilReady(`http://localhost:${port}`, server);
  return server;
}

async function kill({ process }: Instance, signal: 'SIGTERM' | 'SIGKILL' = 'SIGKILL'): Promise<void> {
  if (process.exitCode !== null || process.signalCode !== null) return;
  const ended = once(process, 'exit');
  process.kill(signal);
  await ended;
}

/** A script of the project on a database, and what it prints. */
async function script(database: string, ...args: string[]): Promise<string> {
  const env = {
    ...process.env,
    DATABASE_URL: database,
    NEXTAUTH_URL: 'http://localhost',
    NEXTAUTH_SECRET: SECRET,
  };
  const { stdout } = await promisify(execFile)(process.execPath, [...SCRIPT, ...args], {
    env,
    maxBuffer: 1e8,
  });
  return stdout;
}

const query = <Row>(text: string, values: unknown[] = []): Promise<Row[]> =>
  withClient(
    url,
    async (client: { query: (text: string, values: unknown[]) => Promise<{ rows: Row[] }> }) =>
      (await client.query(text, values)).rows,
  ) as Promise<Row[]>;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  const server = process.env['PG_URL'] ?? '';
  await withClient(server, async (client: { query: (text: string) => Promise<unknown> }) => {
    await client.query(`create database ${DATABASE} template template0`);
  });
  url = Object.assign(new URL(server), { pathname: `/${DATABASE}` }).href;
  folder = mkdtempSync(path.join(tmpdir(), 'rungs-three-'));
  copyFileSync(process.env['PRISTINE_DEMO'] ?? '', path.join(folder, 'before.db'));
  const before = `file:${path.join(folder, 'before.db')}`;
  // They sign in while the installation is on SQLite.
  cookies = JSON.parse(await script(before, 'lib/dev/bench-step.ts', 'people', String(PEOPLE))) as string[];
  await script(before, 'lib/cli/main.ts', 'db', 'copy', '--from', before, '--to', url);
  balancer = await startBalancer();
  for (let n = 0; n < 3; n += 1) {
    const port = await freePort();
    instances.push({ port, process: await start(port) });
    balancer.ports.push(port);
  }
});

test.afterAll(async () => {
  await Promise.all(instances.map((instance) => kill(instance)));
  balancer.stop();
  rmSync(folder, { recursive: true, force: true });
  await withClient(
    process.env['PG_URL'] ?? '',
    async (client: { query: (text: string) => Promise<unknown> }) => {
      await client.query(`drop database ${DATABASE} with (force)`);
    },
  );
});

async function expectAllSignedIn(): Promise<void> {
  for (const cookie of cookies) {
    const response = await fetch(`${balancer.address}/harbour-bank`, {
      headers: { cookie },
      redirect: 'manual',
    });
    expect(response.status).toBe(200);
  }
}

test('of what people save through all of them nothing is lost when one is killed, nobody is signed out, and it joins again', async () => {
  test.setTimeout(120_000);
  await expectAllSignedIn();
  const [, victim] = instances;
  if (victim === undefined) throw new Error('there are no three');
  balancer.answered.clear();
  let goesOn = true;
  const saving = saveAll(balancer.address, cookies, () => goesOn);
  await setTimeout(4_000);
  await kill(victim);
  await setTimeout(2_000);
  victim.process = await start(victim.port);
  const joined = balancer.answered.get(victim.port) ?? 0;
  await setTimeout(2_000);
  goesOn = false;
  const acknowledged = await saving;
  console.log(
    `${acknowledged.length} answers acknowledged by three instances, ${balancer.passedOver} passed over`,
  );

  expect(acknowledged.length).toBeGreaterThan(100);
  const kept = new Map(
    JSON.parse(await script(url, 'lib/dev/bench-step.ts', 'kept')) as [string, string | null][],
  );
  const lost = acknowledged.filter(
    ({ capability, version, note }) => kept.get(`${DEMO_DRAFT.id}.${capability}.${version}`) !== note,
  );
  expect(lost).toEqual([]);
  for (const { port } of instances) expect(balancer.answered.get(port)).toBeGreaterThan(10);
  expect(balancer.answered.get(victim.port)).toBeGreaterThan(joined);
  await expectAllSignedIn();
});

test('what is saved at one reaches a page that is open at another', async () => {
  const [first, , third] = instances;
  const [cookie = '', other = ''] = cookies;
  const leaving = new AbortController();
  const response = await fetch(
    `http://localhost:${third?.port}/api/assessments/${DEMO_DRAFT.id}/changes?org=${DEMO_DRAFT.org}`,
    { headers: { cookie: other, accept: 'text/event-stream' }, signal: leaving.signal },
  );
  expect(response.status).toBe(200);
  const ports = balancer.ports.splice(0, 3, first?.port ?? 0);
  const { version } = await saveAnswer(balancer.address, cookie, 'rollback');
  balancer.ports.splice(0, 1, ...ports);
  const late = globalThis.setTimeout(() => leaving.abort(), 10_000);
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    if (versionsOf(text, 'rollback').includes(version)) break;
  }
  clearTimeout(late);
  leaving.abort();
  expect(versionsOf(text, 'rollback')).toContain(version);
});

/** The versions of an answer that a stream told of. */
function versionsOf(text: string, capability: string): number[] {
  const changes = [...text.matchAll(/^event: changes\ndata: (.*)$/gm)].map(
    ([, data = '']) => JSON.parse(data) as { answers: { capability: string; version: number }[] },
  );
  return changes
    .flatMap(({ answers }) => answers.filter((each) => each.capability === capability))
    .map(({ version }) => version);
}

test('wrong passwords count at all of them together', async () => {
  const told: string[] = [];
  for (let attempt = 0; attempt < 11; attempt += 1) {
    const wrong = { email: 'nobody@harbour.example', password: `not the password ${attempt}` };
    const { response, text } = await postForm(balancer.address, '/signin', wrong);
    told.push(/Too many wrong passwords|do not fit together/.exec(text)?.[0] ?? `${response.status}`);
  }
  expect(told).toEqual([
    ...Array.from({ length: 10 }, () => 'do not fit together'),
    'Too many wrong passwords',
  ]);
});

type JobRow = { status: string; done: number; total: number; losses: number; claimed_by: string };

test('a job whose instance is killed is finished by another, and what was made is kept', async ({ page }) => {
  test.setTimeout(300_000);
  const [first] = instances;
  if (first === undefined) throw new Error('there is none');
  const others = balancer.ports.splice(0, 3, first.port).filter((port) => port !== first.port);
  await page.goto(balancer.address);
  await page.getByRole('button', { name: 'Look around as a consultant' }).click();
  await expect(page.getByRole('banner').getByText('Harbour Bank')).toBeVisible();
  await page.goto(`${balancer.address}${ROUND}`);
  await page.getByRole('button', { name: 'Make the reports' }).click();
  const job = async () => (await query<JobRow>('select * from job'))[0];
  await expect
    .poll(async () => (await job())?.done ?? 0, { timeout: 60_000, intervals: [50] })
    .toBeGreaterThan(1);
  await kill(first);
  const cut = await job();
  expect(cut).toMatchObject({ status: 'running', losses: 0 });
  expect(cut?.done).toBeLessThan(cut?.total ?? 0);

  balancer.ports.splice(0, 1, ...others);
  await expect.poll(async () => (await job())?.status, { timeout: 240_000, intervals: [1_000] }).toBe('done');
  const finished = await job();
  expect(finished).toMatchObject({ losses: 1, done: cut?.total });
  expect(finished?.claimed_by).not.toBe(cut?.claimed_by);
  await page.goto(`${balancer.address}${ROUND}`);
  await expect(page.getByRole('link', { name: /^Download \d+ reports \(zip\)$/ })).toBeVisible();
  first.process = await start(first.port);
  balancer.ports.push(first.port);
  await expectAllSignedIn();
});
