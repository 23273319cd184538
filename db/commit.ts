import { setTimeout } from 'node:timers/promises';
import type { Database, Statement } from 'better-sqlite3';
import { DrizzleQueryError } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import type { PoolClient } from 'pg';
import { type Db, type Tx, isInPlace, postgresOf, sqliteOf } from './client';
import { isPostgres } from './dialect';
import { isRetryable } from './errors';
import { FileGone } from './unavailable';

export type Query = PromiseLike<unknown> & { prepare: () => unknown };
type Returning = Query & PromiseLike<readonly unknown[]>;

/** A write that depends on what was read. It is no `Write` until `exactlyOne` says what to do when it misses. */
export type Guarded = { readonly guarded: Returning };

type Checked = Guarded & { readonly missed: () => Error };

/** Statements as text, each prepared once a connection under its name: for what nearly every commit writes. */
export type Spelled = { readonly spelled: readonly { name: string; text: string; values: unknown[] }[] };

export type Write = Query | Checked | Spelled;

const ATTEMPTS = 5;

/**
 * Writes all or nothing. The body lists the writes and cannot wait or read: better-sqlite3 has no asynchronous
 * transactions, and a decision belongs before the commit, guarded by the version that it was read with.
 */
export async function commit(db: Db, body: (tx: Tx) => readonly Write[]): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await (isPostgres ? commitPostgres(db, body) : commitSqlite(db, body));
    } catch (error) {
      if (attempt === ATTEMPTS || !isRetryable(error)) throw withoutParameters(error);
      // Apart from each other, or those that met in a deadlock meet there again.
      await setTimeout(attempt * 50 * Math.random());
    }
  }
}

/** Marks a write with `returning` as one that may miss; for the queries in this folder. */
export function guarded(query: Returning): Guarded {
  return { guarded: query };
}

/** Rolls the commit back with this error unless the write met exactly one row. */
export function exactlyOne(query: Guarded, missed: () => Error): Write {
  return { ...query, missed };
}

async function commitPostgres(db: Db, body: (tx: Tx) => readonly Write[]): Promise<void> {
  const client = await postgresOf(db).$client.connect();
  let broken = false;
  try {
    await client.query('begin');
    for (const write of body(onConnection(client))) {
      if ('spelled' in write) for (const statement of write.spelled) await client.query(statement);
      else check(write, await queryOf(write));
    }
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => (broken = true));
    throw error;
  } finally {
    client.release(broken);
  }
}

const onConnections = new WeakMap<PoolClient, Tx>();

function onConnection(client: PoolClient): Tx {
  const tx = onConnections.get(client) ?? (drizzle(client) as unknown as Tx);
  onConnections.set(client, tx);
  return tx;
}

// Asynchronous only so that a failure rejects here as it does on PostgreSQL.
async function commitSqlite(db: Db, body: (tx: Tx) => readonly Write[]): Promise<void> {
  const { $client } = sqliteOf(db);
  if (!isInPlace($client)) throw new FileGone($client.name);
  sqliteOf(db).transaction(
    (tx) => {
      for (const write of body(tx as unknown as Tx)) {
        if ('spelled' in write) runSpelled(sqliteOf(db).$client, write);
        else check(write, runSync(queryOf(write)));
      }
    },
    { behavior: 'immediate' },
  );
}

// The one place that leans on drizzle's inside: for a synchronous driver a prepared query's `execute()` has
// `sync()`, which picks the driver's `all` or `run`, as the query wants. `commit.test.ts` notices if it goes.
export function runSync(query: Query): unknown {
  const prepared = query.prepare() as { execute: () => { sync: () => unknown } };
  return prepared.execute().sync();
}

const prepared = new WeakMap<Database, Map<string, Statement>>();

function runSpelled(client: Database, { spelled }: Spelled): void {
  const known = prepared.get(client) ?? new Map<string, Statement>();
  prepared.set(client, known);
  for (const { name, text, values } of spelled) {
    const statement = known.get(name) ?? client.prepare(text);
    known.set(name, statement);
    statement.run(...values);
  }
}

// drizzle's message holds all that was written, notes and password hashes too; the driver's own does not.
function withoutParameters(error: unknown): unknown {
  return error instanceof DrizzleQueryError ? (error.cause ?? new Error('a write failed')) : error;
}

function queryOf(write: Query | Checked): Query {
  return 'guarded' in write ? write.guarded : write;
}

function check(write: Query | Checked, rows: unknown): void {
  if ('guarded' in write && !(Array.isArray(rows) && rows.length === 1)) throw write.missed();
}
