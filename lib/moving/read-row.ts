import type { ColumnShape, Row, TableShape } from '@/db/moved-tables';
import { done, failed, type Result } from '../errors';

/** People are moved by these alone: the rest of an account stays where it is. */
const PERSON = new Set(['id', 'name', 'email']);

/** One line of a file as a row of its table, with instants as such. */
export function readRow({ columns }: TableShape, line: string): Result<Row> {
  let raw: unknown;
  try {
    raw = JSON.parse(line);
  } catch {
    return failed('invalid', 'is not JSON.');
  }
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw))
    return failed('invalid', 'is not an object.');
  if (HOLDS_ZERO.test(line)) return failed('invalid', 'holds the character U+0000.');
  const given = new Map<string, unknown>(Object.entries(raw));
  const isPerson = columns.some(({ name }) => name === 'passwordHash');
  const wanted = isPerson ? columns.filter(({ name }) => PERSON.has(name)) : columns;
  const row: Row = {};
  for (const column of wanted) {
    const value = given.get(column.name);
    const read = readValue(column, value);
    if (!read.ok) return failed('invalid', `${column.name} ${read.message}`);
    row[column.name] = read.value;
    given.delete(column.name);
  }
  const [other] = given.keys();
  return other === undefined ? done(row) : failed('invalid', `there is no column ${other}.`);
}

// PostgreSQL keeps no such character. A doubled backslash before it makes it six letters.
const HOLDS_ZERO = /(?<!\\)(?:\\\\)*\\u0000/;

const MOST_INTEGER = 2_147_483_647;

function readValue({ kind, required, values }: ColumnShape, value: unknown): Result<unknown> {
  if (value === null || value === undefined) return required ? failed('invalid', 'is missing.') : done(null);
  const reader = READERS.get(kind);
  return reader === undefined ? done(value) : reader(value, values);
}

type Reader = (value: unknown, values: readonly string[] | undefined) => Result<unknown>;

/** By the kind of a column; what is JSON in the table is taken as it is. */
const READERS = new Map<string, Reader>([
  ['string', readText],
  ['number', readInteger],
  ['boolean', readBoolean],
  ['date', readInstant],
]);

function readText(value: unknown, values: readonly string[] | undefined): Result<unknown> {
  if (typeof value !== 'string') return failed('invalid', 'is not a text.');
  return values === undefined || values.includes(value)
    ? done(value)
    : failed('invalid', `is ${value}, and one of ${values.join(', ')} was expected.`);
}

function readInteger(value: unknown): Result<unknown> {
  return Number.isInteger(value) && Math.abs(Number(value)) <= MOST_INTEGER
    ? done(value)
    : failed('invalid', 'is not a whole number.');
}

function readBoolean(value: unknown): Result<unknown> {
  return typeof value === 'boolean' ? done(value) : failed('invalid', 'is not true or false.');
}

function readInstant(value: unknown): Result<unknown> {
  const time = typeof value === 'string' ? new Date(value) : new Date(Number.NaN);
  return Number.isNaN(time.getTime())
    ? failed('invalid', 'is not a time such as 2026-10-01T12:00:00.000Z.')
    : done(time);
}
