import type { Database } from 'better-sqlite3';
import type { PoolClient } from 'pg';
import { type Db, postgresOf, sqliteOf } from './client';
import { isPostgres } from './dialect';
import { type PlainRow, type WholeTable, plainRow } from './whole-tables';

/** One connection inside one transaction. */
export type Inside = { sqlite: Database } | { postgres: PoolClient };

/**
 * Runs work inside one transaction on one connection: one that reads sees one state of the database all along; one that writes keeps other
 * writers out of an SQLite file from the start, and nothing of it stays unless `work` ends well. SQLite has one connection a process, and
 * what else is asked meanwhile would be inside too: for commands alone. A server reads by `readTogether` of `snapshot.ts`.
 */
export async function insideOne<Value>(
  db: Db,
  way: 'read' | 'write',
  work: (inside: Inside) => Promise<Value>,
): Promise<Value> {
  const inside: Inside = isPostgres
    ? { postgres: await postgresOf(db).$client.connect() }
    : { sqlite: sqliteOf(db).$client };
  let ended = false;
  try {
    await execute(inside, way === 'read' ? BEGIN_READING : BEGIN_WRITING);
    const value = await work(inside);
    await execute(inside, way === 'read' ? 'rollback' : 'commit');
    ended = true;
    return value;
  } finally {
    // A connection that is closed takes what it has not committed with it.
    if ('postgres' in inside) inside.postgres.release(!ended);
    else if (!ended && inside.sqlite.inTransaction) inside.sqlite.exec('rollback');
  }
}

const BEGIN_READING = isPostgres ? 'begin isolation level repeatable read read only' : 'begin';
const BEGIN_WRITING = isPostgres ? 'begin' : 'begin immediate';

/** Runs statements that return nothing. */
export async function execute(inside: Inside, statements: string): Promise<void> {
  if ('postgres' in inside) await inside.postgres.query(statements);
  else inside.sqlite.exec(statements);
}

/** The first column of what a query finds. */
export async function firstColumn(inside: Inside, query: string): Promise<unknown[]> {
  if ('sqlite' in inside) return inside.sqlite.prepare(query).pluck().all();
  const { rows } = await inside.postgres.query({ text: query, rowMode: 'array' });
  return rows.map(([value]: unknown[]) => value);
}

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** As many at once: a row may hold a file of megabytes. */
const ROWS = 50;

/** All rows of a table, some at a time. */
export async function* wholeRows(inside: Inside, table: WholeTable): AsyncGenerator<PlainRow> {
  const columns = table.columns.map(({ name }) => quoted(name)).join(', ');
  const query = `select ${columns} from ${quoted(table.name)}`;
  for await (const row of 'sqlite' in inside
    ? inside.sqlite.prepare(query).raw().iterate()
    : fetched(inside.postgres, query))
    yield plainRow(table, row as unknown[]);
}

async function* fetched(client: PoolClient, query: string): AsyncGenerator<unknown[]> {
  await client.query(`declare whole no scroll cursor for ${query}`);
  for (;;) {
    const { rows } = await client.query({ text: `fetch ${ROWS} from whole`, rowMode: 'array' });
    yield* rows as unknown[][];
    if (rows.length < ROWS) break;
  }
  await client.query('close whole');
}
