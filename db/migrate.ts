import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Database } from 'better-sqlite3';
import { sql } from 'drizzle-orm';
import { migrate as applyToSqlite } from 'drizzle-orm/better-sqlite3/migrator';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate as applyToPostgres } from 'drizzle-orm/node-postgres/migrator';
import { type Db, isInPlace, postgresOf, sqliteOf } from './client';
import { isPostgres } from './dialect';
import { FileGone } from './unavailable';

// Any number will do, as long as all instances agree on it.
const ADVISORY_LOCK = 7_864_201;

/** Brings a database up to date; harmless when it is. */
export async function migrate(db: Db, folder: string = migrationsFolder()): Promise<void> {
  await (isPostgres ? migratePostgres(db, folder) : migrateSqlite(db, folder));
}

/** Where the generated migrations of this engine are. The parts are literal so that Next.js copies the files. */
export function migrationsFolder(): string {
  return isPostgres
    ? path.join(process.cwd(), 'db', 'migrations', 'postgres')
    : path.join(process.cwd(), 'db', 'migrations', 'sqlite');
}

/**
 * The name of the newest migration that the database has had, such as `0010_assessing_together`; `newer` where this version does not
 * know it. Throws what the driver throws where the database does not answer, and
 * `FileGone`.
 */
export async function appliedMigration(db: Db, folder: string = migrationsFolder()): Promise<string> {
  const native = isPostgres ? null : sqliteOf(db).$client;
  if (native !== null && !isInPlace(native)) throw new FileGone(native.name);
  const table = isPostgres ? sql`drizzle.__drizzle_migrations` : sql`__drizzle_migrations`;
  const [row] = await db.select({ at: sql<unknown>`max(created_at)` }).from(table);
  const journal = JSON.parse(readFileSync(path.join(folder, 'meta', '_journal.json'), 'utf8')) as {
    entries: { when: number; tag: string }[];
  };
  return journal.entries.find(({ when }) => when === Number(row?.at))?.tag ?? 'newer';
}

async function migratePostgres(db: Db, folder: string): Promise<void> {
  const client = await postgresOf(db).$client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [ADVISORY_LOCK]);
    await applyToPostgres(drizzle(client), { migrationsFolder: folder });
  } finally {
    // Closing the connection gives the lock back, whatever state it is in.
    client.release(true);
  }
}

async function migrateSqlite(db: Db, folder: string): Promise<void> {
  const native = sqliteOf(db);
  const client = native.$client;
  const copy = copyBeforeMigrating(client, folder);
  // SQLite changes a column by rebuilding its table, and dropping the old one cascades into the tables that refer
  // to it. The generated files switch foreign keys off, but inside drizzle's transaction, where SQLite ignores it
  // (drizzle-orm#5782).
  client.pragma('foreign_keys = OFF');
  try {
    applyToSqlite(native, { migrationsFolder: folder });
    const dangling = client.pragma('foreign_key_check');
    if (Array.isArray(dangling) && dangling.length > 0) {
      throw new Error(
        `${dangling.length} rows refer to nothing after migrating${copy ? `; as it was: ${copy}` : ''}`,
      );
    }
  } finally {
    client.pragma('foreign_keys = ON');
  }
}

/** Keeps the file as it was, beside it, if it has data and a migration waits. */
function copyBeforeMigrating(client: Database, folder: string): string | undefined {
  const applied = lastApplied(client);
  const newest = readMigrationFiles({ migrationsFolder: folder }).at(-1)?.folderMillis ?? 0;
  if (client.memory || applied === undefined || newest <= applied) return undefined;
  const copy = `${client.name}.before-${newest}`;
  // An earlier, failed attempt has left the better copy.
  if (!existsSync(copy)) client.prepare('vacuum into ?').run(copy);
  return copy;
}

function lastApplied(client: Database): number | undefined {
  const known = client.prepare(`select 1 from sqlite_master where name = '__drizzle_migrations'`).get();
  if (known === undefined) return undefined;
  const newest = client.prepare('select max(created_at) from __drizzle_migrations').pluck().get();
  return typeof newest === 'number' ? newest : undefined;
}
