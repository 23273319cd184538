import { createHash } from 'node:crypto';
import { getTableColumns, getTableName, is, Table } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { canonical } from '../lib/domain/content';
import { isPostgres } from './dialect';
import { tables } from './tables';
import { tableConfig } from './table-config';

/**
 * A row as it goes from one engine to the other, its values in the order of `columns`: texts, numbers and booleans as they are, instants
 * as `2026-10-01T12:00:00.000Z`, JSON as its text.
 */
export type PlainRow = (string | number | boolean | null)[];

const KINDS = ['string', 'number', 'boolean', 'date', 'json'] as const;
type Kind = (typeof KINDS)[number];

export type WholeTable = {
  name: string;
  columns: { name: string; kind: Kind; key: boolean }[];
  /** Names of its references to itself: of two rows either may come first. */
  toItself: string[];
};

/** Every table of the schema, each after those that its rows point to. */
export const WHOLE_TABLES: readonly WholeTable[] = inOrder(
  Object.values<unknown>(tables).filter((each): each is SQLiteTable => is(each, Table)),
).map(wholeTable);

function inOrder(tables: readonly SQLiteTable[]): SQLiteTable[] {
  const waiting = new Set(tables);
  const ordered: SQLiteTable[] = [];
  while (waiting.size > 0) {
    const next = [...waiting].filter((table) => ![...pointsTo(table)].some((other) => waiting.has(other)));
    if (next.length === 0) throw new Error('tables point to each other in a circle');
    for (const table of next) waiting.delete(table);
    ordered.push(...next);
  }
  return ordered;
}

function pointsTo(table: SQLiteTable): Set<SQLiteTable> {
  const others = tableConfig(table).foreignKeys.map((key) => key.reference().foreignTable);
  return new Set(others.filter((other) => other !== table));
}

function wholeTable(table: SQLiteTable): WholeTable {
  const { foreignKeys, primaryKeys } = tableConfig(table);
  const keys = new Set(primaryKeys.flatMap(({ columns }) => columns.map(({ name }) => name)));
  const columns: SQLiteColumn[] = Object.values(getTableColumns(table));
  return {
    name: getTableName(table),
    columns: columns.map(({ name, dataType, primary }) => ({
      ...{ name, kind: kindOf(dataType), key: primary || keys.has(name) },
    })),
    toItself: foreignKeys.filter((key) => key.reference().foreignTable === table).map((key) => key.getName()),
  };
}

function kindOf(dataType: string): Kind {
  const kind = KINDS.find((each) => each === dataType);
  if (kind === undefined) throw new Error(`no way is known to copy a column of ${dataType}`);
  return kind;
}

/** A row as the driver of this engine reads it, made plain. Throws where SQLite, which takes any value, has one of another kind. */
export function plainRow({ name: table, columns }: WholeTable, read: readonly unknown[]): PlainRow {
  return columns.map(({ name, kind }, at) => {
    const value = read[at] ?? null;
    const plain = value === null ? null : plainValue(kind, value);
    if (plain === undefined) throw new Error(`${table}: ${name} holds no ${kind}`);
    return plain;
  });
}

function plainValue(kind: Kind, value: unknown): PlainRow[number] | undefined {
  if (kind === 'json') return isPostgres ? JSON.stringify(value) : jsonText(value);
  if (kind === 'date') return instantText(isPostgres ? value : new Date(Number(value)));
  if (kind === 'boolean') return BOOLEANS.get(value);
  if (kind === 'number') return typeof value === 'number' && Number.isSafeInteger(value) ? value : undefined;
  return typeof value === 'string' ? value : undefined;
}

const BOOLEANS = new Map<unknown, boolean>([
  ...[true, false].map((value) => [value, value] as const),
  ...([
    [1, true],
    [0, false],
  ] as const),
]);

const instantText = (value: unknown): string | undefined =>
  value instanceof Date && Number.isFinite(value.getTime()) ? value.toISOString() : undefined;

function jsonText(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  JSON.parse(value);
  return value;
}

/** The values of a plain row as the driver of this engine takes them. */
export function drivenRow({ columns }: WholeTable, row: PlainRow): (string | number | boolean | null)[] {
  if (isPostgres) return row;
  return columns.map(({ kind }, at) => {
    const value = row[at] ?? null;
    if (value === null) return null;
    if (kind === 'date') return Date.parse(String(value));
    return kind === 'boolean' ? Number(value) : value;
  });
}

/** By what a person finds the row: `answer assessment_id=…, capability=…`. */
export function rowName({ name, columns }: WholeTable, row: PlainRow): string {
  const keys = columns.flatMap((column, at) => (column.key ? [`${column.name}=${String(row[at])}`] : []));
  return `${name} ${keys.join(', ')}`;
}

export type TableSum = { table: string; rows: number; checksum: string };

/**
 * Counts rows and adds up their SHA-256 as numbers, so that the sum depends neither on the order of rows nor on that of the keys in JSON,
 * which `jsonb` does not keep.
 */
export function tableSummer({ name, columns }: WholeTable) {
  let rows = 0;
  let sum = 0n;
  return {
    add(row: PlainRow): void {
      const values = row.map((value, at) =>
        value !== null && columns[at]?.kind === 'json' ? canonical(JSON.parse(String(value))) : value,
      );
      rows += 1;
      sum += BigInt(`0x${createHash('sha256').update(JSON.stringify(values)).digest('hex')}`);
    },
    sum: (): TableSum => ({
      table: name,
      rows,
      checksum: BigInt.asUintN(256, sum).toString(16).padStart(64, '0'),
    }),
  };
}
