import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Connection, type Db, postgresOf, sqliteOf } from './client';
import { copyOut } from './copying';
import { isPostgres } from './dialect';
import { migrate, migrationsFolder, schemaLevel } from './migrate';
import { blankDb } from './testing';
import { quoted } from './whole-rows';
import { WHOLE_TABLES } from './whole-tables';

/** From every earlier migration to the newest, with rows in every table that there was; the rows are made from what drizzle-kit kept of it. */

type OldColumn = { name: string; type: string; primaryKey: boolean; notNull: boolean };
type OldTable = {
  name: string;
  columns: Record<string, OldColumn>;
  foreignKeys: Record<string, { tableTo: string; columnsFrom: string[]; columnsTo: string[] }>;
  compositePrimaryKeys: Record<string, { columns: string[] }>;
};
type Row = Record<string, unknown>;

const FOLDER = migrationsFolder();
const journal: { entries: { idx: number; tag: string }[] } = await asJson(
  path.join(FOLDER, 'meta', '_journal.json'),
);
const earlier = journal.entries.slice(0, -1);
const ROWS = [0, 1, 2];

async function asJson<Value>(file: string): Promise<Value> {
  return JSON.parse(await readFile(file, 'utf8')) as Value;
}

async function tablesAt(tag: string): Promise<Map<string, OldTable>> {
  const file = path.join(FOLDER, 'meta', `${tag.slice(0, 4)}_snapshot.json`);
  const { tables } = await asJson<{ tables: Record<string, OldTable> }>(file);
  return new Map(Object.values(tables).map((table) => [table.name, table]));
}

/** A reference leads to the row of the same number, so that all columns of it fit together. The last row has nothing where nothing may be. */
function valueAt(tables: Map<string, OldTable>, table: OldTable, column: OldColumn, n: number): unknown {
  const keys = Object.values(table.compositePrimaryKeys).flatMap(({ columns }) => columns);
  if (n === ROWS.at(-1) && !column.notNull && !column.primaryKey && !keys.includes(column.name)) return null;
  for (const { tableTo, columnsFrom, columnsTo } of Object.values(table.foreignKeys)) {
    const [to, name] = [tables.get(tableTo), columnsTo[columnsFrom.indexOf(column.name)]];
    const target = name === undefined ? undefined : to?.columns[name];
    if (to !== undefined && target !== undefined && !(to === table && name === column.name))
      return valueAt(tables, to, target, n);
  }
  return plainValue(table.name, column, n);
}

const INSTANT = 1_790_000_000_123;

function plainValue(table: string, { name, type }: OldColumn, n: number): unknown {
  if (type === 'boolean') return n % 2 === 0;
  if (type === 'jsonb') return JSON.stringify({ n, of: [name] });
  if (type.startsWith('timestamp')) return new Date(INSTANT + n).toISOString();
  const kind = WHOLE_TABLES.find((each) => each.name === table)?.columns.find(
    (each) => each.name === name,
  )?.kind;
  if (type === 'integer') return kind === 'date' ? INSTANT + n : kind === 'boolean' ? n % 2 : n + 1;
  if (type !== 'text') throw new Error(`no value is known for ${table}.${name} of type ${type}`);
  return kind === 'json' ? JSON.stringify({ n, of: [name] }) : `${table} ${name} ${n}`;
}

async function query(db: Db, text: string, values: unknown[] = []): Promise<Row[]> {
  if (isPostgres) return (await postgresOf(db).$client.query(text, values)).rows;
  const statement = sqliteOf(db).$client.prepare(text);
  if (statement.reader) return statement.all(...values) as Row[];
  statement.run(...values);
  return [];
}

async function fill(db: Db, tables: Map<string, OldTable>): Promise<void> {
  const filled = new Set<string>();
  while (filled.size < tables.size) {
    const next = [...tables.values()].filter(
      (table) =>
        !filled.has(table.name) &&
        Object.values(table.foreignKeys).every(
          ({ tableTo }) => tableTo === table.name || filled.has(tableTo),
        ),
    );
    if (next.length === 0) throw new Error('tables point to each other in a circle');
    for (const table of next) {
      await fillTable(db, tables, table);
      filled.add(table.name);
    }
  }
}

async function fillTable(db: Db, tables: Map<string, OldTable>, table: OldTable): Promise<void> {
  const columns = Object.values(table.columns);
  const names = columns.map(({ name }) => quoted(name)).join(', ');
  const places = columns.map((_, at) => (isPostgres ? `$${at + 1}` : '?')).join(', ');
  for (const n of ROWS) {
    const values = columns.map((column) => valueAt(tables, table, column, n));
    await query(db, `insert into ${quoted(table.name)} (${names}) values (${places})`, values);
  }
}

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
  await cp(FOLDER, folder, { recursive: true });
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
    await fill(db, tables);
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
