import type { Db } from './client';
import { isPostgres } from './dialect';
import { migrate, refusal, schemaLevel } from './migrate';
import { type Inside, execute, firstColumn, insideOne, quoted, wholeRows } from './whole-rows';
import {
  type PlainRow,
  type TableSum,
  type WholeTable,
  WHOLE_TABLES,
  drivenRow,
  rowName,
  tableSummer,
} from './whole-tables';

/** What a person can put right, of the database that is read or written. */
export class CopyFault extends Error {}

/** A copy on its way: the name of a table before its rows, and at the end what was sent of each. */
export type CopyLine = { table: string } | PlainRow | { sums: TableSum[] };

/** Sends all rows of all tables as they are in one state of the database. Throws `CopyFault` where it is not at the newest migration. */
export async function copyOut(db: Db, send: (line: CopyLine) => Promise<void>): Promise<void> {
  const level = await schemaLevel(db);
  const why = refusal(level);
  if (why !== null) throw new CopyFault(why);
  if (level === 'none') throw new CopyFault('there is no Rungs in this database');
  if (level === 'older')
    throw new CopyFault('the database is of an earlier version; upgrade it first: npm run db:migrate');
  await insideOne(db, 'read', async (inside) => {
    const sums: TableSum[] = [];
    for (const table of WHOLE_TABLES) {
      await send({ table: table.name });
      const summer = tableSummer(table);
      for await (const row of wholeRows(inside, table)) {
        summer.add(row);
        await send(row);
      }
      sums.push(summer.sum());
    }
    await send({ sums });
  });
}

/** What was sent of a table, and what was found of it afterwards. */
export type Compared = { sent: TableSum; found: TableSum };

export const isSame = ({ sent, found }: Compared): boolean =>
  sent.rows === found.rows && sent.checksum === found.checksum;

class Different extends Error {
  constructor(readonly tables: Compared[]) {
    super();
  }
}

/**
 * Migrates an empty database and writes all rows into it, reads them back and compares; keeps them only where all is the same. Throws
 * `CopyFault` where it is not empty, a row is refused, or the lines end too early.
 */
export async function copyIn(db: Db, lines: AsyncIterable<CopyLine>): Promise<Compared[]> {
  await prepare(db);
  try {
    return await insideOne(db, 'write', async (inside) => {
      await execute(inside, beginCopy());
      await refuseRows(
        inside,
        WHOLE_TABLES.map(({ name }) => name),
      );
      const sums = await writeLines(inside, lines);
      await execute(inside, endCopy());
      const tables = await compared(inside, sums);
      if (!tables.every(isSame)) throw new Different(tables);
      return tables;
    });
  } catch (error) {
    if (error instanceof Different) return error.tables;
    throw error;
  }
}

/** Refuses before it migrates: an installation with data is not to be upgraded by a copy that does not fit. */
async function prepare(db: Db): Promise<void> {
  const level = await schemaLevel(db);
  const why = refusal(level);
  if (why !== null) throw new CopyFault(why);
  await insideOne(db, 'read', async (inside) => {
    const tables = (await firstColumn(inside, TABLES)).map(String);
    if (level === 'none' && tables.length > 0)
      throw new CopyFault(`it is not empty: there is a table ${tables[0]} in it. Name an empty database`);
    await refuseRows(inside, tables);
  });
  await migrate(db);
}

const TABLES = isPostgres
  ? 'select tablename from pg_tables where schemaname = current_schema() order by 1'
  : "select name from sqlite_master where type = 'table' and name not in ('__drizzle_migrations', 'sqlite_sequence') order by 1";

async function refuseRows(inside: Inside, tables: readonly string[]): Promise<void> {
  for (const table of tables) {
    const [any] = await firstColumn(inside, `select 1 from ${quoted(table)} limit 1`);
    if (any !== undefined)
      throw new CopyFault(`it is not empty: there are rows in ${table}. Name an empty database`);
  }
}

const references = (how: string): string[] =>
  WHOLE_TABLES.flatMap(({ name, toItself }) =>
    toItself.map((key) => `alter table ${quoted(name)} alter constraint ${quoted(key)} ${how}`),
  );

