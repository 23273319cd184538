import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Db, postgresOf, sqliteOf } from './client';
import { isPostgres } from './dialect';
import { migrationsFolder } from './migrate';
import { quoted } from './whole-rows';
import { WHOLE_TABLES } from './whole-tables';

/** Rows for every table that there was after a migration, made from what drizzle-kit kept of it. For tests alone. */

type OldColumn = { name: string; type: string; primaryKey: boolean; notNull: boolean };
export type OldTable = {
  name: string;
  columns: Record<string, OldColumn>;
  foreignKeys: Record<string, { tableTo: string; columnsFrom: string[]; columnsTo: string[] }>;
  compositePrimaryKeys: Record<string, { columns: string[] }>;
};
type Row = Record<string, unknown>;

const FOLDER = migrationsFolder();
export const journal: { entries: { idx: number; tag: string }[] } = await asJson(
  path.join(FOLDER, 'meta', '_journal.json'),
);
export const ROWS = [0, 1, 2];

async function asJson<Value>(file: string): Promise<Value> {
  return JSON.parse(await readFile(file, 'utf8')) as Value;
}

/** The tables after a migration, by its name. */
export async function tablesAt(tag: string): Promise<Map<string, OldTable>> {
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

/** Runs a statement, whatever was migrated; `?` or `$1` for values. */
export async function query(db: Db, text: string, values: unknown[] = []): Promise<Row[]> {
  if (isPostgres) return (await postgresOf(db).$client.query(text, values)).rows;
  const statement = sqliteOf(db).$client.prepare(text);
  if (statement.reader) return statement.all(...values) as Row[];
  statement.run(...values);
  return [];
}

/** Puts rows into all of these tables, of which no column but those that may be empty is. */
export async function fillTables(db: Db, tables: Map<string, OldTable>): Promise<void> {
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
      await fillOne(db, tables, table);
      filled.add(table.name);
    }
  }
}

async function fillOne(db: Db, tables: Map<string, OldTable>, table: OldTable): Promise<void> {
  const columns = Object.values(table.columns);
  const names = columns.map(({ name }) => quoted(name)).join(', ');
  const places = columns.map((_, at) => (isPostgres ? `$${at + 1}` : '?')).join(', ');
  for (const n of ROWS) {
    const values = columns.map((column) => valueAt(tables, table, column, n));
    await query(db, `insert into ${quoted(table.name)} (${names}) values (${places})`, values);
  }
}
