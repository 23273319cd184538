import {
  and,
  type Column,
  count,
  eq,
  getTableColumns,
  getTableName,
  inArray,
  isNotNull,
  or,
  sql,
  type SQL,
} from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Db, Tx } from './client';
import type { Write } from './commit';
import { isPostgres } from './dialect';
import type { Edition } from './schema/assessments';
import { tables } from './tables';
import { readTogether } from './snapshot';
import { tableConfig } from './table-config';

/** What an organisation takes along when it moves to another installation, by the name of the file. A row stands after those it points to. */
export const MOVED_TABLES = {
  org: tables.org,
  membership: tables.membership,
  team: tables.team,
  team_role: tables.teamRole,
  assessment: tables.assessment,
  origin: tables.origin,
  answer: tables.answer,
  stated: tables.stated,
  past_answer: tables.pastAnswer,
  gathering: tables.gathering,
  respondent: tables.respondent,
  own_answer: tables.ownAnswer,
  task: tables.task,
  settlement: tables.settlement,
  evidence_request: tables.evidenceRequest,
  score: tables.score,
  frozen: tables.frozen,
  rollup: tables.rollup,
  round: tables.round,
  round_team: tables.roundTeam,
  watcher: tables.watcher,
  provision: tables.provision,
  brand: tables.brand,
  phrase: tables.phrase,
  scenario: tables.scenario,
  plan: tables.plan,
  plan_step: tables.planStep,
  plan_standing: tables.planStanding,
  finding: tables.finding,
  report: tables.report,
  report_issue: tables.reportIssue,
  decision: tables.decision,
  audit_head: tables.auditHead,
  audit_line: tables.auditLine,
  audit_subject: tables.auditSubject,
  audit_source: tables.auditSource,
} as const satisfies Record<string, SQLiteTable>;

/** What stays behind, and why. */
export const LEFT_TABLES: Readonly<Record<string, string>> = {
  session: 'who is signed in here is not signed in there',
  secret_link: 'a link of a mail opens something here',
  second_factor: 'belongs to the account here, and is encrypted by this installation',
  recovery_code: 'belongs to the account here',
  invitation: 'its link leads here; whoever has not joined is invited anew',
  share: 'its link leads here; it is shared anew',
  guest_link: 'its link leads here; guests get a new one',
  engagement: 'speaks of another organisation',
  job: 'is work in this installation, and its files expire',
  job_part: 'is work in this installation, and its files expire',
  audit: 'was moved into audit_line before',
  attempt: 'counts against limits here',
  identity: 'belongs to the account here, and to the provider of this installation',
  account_deletion: 'belongs to the account here',
  org_sign_in: 'speaks of the provider of this installation',
  org_domain: 'is shown to be its own in each installation',
  departed: 'speaks of who comes in by the provider of this installation',
  group_role: 'speaks of the provider of this installation',
  group_grant: 'speaks of the provider of this installation',
  meta: 'is of this installation, its key among it',
};

/** What organisations share, of which one takes along what its rows speak of. */
export const SHARED_TABLES = { user: tables.user, edition: tables.edition } as const;

export type MovedName = keyof typeof MOVED_TABLES;
export type Row = Record<string, unknown>;
export type Moved = Record<MovedName, Row[]> & {
  user: { id: string; name: string; email: string }[];
  edition: Edition[];
};

export const MOVED_NAMES = Object.keys(MOVED_TABLES) as MovedName[];

const columnsOf = (table: SQLiteTable): Record<string, SQLiteColumn> => getTableColumns(table);

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

export type ColumnShape = {
  name: string;
  kind: Column['dataType'];
  required: boolean;
  values: readonly string[] | undefined;
};
export type TableShape = {
  columns: ColumnShape[];
  /** Where the columns `from` of a row are those `to` of a row of the table. */
  references: { from: string[]; table: string; to: string[] }[];
};

/** What a row of the table is made of, and to what it points. */
export function shapeOf(name: MovedName | keyof typeof SHARED_TABLES): TableShape {
  const table: SQLiteTable = { ...MOVED_TABLES, ...SHARED_TABLES }[name];
  return {
    columns: Object.entries(columnsOf(table)).map(([key, column]) => ({
      ...{ name: key, kind: column.dataType, required: column.notNull, values: column.enumValues },
    })),
    references: tableConfig(table).foreignKeys.map((foreign) => {
      const { columns, foreignTable, foreignColumns } = foreign.reference();
      const [from, to] = [keysOf(table, columns), keysOf(foreignTable, foreignColumns)];
      return { from, table: getTableName(foreignTable), to };
    }),
  };
}

function keyOf(name: MovedName): string[] {
  const table = MOVED_TABLES[name];
  const { primaryKeys } = tableConfig(table);
  const columns = primaryKeys[0]?.columns ?? Object.values(columnsOf(table)).filter(({ primary }) => primary);
  return keysOf(table, columns);
}

function keysOf(table: SQLiteTable, columns: readonly SQLiteColumn[]): string[] {
  const entries = Object.entries(columnsOf(table));
  return columns.flatMap(({ name }) => entries.find(([, column]) => column.name === name)?.[0] ?? []);
}

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
