import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Connection, type Db, sqliteOf } from './client';
import { copyOut } from './copying';
import { isPostgres } from './dialect';
import { migrate, migrationsFolder, schemaLevel } from './migrate';
import { type OldTable, ROWS, fillTables, journal, query, tablesAt } from './old-tables-testing';
import { blankDb } from './testing';
import { quoted } from './whole-rows';
import { WHOLE_TABLES } from './whole-tables';

/** From every earlier migration to the newest, with rows in every table that there was; the rows are made from what drizzle-kit kept of it. */

const earlier = journal.entries.slice(0, -1);

/** The columns of a table that there were then, in the order of its rows as text. */
async function rowsOf(db: Db, { name, columns }: OldTable, kept: readonly string[]): Promise<string[]> {
  const names = Object.keys(columns).filter((column) => kept.includes(column));
  const rows = await query(db, `select ${names.map(quoted).join(', ')} from ${quoted(name)}`);
  return rows.map((row) => JSON.stringify(row)).toSorted();
}

let connection: Connection;
let folder: string;

beforeEach(async () => {
  connection = await blankDb();
  folder = await mkdtemp(path.join(tmpdir(), 'rungs-upgrade-'));
});

afterEach(async () => {
  await connection.close();
  await rm(folder, { recursive: true });
});

async function upTo(last: number): Promise<string> {
  await cp(migrationsFolder(), folder, { recursive: true });
  const entries = journal.entries.filter(({ idx }) => idx <= last);
  await writeFile(path.join(folder, 'meta', '_journal.json'), JSON.stringify({ ...journal, entries }));
  return folder;
}

/** Tables that a migration removed, and where their rows are now; columns likewise, as `table.column`. */
const GONE: readonly string[] = [];

test.each(earlier)(
  'an installation at $tag with rows in all its tables keeps each of them, as it is, on the way to the newest',
  async ({ idx, tag }) => {
    const { db } = connection;
    const tables = await tablesAt(tag);
    await migrate(db, await upTo(idx));
    await fillTables(db, tables);
    const now = new Map(
      WHOLE_TABLES.map(({ name, columns }) => [name, columns.map((column) => column.name)]),
    );
    const columnsGone = (table: OldTable) =>
      Object.keys(table.columns).filter(
        (column) => now.has(table.name) && !now.get(table.name)?.includes(column),
      );
    const gone = [...tables.values()].flatMap((table) => [
      ...(now.has(table.name) ? [] : [table.name]),
      ...columnsGone(table).map((column) => `${table.name}.${column}`),
    ]);
    expect(gone).toEqual(GONE);
    const all = async () =>
      Promise.all(
        [...tables.values()].map(
          async (table) => [table.name, await rowsOf(db, table, now.get(table.name) ?? [])] as const,
        ),
      );
    const before = await all();
    expect(before.map(([, rows]) => rows.length)).toEqual(before.map(() => ROWS.length));
    await migrate(db);
    expect(await schemaLevel(db)).toBe('newest');
    expect(await all()).toEqual(before);
    expect(isPostgres ? [] : sqliteOf(db).$client.pragma('foreign_key_check')).toEqual([]);
    let read = 0;
    await copyOut(db, async (line) => {
      if (Array.isArray(line)) read += 1;
    });
    expect(read).toBe(tables.size * ROWS.length);
  },
);
