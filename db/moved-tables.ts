import { type Column, getTableColumns, getTableName } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Edition } from './schema/assessments';
import { tableConfig } from './table-config';
import { tables } from './tables';

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

export const columnsOf = (table: SQLiteTable): Record<string, SQLiteColumn> => getTableColumns(table);

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

/** The names of the columns by which a row of the table is known. */
export function keyOf(name: MovedName): string[] {
  const table = MOVED_TABLES[name];
  const { primaryKeys } = tableConfig(table);
  const columns = primaryKeys[0]?.columns ?? Object.values(columnsOf(table)).filter(({ primary }) => primary);
  return keysOf(table, columns);
}

function keysOf(table: SQLiteTable, columns: readonly SQLiteColumn[]): string[] {
  const entries = Object.entries(columnsOf(table));
  return columns.flatMap(({ name }) => entries.find(([, column]) => column.name === name)?.[0] ?? []);
}
