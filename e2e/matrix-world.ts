import { execFileSync, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { freePort, startNext, untilReady } from '../lib/dev/run';
import type { Caller } from './matrix-routes';

export type Engine = 'SQLite' | 'PostgreSQL';

/** Ids of things, by the names that stand in braces in the tables. */
export type Things = Record<string, string>;

export type World = {
  address: string;
  database: string;
  cookies: Record<Caller, string>;
  things: Things;
  /** The same things of the stranger's own organisation. */
  own: Things;
  /** Of another team of Harbour Bank than the one in `things`. */
  beside: Things;
  /** Stands in whatever Harbour Bank's members wrote. */
  secret: string;
  stop: () => Promise<void>;
};

const env = (name: string): string => {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: servers.ts did not run`);
  return value;
};

/** The built application over a database of its own with the demo in it, so that nothing else changes what is compared here. */
export async function startWorld(engine: Engine): Promise<World> {
  const folder = mkdtempSync(path.join(tmpdir(), 'rungs-matrix-'));
  const port = await freePort();
  const address = `http://localhost:${port}`;
  const settings = { NEXTAUTH_URL: address, NEXTAUTH_SECRET: env('E2E_SECRET'), RUNGS_DEMO: '1' };
  const database = engine === 'SQLite' ? demoCopy(folder) : await demoOnPostgres();
  const all = { ...settings, DATABASE_URL: database, SIGNUP: 'open', LOG_LEVEL: 'warn' };
  const seeded = JSON.parse(script('lib/dev/seed-matrix.ts', all)) as Omit<
    World,
    'address' | 'database' | 'stop'
  >;
  const server = startNext(port, all);
  await untilReady(address, server);
  const stop = async () => {
    await ended(server);
    rmSync(folder, { recursive: true, force: true });
  };
  return { ...seeded, address, database, stop };
}

function demoCopy(folder: string): string {
  const file = path.join(folder, 'matrix.db');
  copyFileSync(env('PRISTINE_DEMO'), file);
  return `file:${file}`;
}

async function demoOnPostgres(): Promise<string> {
  const name = `rungs_matrix_${randomBytes(6).toString('hex')}`;
  const client = new Client({ connectionString: env('PG_URL') });
  await client.connect();
  await client.query(`create database ${name} template template0`);
  await client.end();
  const url = Object.assign(new URL(env('PG_URL')), { pathname: `/${name}` }).href;
  script('lib/dev/seed-demo.ts', { DATABASE_URL: url });
  return url;
}

const script = (file: string, settings: Record<string, string>): string =>
  execFileSync(process.execPath, ['--conditions=react-server', '--import', 'tsx', file], {
    env: { ...process.env, ...settings },
    encoding: 'utf8',
    maxBuffer: 1_000_000,
  });

async function ended(server: ChildProcess): Promise<void> {
  const exit = new Promise((resolve) => server.once('exit', resolve));
  server.kill();
  await exit;
}

/** The text with the ids of the things that it names in braces. */
export function filled(text: string, things: Things): string {
  return text.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => {
    const id = things[name];
    if (id === undefined) throw new Error(`there is no {${name}}`);
    return id;
  });
}