/** Keeps others from writing meanwhile, and lets a row stand before the one of its own table that it points to. */
function beginCopy(): string {
  if (!isPostgres) return 'pragma defer_foreign_keys = on';
  const all = WHOLE_TABLES.map(({ name }) => quoted(name)).join(', ');
  return [
    `lock table ${all} in share row exclusive mode`,
    ...references('deferrable initially deferred'),
  ].join('; ');
}

const endCopy = (): string =>
  isPostgres ? ['set constraints all immediate', ...references('not deferrable')].join('; ') : '';

async function writeLines(inside: Inside, lines: AsyncIterable<CopyLine>): Promise<TableSum[]> {
  let batch: Batch | undefined;
  for await (const line of lines) {
    if (Array.isArray(line)) {
      await batch?.add(line);
      continue;
    }
    await batch?.write();
    if ('sums' in line) return line.sums;
    const table = WHOLE_TABLES.find(({ name }) => name === line.table);
    if (table === undefined) throw new CopyFault(`no table ${line.table} is known here`);
    batch = batchOf(inside, table);
  }
  throw new CopyFault('the source ended before all of it was there');
}

type Batch = { add: (row: PlainRow) => Promise<void>; write: () => Promise<void> };

/** As much in one statement: PostgreSQL takes 65,535 values. */
const MOST = { rows: 200, characters: 1_000_000 };

function batchOf(inside: Inside, table: WholeTable): Batch {
  let waiting: PlainRow[] = [];
  let characters = 0;
  const insert = inserter(inside, table);
  const write = async () => {
    const rows = waiting;
    [waiting, characters] = [[], 0];
    if (rows.length > 0) await insert(rows);
  };
  return {
    write,
    add: async (row) => {
      waiting.push(row);
      for (const value of row) characters += typeof value === 'string' ? value.length : 8;
      if (waiting.length >= MOST.rows || characters >= MOST.characters) await write();
    },
  };
}

function inserter(inside: Inside, table: WholeTable): (rows: PlainRow[]) => Promise<void> {
  const into = `insert into ${quoted(table.name)} (${table.columns.map(({ name }) => quoted(name)).join(', ')}) values`;
  const width = table.columns.length;
  if ('sqlite' in inside) {
    const statement = inside.sqlite.prepare(
      `${into} (${Array.from({ length: width }, () => '?').join(', ')})`,
    );
    return async (rows) => {
      for (const row of rows) named(table, row, () => statement.run(...drivenRow(table, row)));
    };
  }
  const { postgres } = inside;
  const insert = async (rows: PlainRow[]) => {
    const places = rows.map(
      (_, at) => `(${Array.from({ length: width }, (_, n) => `$${at * width + n + 1}`).join(', ')})`,
    );
    await postgres.query(
      `${into} ${places.join(', ')}`,
      rows.flatMap((row) => drivenRow(table, row)),
    );
  };
  return async (rows) => {
    await postgres.query('savepoint batch');
    try {
      await insert(rows);
    } catch {
      // Once more one by one, to name the row that is refused.
      await postgres.query('rollback to savepoint batch');
      for (const row of rows) await insert([row]).catch((error: unknown) => refused(table, row, error));
    }
    await postgres.query('release savepoint batch');
  };
}

function named(table: WholeTable, row: PlainRow, write: () => unknown): void {
  try {
    write();
  } catch (error) {
    refused(table, row, error);
  }
}

function refused(table: WholeTable, row: PlainRow, error: unknown): never {
  const why = error instanceof Error ? error.message : String(error);
  throw new CopyFault(`the row ${rowName(table, row)} is refused: ${why}`);
}

async function compared(inside: Inside, sums: readonly TableSum[]): Promise<Compared[]> {
  const tables: Compared[] = [];
  for (const table of WHOLE_TABLES) {
    const summer = tableSummer(table);
    for await (const row of wholeRows(inside, table)) summer.add(row);
    const sent = sums.find((sum) => sum.table === table.name) ?? { table: table.name, rows: 0, checksum: '' };
    tables.push({ sent, found: summer.sum() });
  }
  return tables;
}
