import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { open, type Connection } from '@/db/client';
import { migrate } from '@/db/migrate';
import { bodyOfPart, partsOfJob } from '@/db/jobs';
import { claimNext } from './jobs/claim-job';
import { runJob } from './jobs/run-job';
import { aQueuedJob, finishedRound, jobNow, runnerOf } from './jobs/testing';
import { restPool } from './pdf/typesetter';

/** A process that does a job and is killed in the middle of it, as by a crash or for want of memory. */

const TEAMS = ['Cards', 'Loans', 'Deposits', 'Mortgages', 'Claims', 'Pricing'];

const folder = mkdtempSync(path.join(tmpdir(), 'rungs-restart-'));
const url = `file:${path.join(folder, 'rungs.db')}`;
let connection: Connection;
let child: ChildProcess | undefined;

beforeAll(async () => {
  connection = open(url);
  await migrate(connection.db);
});

afterAll(async () => {
  child?.kill('SIGKILL');
  await restPool('background');
  await connection.close();
  rmSync(folder, { recursive: true });
});

function runnerProcess(): ChildProcess {
  const at = (file: string) => JSON.stringify(pathToFileURL(path.resolve(file)).href);
  const script = `
    const { database } = await import(${at('db/client.ts')});
    const { content } = await import(${at('lib/content/load.ts')});
    const { claimNext } = await import(${at('lib/jobs/claim-job.ts')});
    const { runJob } = await import(${at('lib/jobs/run-job.ts')});
    const ctx = { db: database(), me: 'killed', clock: () => new Date(), newId: () => '', content: content() };
    await runJob(ctx, await claimNext(ctx));`;
  // A file, as a script on the command line would be handed on to the typesetting thread.
  const file = path.join(folder, 'runner.mjs');
  writeFileSync(file, script);
  return spawn(process.execPath, ['--conditions=react-server', '--import', 'tsx', file], {
    stdio: 'inherit',
    env: { ...process.env, DATABASE_URL: url, NODE_OPTIONS: '' },
  });
}

test('a job goes on after its process was killed, and keeps what that one made', async () => {
  const { db } = connection;
  const { world, round } = await finishedRound(db, TEAMS);
  const { id } = await aQueuedJob(db, world, round);
  child = runnerProcess();
  while ((await jobNow(db, world, id)).done < 2) await new Promise((resolve) => setTimeout(resolve, 20));
  const gone = new Promise((resolve) => child?.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;

  const made = await partsOfJob(db, world.org.id, id, ['done']);
  expect(made.length).toBeGreaterThanOrEqual(2);
  expect(made.length).toBeLessThan(TEAMS.length);
  const bodies = () => Promise.all(made.map(({ position }) => bodyOfPart(db, world.org.id, id, position)));
  const before = await bodies();
  expect(await jobNow(db, world, id)).toMatchObject({ status: 'running', claimedBy: 'killed' });

  const next = { ...runnerOf(db, 'next'), clock: () => new Date(Date.now() + 61_000) };
  expect(await claimNext({ ...next, clock: () => new Date() })).toBeNull();
  const job = await claimNext(next);
  if (job === null) throw new Error('nobody took it up');
  await runJob(next, job);
  expect(await jobNow(db, world, id)).toMatchObject({ status: 'done', done: TEAMS.length, losses: 1 });
  expect(await bodies()).toEqual(before);
}, 120_000);
