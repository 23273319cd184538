import { drizzle } from 'drizzle-orm/node-postgres';
import { type Db, postgresOf, sqliteOf } from './client';
import { type Query, runSync } from './commit';
import { isPostgres } from './dialect';

type Row = Record<string, unknown>;

/** Answers all queries from one state of the database, whatever is written meanwhile. */
export async function readTogether(db: Db, queries: (db: Db) => readonly Query[]): Promise<Row[][]> {
  if (!isPostgres)
    return sqliteOf(db).transaction((tx) =>
      queries(tx as unknown as Db).map((query) => runSync(query) as Row[]),
    );
  const client = await postgresOf(db).$client.connect();
  let broken = false;
  try {
    await client.query('begin isolation level repeatable read read only');
    const found: Row[][] = [];
    for (const query of queries(drizzle(client) as unknown as Db)) found.push((await query) as Row[]);
    return found;
  } finally {
    // It wrote nothing, so there is nothing to keep.
    await client.query('rollback').catch(() => (broken = true));
    client.release(broken);
  }
}
