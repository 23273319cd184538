import { createHash } from 'node:crypto';
import Sqlite from 'better-sqlite3';
import { Client } from 'pg';

/** How often somebody tried is kept of a request that changes nothing as well. */
const BOOKKEEPING = new Set(['attempt', '__drizzle_migrations']);

/** So is when a session was last seen. */
const withoutSeen = (row: unknown): string =>
  JSON.stringify(row, (key, value: unknown) => (key === 'last_seen_at' ? null : value));

/** A fingerprint of what stands in each table. */
export async function fingerprints(url: string): Promise<Record<string, string>> {
  const tables = url.startsWith('file:') ? ofSqlite(url.slice('file:'.length)) : await ofPostgres(url);
  return Object.fromEntries(
    tables.map(([name, rows]) => [
      name,
      `${rows.length} rows, ${createHash('sha256')
        .update(rows.map(withoutSeen).toSorted().join('\n'))
        .digest('hex')}`,
    ]),
  );
}

type Tables = [name: string, rows: unknown[]][];

function ofSqlite(file: string): Tables {
  const database = new Sqlite(file, { readonly: true });
  try {
    const named = database.prepare<[], { name: string }>(
      "select name from sqlite_master where type = 'table'",
    );
    return kept(named.all()).map((name) => [name, database.prepare(`select * from "${name}"`).all()]);
  } finally {
    database.close();
  }
}

async function ofPostgres(url: string): Promise<Tables> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const named = await client.query<{ name: string }>(
      "select table_name as name from information_schema.tables where table_schema = 'public'",
    );
    const tables: Tables = [];
    for (const name of kept(named.rows))
      tables.push([name, (await client.query(`select * from "${name}"`)).rows]);
    return tables;
  } finally {
    await client.end();
  }
}

const kept = (named: { name: string }[]): string[] =>
  named.map(({ name }) => name).filter((name) => !BOOKKEEPING.has(name));
