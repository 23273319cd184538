import { randomBytes } from 'node:crypto';
import type { Figure } from './figure';
import { inDatabase } from './in-database';
import { sqliteUrl } from './servers';
import { startServer, withClient } from '../../db/test-postgres.mjs';
import stopPostgres from '../../db/test-postgres-stop.mjs';

export type Engine = {
  name: 'SQLite' | 'PostgreSQL';
  /** The address of a new database with nothing in it. */
  fresh: () => Promise<string>;
};

const SQLITE: Engine = { name: 'SQLite', fresh: () => Promise.resolve(sqliteUrl()) };

let server: Promise<string> | undefined;

/** A PostgreSQL of this project's own, or that of `PG_URL`; unlike the one of the tests it keeps what it has acknowledged. */
const POSTGRES: Engine = {
  name: 'PostgreSQL',
  fresh: async () => {
    server ??= process.env['PG_URL']
      ? Promise.resolve(process.env['PG_URL'])
      : startServer({ durable: true });
    const url = await server;
    const name = `bench_${randomBytes(6).toString('hex')}`;
    await withClient(url, (client: { query: (text: string) => unknown }) =>
      client.query(`create database ${name} template template0`),
    );
    return Object.assign(new URL(url), { pathname: `/${name}` }).href;
  },
};

const settings: Record<string, string> = {};

/** Measures on each engine, one after the other. */
export async function onEachEngine(measure: (engine: Engine) => Promise<Figure[]>): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const engine of [SQLITE, POSTGRES]) {
    settings[engine.name] ??= await inDatabase(await engine.fresh(), 'engine');
    figures.push(...(await measure(engine)));
  }
  return figures;
}

/** The settings of the engines that were measured on, in their own words. */
export const engineSettings = (): Record<string, string> => ({ ...settings });

/** Stops what was started here. */
export async function stopEngines(): Promise<void> {
  if (server !== undefined && !process.env['PG_URL']) await stopPostgres();
  server = undefined;
}
