import { and, count, eq, getTableName, inArray, isNotNull, or, sql, type SQL } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Db, Tx } from './client';
import type { Write } from './commit';
import { isPostgres } from './dialect';
import {
  columnsOf,
  keyOf,
  MOVED_NAMES,
  MOVED_TABLES,
  shapeOf,
  type Moved,
  type MovedName,
  type Row,
} from './moved-tables';
import { readTogether } from './snapshot';
import { tables } from './tables';

const whoseColumn = (table: SQLiteTable): SQLiteColumn => {
  const { orgId, id } = columnsOf(table);
  const column = orgId ?? id;
  if (column === undefined) throw new Error(`${getTableName(table)} belongs to no organisation`);
  return column;
};

/** Everything of an organisation from one state of the database, with the people and the content that its rows speak of. */
export async function movedRows(db: Db, orgId: string): Promise<Moved> {
  const found = await readTogether(db, (reading) => [
    ...MOVED_NAMES.map((name) => rowsOf(reading, name, orgId)),
    peopleOf(reading, orgId),
    editionsOf(reading, orgId),
  ]);
  const moved = Object.fromEntries(MOVED_NAMES.map((name, index) => [name, found[index] ?? []]));
  const [user, edition] = found.slice(-2);
  return { ...moved, user, edition } as Moved;
}

/** How much that would be, people and content apart: rows, and at least how many characters as JSON. Reads none of it into memory. */
export async function movedSize(db: Db, orgId: string): Promise<{ rows: number; characters: number }> {
  const size = { rows: 0, characters: 0 };
  for (const name of MOVED_NAMES) {
    const lengths = Object.values(columnsOf(MOVED_TABLES[name])).flatMap(lengthOf);
    const characters = sql`coalesce(sum(${sql.join([sql`0`, ...lengths], sql` + `)}), 0)`.mapWith(Number);
    const [found] = await db
      .select({ rows: count(), characters })
      .from(MOVED_TABLES[name] as SQLiteTable)
      .where(movable(db, name, orgId));
    size.rows += found?.rows ?? 0;
    size.characters += found?.characters ?? 0;
  }
  return size;
}

/** PostgreSQL keeps JSON parsed, and puts spaces into it that JSON does not have. */
function lengthOf(column: SQLiteColumn): SQL[] {
  if (column.dataType === 'string') return [sql`coalesce(length(${column}), 0)`];
  if (column.dataType !== 'json') return [];
  return [sql`coalesce(length(${isPostgres ? sql`replace(${column}::text, ' ', '')` : column}), 0)`];
}

function rowsOf(db: Db, name: MovedName, orgId: string) {
  const table: SQLiteTable = MOVED_TABLES[name];
  const columns = columnsOf(table);
  const order = keyOf(name).flatMap((key) => columns[key] ?? []);
  return db
    .select()
    .from(table)
    .where(movable(db, name, orgId))
    .orderBy(...order);
}

function peopleOf(db: Db, orgId: string) {
  const { id, name, email } = tables.user;
  const named = MOVED_NAMES.flatMap((each) =>
    shapeOf(each).references.flatMap(({ table, from: [key] }) =>
      table === 'user' && key !== undefined ? [{ table: MOVED_TABLES[each], key }] : [],
    ),
  );
  const columns = [...named, { table: tables.auditSubject, key: 'userId' }].flatMap(({ table, key }) => {
    const column = columnsOf(table)[key];
    return column === undefined ? [] : [inArray(id, idsIn(db, table, column, orgId))];
  });
  return db
    .select({ id, name, email })
    .from(tables.user)
    .where(or(...columns))
    .orderBy(id);
}

function editionsOf(db: Db, orgId: string) {
  const { assessment, edition, frozen, reportIssue, score } = tables;
  return db
    .select()
    .from(edition)
    .where(
      or(
        ...[assessment, frozen, reportIssue, score].map((table) =>
          inArray(edition.hash, idsIn(db, table, table.edition, orgId)),
        ),
      ),
    )
    .orderBy(edition.hash);
}

/**
 * What was said alone and is not opened yet is read by its author alone, so no archive has it; nor what was opened without names, as an
 * archive would say whose it is.
 */
const movable = (db: Db, name: MovedName, orgId: string) =>
  and(
    eq(whoseColumn(MOVED_TABLES[name]), orgId),
    name === 'own_answer' ? inArray(tables.ownAnswer.assessmentId, openedIn(db, orgId)) : undefined,
  );

const openedIn = (db: Db, orgId: string) =>
  db
    .select({ id: tables.gathering.assessmentId })
    .from(tables.gathering)
    .where(
      and(
        eq(tables.gathering.orgId, orgId),
        isNotNull(tables.gathering.openedAt),
        eq(tables.gathering.named, true),
      ),
    );

const idsIn = (db: Db, table: SQLiteTable, column: SQLiteColumn, orgId: string) =>
  db
    .select({ value: column })
    .from(table)
    .where(eq(whoseColumn(table), orgId));

/** As many rows in one statement: SQLite takes 32,766 values. */
const ROWS = 200;

/** Writes the rows of a table as they are. */
export function insertMoved(tx: Tx, name: MovedName, rows: readonly Row[]): Write[] {
  const table: SQLiteTable = MOVED_TABLES[name];
  const writes: Write[] = [];
  for (let at = 0; at < rows.length; at += ROWS)
    writes.push(tx.insert(table).values(rows.slice(at, at + ROWS)));
  return writes;
}

/** What stands in the way of an organisation with this id and slug. */
export async function orgsLike(
  db: Db,
  row: { id: string; slug: string },
): Promise<{ id: string; slug: string }[]> {
  const { id, slug } = tables.org;
  return db
    .select({ id, slug })
    .from(tables.org)
    .where(or(eq(id, row.id), eq(slug, row.slug)));
}

/** The accounts of this database that have one of these addresses or ids. */
export async function accountsLike(
  db: Db,
  people: readonly { id: string; email: string }[],
): Promise<{ id: string; email: string }[]> {
  const { id, email } = tables.user;
  const found: { id: string; email: string }[] = [];
  for (let at = 0; at < people.length; at += ROWS) {
    const some = people.slice(at, at + ROWS);
    const like = or(
      inArray(
        id,
        some.map((each) => each.id),
      ),
      inArray(
        email,
        some.map((each) => each.email),
      ),
    );
    found.push(...(await db.select({ id, email }).from(tables.user).where(like)));
  }
  return found;
}
