import { setTimeout } from 'node:timers/promises';
import type { Database, Statement as Prepared } from 'better-sqlite3';
import { DrizzleQueryError } from 'drizzle-orm';
import { type Db, type Tx, isInPlace, postgresOf, sqliteOf } from './client';
import { isPostgres } from './dialect';
import { isRetryable } from './errors';
import { FileGone } from './unavailable';

export type Query = PromiseLike<unknown> & {
  prepare: () => unknown;
  toSQL: () => { sql: string; params: unknown[] };
};
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

/**
 * Sends everything before the first answer is there, and `commit` once all of them are good: two ways there and back for any number of
 * writes, during which rows are locked. What follows a write that failed or missed is done in vain and rolled back; the first in order counts.
 */
async function commitPostgres(db: Db, body: (tx: Tx) => readonly Write[]): Promise<void> {
  const statements = body(db as unknown as Tx).flatMap(statementsOf);
  const client = await postgresOf(db).$client.connect();
  let broken = false;
  try {
    const answers = await Promise.allSettled([
      client.query('begin'),
      ...statements.map(async ({ query, met }) => met((await client.query(query)).rows)),
    ]);
    for (const answer of answers) if (answer.status === 'rejected') throw answer.reason;
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => (broken = true));
    throw error;
  } finally {
    client.release(broken);
  }
}

type Statement = {
  query: { name?: string; text: string; values: unknown[] };
  /** Throws where the rows that came back are not those that it had to meet. */
  met: (rows: unknown[]) => void;
};

/** As text, for a query of drizzle's own is sent some time after it is asked to be, and order matters. */
function statementsOf(write: Write): Statement[] {
  if ('spelled' in write) return write.spelled.map((query) => ({ query, met: () => undefined }));
  const { sql: text, params: values } = queryOf(write).toSQL();
  return [{ query: { text, values }, met: (rows) => check(write, rows) }];
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

const prepared = new WeakMap<Database, Map<string, Prepared>>();

function runSpelled(client: Database, { spelled }: Spelled): void {
  const known = prepared.get(client) ?? new Map<string, Prepared>();
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
