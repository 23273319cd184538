import 'server-only';
import { mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import Sqlite from 'better-sqlite3';
import { type BetterSQLite3Database, drizzle as drizzleSqlite } from 'drizzle-orm/better-sqlite3';
import { type NodePgDatabase, drizzle as drizzlePostgres } from 'drizzle-orm/node-postgres';
import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core';
import { Pool } from 'pg';
import { databaseUrl, isPostgres } from './dialect';
import { sha256 } from './sha256';
import { EmptyFile, remedyFor } from './unavailable';

type Drizzle = BaseSQLiteDatabase<'async', unknown>;

/** The database as the application sees it: it reads. Whatever writes takes a `Tx` and goes through `commit`. */
export type Db = Pick<Drizzle, 'select' | 'selectDistinct' | '$count'>;

declare const inCommit: unique symbol;

/** An open commit: it writes and cannot read, for what decides was read before. Only `commit` makes one. */
export type Tx = Pick<Drizzle, 'insert' | 'update' | 'delete'> & { readonly [inCommit]: true };

export type Connection = { db: Db; close: () => Promise<void> };

/** Opens a database of the engine that `DATABASE_URL` names; does not migrate it. */
export function open(url: string): Connection {
  if (/^postgres(ql)?:\/\//.test(url) !== isPostgres) {
    throw new Error(
      `this process was started for ${isPostgres ? 'PostgreSQL' : 'SQLite'}; cannot open ${scheme(url)}`,
    );
  }
  return isPostgres ? openPostgres(url) : openSqlite(url);
}

const opened = Symbol.for('rungs.database');
const shared: typeof globalThis & { [opened]?: Connection } = globalThis;

/**
 * The application's database, opened at first use: `next build` imports this file and must not leave a database
 * behind. It hangs on `globalThis` because `next dev` loads modules anew at each change.
 */
export function database(): Db {
  return (shared[opened] ??= open(databaseUrl)).db;
}

/** What the connections of the application to PostgreSQL are at; nothing on SQLite, which has none. */
export function poolUse(): { used: number; idle: number; waiting: number } | null {
  if (!isPostgres || shared[opened] === undefined) return null;
  const { totalCount, idleCount, waitingCount } = postgresOf(shared[opened].db).$client;
  return { used: totalCount - idleCount, idle: idleCount, waiting: waitingCount };
}

/** Closes the application's database in order when the process ends: an SQLite file is then whole without the ones beside it. */
export function closeAtExit(): void {
  process.once('exit', () => {
    void shared[opened]?.close();
  });
}

/** The driver behind a `Db`; inside `db/` alone. */
export function sqliteOf(db: Db) {
  return db as unknown as BetterSQLite3Database & { $client: Sqlite.Database };
}

/** The driver behind a `Db`; inside `db/` alone. */
export function postgresOf(db: Db) {
  return db as unknown as NodePgDatabase & { $client: Pool };
}

function openSqlite(url: string): Connection {
  const file = sqliteFile(url);
  const client = sqliteAt(file);
  return {
    db: drizzleSqlite(client) as unknown as Db,
    close: async () => {
      client.close();
    },
  };
}

/** SQLite's own words name no file: `unable to open database file`, `file is not a database`. */
function sqliteAt(file: string): Sqlite.Database {
  try {
    if (file !== ':memory:') {
      mkdirSync(path.dirname(file), { recursive: true });
      refuseEmptied(file);
    }
    return prepared(new Sqlite(file));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const remedy = remedyFor(error);
    throw new Error(`cannot open the database ${file}: ${why}${remedy === null ? '' : `. ${remedy}`}`, {
      cause: error,
    });
  }
}

/** Throws `EmptyFile` where the file is there and stays without a byte. */
function refuseEmptied(file: string): void {
  // Another process may be making it at this moment.
  for (const wait of [0, 100, 400]) {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, wait);
    if (statSync(file, { throwIfNoEntry: false })?.size !== 0) return;
  }
  throw new EmptyFile();
}

// On the connection itself, as pages and the start of the server are bundled apart from each other and share it.
const inode = Symbol.for('rungs.database.inode');
type Opened = Sqlite.Database & { [inode]?: number };

/**
 * Whether the file of an open database is still the one at its path. SQLite goes on writing into a file that was removed or replaced, and
 * at the next start all of that would be gone.
 */
export function isInPlace(client: Opened): boolean {
  return client.memory || statSync(client.name, { throwIfNoEntry: false })?.ino === client[inode];
}

function prepared(client: Opened): Sqlite.Database {
  client.pragma('journal_mode = WAL');
  // FULL: an acknowledged answer survives a power failure; with NORMAL the last commits before it may be gone.
  // Measured: 0.18 ms instead of 0.04 ms for a commit of four writes, of a request that takes over a millisecond.
  client.pragma('synchronous = FULL');
  client.pragma('busy_timeout = 5000');
  client.pragma('foreign_keys = ON');
  if (!client.memory) client[inode] = statSync(client.name).ino;
  // PostgreSQL has it built in; the log of an organisation is chained by it.
  client.function('sha256', { deterministic: true }, (text: unknown) => sha256(String(text)));
  return client;
}

function openPostgres(url: string): Connection {
  const pool = new Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 5000,
    allowExitOnIdle: true,
    // A commit sends all its writes at once; whatever else is asked has a connection of its own.
    pipeline: true,
  });
  // Without a listener, a server that closes an idle connection would end the process. The pool drops that
  // connection by itself, and the next query says what is wrong.
  pool.on('error', () => {});
  return { db: drizzlePostgres(pool) as unknown as Db, close: () => pool.end() };
}

/** The path of a `file:` address; throws a sentence for any other. */
export function sqliteFile(url: string): string {
  if (url.startsWith('file://')) return fileURLToPath(url);
  if (url.startsWith('file:') && url.length > 'file:'.length) return url.slice('file:'.length);
  throw new Error(
    `DATABASE_URL must be file:./path/to.db, file::memory: or postgres://…, not ${scheme(url)}`,
  );
}

/** What may be said of an address in a message: never its user and password. */
function scheme(url: string): string {
  return `${url.split(':', 1)[0] ?? ''}:…`;
}
