import { randomUUID } from 'node:crypto';
import Sqlite from 'better-sqlite3';
import { Client } from 'pg';
import { type Connection, type Db, open } from './client';
import { commit } from './commit';
import { databaseUrl, isPostgres } from './dialect';
import { migrate } from './migrate';
import { attempt, user } from './schema/people';
import { meta, org } from './schema/orgs';

/**
 * A migrated database of this test file's own, empty before each test and closed after the last:
 * `const fresh = freshDb();` at the top of the file, `fresh.db` in a test.
 */
export function freshDb(): { readonly db: Db } {
  let connection: Connection | undefined;
  const current = () => {
    if (connection === undefined)
      throw new Error('fresh.db is there in tests and hooks, not while a file is loaded');
    return connection.db;
  };
  beforeAll(async () => {
    connection = await newDatabase(process.env['PG_TEMPLATE']);
    if (!isPostgres) await migrate(connection.db);
  });
  beforeEach(() =>
    commit(current(), (tx) => [tx.delete(org), tx.delete(user), tx.delete(meta), tx.delete(attempt)]),
  );
  afterAll(() => connection?.close());
  return {
    get db() {
      return current();
    },
  };
}

/** A database without tables; who asks for it closes it. */
export async function blankDb(): Promise<Connection> {
  return newDatabase('template0');
}

// On PostgreSQL a copy of the template that test-postgres.mjs has migrated, which is quicker than migrating anew.
async function newDatabase(template: string | undefined): Promise<Connection> {
  if (!isPostgres) return open('file::memory:');
  const name = `rungs_test_${randomUUID().replaceAll('-', '')}`;
  await onServer(`create database ${name} template ${template}`);
  const { db, close } = open(Object.assign(new URL(databaseUrl), { pathname: `/${name}` }).href);
  return {
    db,
    close: async () => {
      await close();
      await onServer(`drop database ${name}`);
    },
  };
}

/** Runs a statement on the PostgreSQL of the tests. */
export async function onServer(statement: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Runs a statement in a file of SQLite past everything that Rungs holds, as somebody who has the file could. */
export function inFile(file: string, statement: string, foreignKeys = true): void {
  const connection = new Sqlite(file);
  connection.pragma(`foreign_keys = ${foreignKeys ? 'on' : 'off'}`);
  connection.prepare(statement).run();
  connection.close();
}

/** The number that a query finds in a file of SQLite. */
export function countInFile(file: string, query: string): number {
  const connection = new Sqlite(file);
  const count = Number(connection.prepare(query).pluck().get());
  connection.close();
  return count;
}
