import { readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Database } from 'better-sqlite3';
import { sql } from 'drizzle-orm';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate as applyToPostgres } from 'drizzle-orm/node-postgres/migrator';
import type { PoolClient } from 'pg';
import { type Db, isInPlace, postgresOf, sqliteOf } from './client';
import { isPostgres } from './dialect';
import { FileGone } from './unavailable';

// Any number will do, as long as all instances agree on it.
const ADVISORY_LOCK = 7_864_201;

// How long a process waits for another one that migrates the same file.
const PATIENCE_MS = 600_000;

/** Brings a database up to date; harmless when it is. Throws a sentence where a later version or another program has migrated it. */
export async function migrate(db: Db, folder: string = migrationsFolder()): Promise<void> {
  await (isPostgres ? migratePostgres(db, folder) : migrateSqlite(db, folder));
}

/** By what a database was migrated: `none` has no migration in it, `newer` one that this version does not know. */
export type SchemaLevel = 'none' | 'older' | 'newest' | 'newer' | 'foreign';

/** What this version can do with a database; changes nothing. */
export async function schemaLevel(db: Db, folder: string = migrationsFolder()): Promise<SchemaLevel> {
  if (!isPostgres) return levelOf(appliedToSqlite(sqliteOf(db).$client), folder);
  const client = await postgresOf(db).$client.connect();
  try {
    return levelOf(await appliedToPostgres(client), folder);
  } finally {
    client.release();
  }
}

/** Why a database cannot be used by this version at all; null where it can, migrated or not. */
export function refusal(level: SchemaLevel): string | null {
  if (level === 'newer')
    return 'the database is newer than this version of Rungs: a later one has migrated it. Start that version again, or put back a backup from before (docs/operations.md, Upgrade)';
  if (level === 'foreign')
    return 'the database was migrated by another program, not by Rungs. Name one of its own';
  return null;
}

/** Where the generated migrations of this engine are. The parts are literal: where one is not, the build takes it to name any file of the project. */
export function migrationsFolder(): string {
  return isPostgres
    ? path.join(process.cwd(), 'db', 'migrations', 'postgres')
    : path.join(process.cwd(), 'db', 'migrations', 'sqlite');
}

/**
 * The name of the newest migration that the database has had, such as `0010_assessing_together`; `newer` where this version does not
 * know it. Throws what the driver throws where the database does not answer, and `FileGone`.
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
    // Only now, as the one that held the lock may have been of a later version.
    refuse(levelOf(await appliedToPostgres(client), folder));
    await applyToPostgres(drizzle(client), { migrationsFolder: folder });
  } finally {
    // Closing the connection gives the lock back, whatever state it is in.
    client.release(true);
  }
}

async function migrateSqlite(db: Db, folder: string): Promise<void> {
  const client = sqliteOf(db).$client;
  const level = levelOf(appliedToSqlite(client), folder);
  refuse(level);
  if (level === 'newest') return;
  const copy = copyBeforeMigrating(client, folder);
  const patience = Number(client.pragma('busy_timeout', { simple: true }));
  client.pragma(`busy_timeout = ${PATIENCE_MS}`);
  // SQLite changes a column by rebuilding its table, and dropping the old one cascades into the tables that refer
  // to it. The generated files switch foreign keys off, but inside the transaction, where SQLite ignores it
  // (drizzle-orm#5782).
  client.pragma('foreign_keys = OFF');
  try {
    client.transaction(() => applyToSqlite(client, folder, copy)).immediate();
  } finally {
    client.pragma('foreign_keys = ON');
    client.pragma(`busy_timeout = ${patience}`);
  }
}

/**
 * As drizzle's own does, into the same table, but for the order of things: drizzle looks at what was applied before it has the lock, so that
 * of two processes on one file the second would apply it once more.
 */
function applyToSqlite(client: Database, folder: string, copy: string | undefined): void {
  refuseOthersTables(client);
  client.exec(
    'CREATE TABLE IF NOT EXISTS __drizzle_migrations (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at numeric)',
  );
  const applied = appliedToSqlite(client);
  refuse(levelOf(applied, folder));
  const note = client.prepare('INSERT INTO __drizzle_migrations (hash, created_at) VALUES (?, ?)');
  for (const { sql: statements, hash, folderMillis } of readMigrationFiles({ migrationsFolder: folder })) {
    if (folderMillis <= Math.max(0, ...applied)) continue;
    for (const statement of statements) client.exec(statement);
    note.run(hash, folderMillis);
  }
  const dangling = client.pragma('foreign_key_check');
  if (Array.isArray(dangling) && dangling.length > 0) {
    throw new Error(
      `${dangling.length} rows refer to nothing after migrating, so nothing was changed${copy ? `; a copy is in ${copy}` : ''}`,
    );
  }
}

/** Keeps the file as it is, beside it, if it has data and a migration waits; in place of a copy of an earlier upgrade, after which it was put back. */
function copyBeforeMigrating(client: Database, folder: string): string | undefined {
  if (client.memory || appliedToSqlite(client).length === 0) return undefined;
  const newest = readMigrationFiles({ migrationsFolder: folder }).at(-1)?.folderMillis ?? 0;
  const copy = `${client.name}.before-${newest}`;
  const applied = appliedToSqlite(client).length;
  const part = `${copy}.${process.pid}.part`;
  try {
    client.prepare('vacuum into ?').run(part);
    // Where another process was quicker, this may be what the file is after it; where one failed, what is there is what was before.
    if (appliedToSqlite(client).length === applied) renameSync(part, copy);
  } finally {
    rmSync(part, { force: true });
  }
  return copy;
}

/** A file with tables that Rungs did not make is somebody else's. */
function refuseOthersTables(client: Database): void {
  const names = client.prepare(`select name from sqlite_master where type = 'table'`).pluck().all();
  if (names.length > 0 && !names.includes('__drizzle_migrations'))
    throw new Error(
      `the database ${client.name} is of another program, with a table ${String(names[0])}. Name one of Rungs' own in DATABASE_URL`,
    );
}

function refuse(level: SchemaLevel): void {
  const why = refusal(level);
  if (why !== null) throw new Error(why);
}

/** `applied` are the instants by which drizzle tells migrations apart. */
function levelOf(applied: readonly number[], folder: string): SchemaLevel {
  const known = readMigrationFiles({ migrationsFolder: folder }).map(({ folderMillis }) => folderMillis);
  if (applied.length === 0) return 'none';
  if (!applied.some((when) => when === known[0])) return 'foreign';
  if (applied.some((when) => !known.includes(when))) return 'newer';
  return known.at(-1) === Math.max(...applied) ? 'newest' : 'older';
}

function appliedToSqlite(client: Database): number[] {
  const known = client.prepare(`select 1 from sqlite_master where name = '__drizzle_migrations'`).get();
  if (known === undefined) return [];
  return client.prepare('select created_at from __drizzle_migrations').pluck().all().map(Number);
}

async function appliedToPostgres(client: PoolClient): Promise<number[]> {
  const table = 'drizzle.__drizzle_migrations';
  const { rows: found } = await client.query('select to_regclass($1) as name', [table]);
  if (found[0]?.name === null) return [];
  const { rows } = await client.query(`select created_at from ${table}`);
  return rows.map(({ created_at }) => Number(created_at));
}
