import { readFileSync } from 'node:fs';
import { getTableColumns, getTableName, is, Table } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { tables as schema } from './tables';
import { tableConfig } from './table-config';

/** What docs/operations.md says of tables under “Distributed databases”, held against the schema. */

const tables = Object.values<unknown>(schema).filter((each): each is SQLiteTable => is(each, Table));
const columnsOf = (table: SQLiteTable): SQLiteColumn[] => Object.values(getTableColumns(table));
const carriesOrg = (table: SQLiteTable): boolean =>
  columnsOf(table).some(({ name, notNull }) => name === 'org_id' && (notNull || isKey(table, 'org_id')));

const keysOf = (table: SQLiteTable): string[][] => {
  const { primaryKeys, uniqueConstraints } = tableConfig(table);
  const composite = [...primaryKeys, ...uniqueConstraints].map(({ columns }) =>
    columns.map(({ name }) => name),
  );
  const single = columnsOf(table).filter(({ primary, isUnique }) => primary || isUnique);
  return [...composite, ...single.map(({ name }) => [name])];
};

function isKey(table: SQLiteTable, name: string): boolean {
  return keysOf(table).some((key) => key.includes(name));
}

const guide = readFileSync('docs/operations.md', 'utf8');

/** The names in the block of the guide that begins with these words. */
function listed(words: string): string[] {
  const block = new RegExp(`^    ${words}:\\n((?:    .*\\n)+)`, 'm').exec(guide)?.[1];
  if (block === undefined) throw new Error(`the guide has no list of tables ${words}`);
  return block.split(/[\s,]+/).filter((name) => name !== '');
}

const names = (some: SQLiteTable[]): string[] => some.map(getTableName).toSorted();

test('every table carries the organisation, or is named in the guide as one that all of them share', () => {
  expect(listed('shared by all organisations')).toEqual(names(tables.filter((table) => !carriesOrg(table))));
});

test('the guide names each table whose keys are without the organisation', () => {
  const without = tables.filter(
    (table) => carriesOrg(table) && keysOf(table).some((key) => !key.includes('org_id')),
  );
  expect(listed('keys without the organisation')).toEqual(names(without));
});

test('no shared table points to one that carries the organisation', () => {
  const pointing = tables.filter(
    (table) =>
      !carriesOrg(table) &&
      tableConfig(table).foreignKeys.some((key) => carriesOrg(key.reference().foreignTable)),
  );
  expect(names(pointing)).toEqual([]);
});
