import { chmodSync, closeSync, copyFileSync, fsyncSync, linkSync, openSync, renameSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { database, open, sqliteOf } from './client';
import { codesOf } from './errors';
import { type SchemaLevel, migrate, schemaLevel } from './migrate';
import { EmptyFile } from './unavailable';
import { quoted } from './whole-rows';

export type Inspected = { level: SchemaLevel; tables: { table: string; rows: number }[]; bytes: number };

/** Why a file is no database that Rungs could go on with. */
export class NoBackup extends Error {}

/**
 * Copies the open database as it is at one moment into a new file, while others write on, and then looks whether the copy is whole. All pages
 * go in one step: SQLite begins anew whenever another process writes between two, and beside a busy server it would never end.
 */
export async function backUp(file: string): Promise<Inspected> {
  await sqliteOf(database()).$client.backup(file, { progress: () => 0x7fff_ffff });
  chmodSync(file, 0o600);
  const inspected = await inspect(file);
  flush(file);
  return inspected;
}

/** Reads the whole of a file; throws `NoBackup` where it is no whole database. Leaves it as one file, without what SQLite keeps beside it. */
export async function inspect(file: string): Promise<Inspected> {
  const { db, close } = opened(file);
  const { $client } = sqliteOf(db);
  try {
    const [integrity] = $client.pragma('integrity_check(1)') as { integrity_check: string }[];
    if (integrity?.integrity_check !== 'ok')
      throw new NoBackup(`is damaged: ${integrity?.integrity_check.split('\n').at(-1)}`);
    const dangling = $client.pragma('foreign_key_check') as unknown[];
    if (dangling.length > 0) throw new NoBackup(`is damaged: ${dangling.length} rows refer to nothing`);
    const level = await schemaLevel(db);
    const tables = $client.prepare(TABLES).pluck().all().map(String);
    const counted = tables.map((table) => ({
      table,
      rows: Number(
        $client
          .prepare(`select count(*) from ${quoted(table)}`)
          .pluck()
          .get(),
      ),
    }));
    $client.pragma('journal_mode = DELETE');
    const [pages, size] = ['page_count', 'page_size'].map((name) =>
      Number($client.pragma(name, { simple: true })),
    );
    return { level, tables: counted, bytes: (pages ?? 0) * (size ?? 0) };
  } catch (error) {
    throw asNoBackup(error);
  } finally {
    await close();
  }
}

const TABLES =
  "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name <> '__drizzle_migrations' order by 1";

function opened(file: string) {
  try {
    return open(`file:${file}`);
  } catch (error) {
    throw asNoBackup(error instanceof Error && error.cause !== undefined ? error.cause : error);
  }
}

function asNoBackup(error: unknown): unknown {
  if (error instanceof EmptyFile) return new NoBackup('is empty');
  const [code = ''] = codesOf(error);
  if (code.startsWith('SQLITE_NOTADB')) return new NoBackup('is no SQLite database');
  if (code.startsWith('SQLITE_CORRUPT')) return new NoBackup(`is damaged: ${(error as Error).message}`);
  return error;
}

/** Onto the disk, so that what is told to be there is there after a power failure. */
function flush(file: string): void {
  const handle = openSync(file, 'r+');
  fsyncSync(handle);
  closeSync(handle);
}

export type Prepared = Inspected & { from: SchemaLevel };

/** Copies a backup to `file`, and brings it up to date there; of one that is of no earlier version `from` says so, and it stays as it is. */
export async function prepareRestore(backup: string, file: string): Promise<Prepared> {
  copyFileSync(backup, file);
  const before = await inspect(file);
  if (before.level !== 'older') return { ...before, from: before.level };
  const { db, close } = open(`file:${file}`);
  try {
    await migrate(db);
  } finally {
    await close();
  }
  return { ...(await inspect(file)), from: before.level };
}

/** That somebody has the database open. */
export class InUse extends Error {}

/**
 * Puts the file in the place of the database and keeps that one under `kept`. Throws `InUse` while any process has it open, idle or not:
 * leaving WAL mode asks for a lock that none may share who has opened the file, which `BEGIN EXCLUSIVE` does not.
 */
export function swap(database: string, file: string, kept: string): void {
  const client = new Sqlite(database, { timeout: 0, fileMustExist: true });
  try {
    client.pragma('journal_mode = DELETE');
    client.pragma('locking_mode = EXCLUSIVE');
    client.exec('begin exclusive');
    keep(database, kept);
    flush(file);
    renameSync(file, database);
  } catch (error) {
    const [code = ''] = codesOf(error);
    throw code.startsWith('SQLITE_BUSY') ? new InUse() : asNoBackup(error);
  } finally {
    client.close();
  }
}

/** Under both names until the new one takes the first, so that there is never none; not every file system can do that. */
function keep(database: string, kept: string): void {
  try {
    linkSync(database, kept);
  } catch {
    copyFileSync(database, kept);
  }
}
