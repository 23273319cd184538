import { type Db, postgresOf, sqliteOf } from './client';
import { isPostgres } from './dialect';

/** What is broken in a database, a line each: damaged pages and indexes, and rows that point at what is not there. Reads all of it. */
export async function faultsIn(db: Db): Promise<string[]> {
  return isPostgres ? faultsInPostgres(db) : faultsInSqlite(db);
}

async function faultsInSqlite(db: Db): Promise<string[]> {
  const client = sqliteOf(db).$client;
  const pages = client.pragma('integrity_check') as { integrity_check: string }[];
  const dangling = client.pragma('foreign_key_check') as { table: string; parent: string }[];
  return [
    ...pages.map(({ integrity_check: said }) => said).filter((said) => said !== 'ok'),
    ...dangling.map(({ table, parent }) => `a row of ${table} points at no row of ${parent}`),
  ];
}

type ForeignKey = { child: string; parent: string; columns: string[]; keys: string[] };

const FOREIGN_KEYS = `
  select c.conrelid::regclass::text as child, c.confrelid::regclass::text as parent,
    array(select quote_ident(a.attname) from unnest(c.conkey) with ordinality k(number, place)
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.number order by k.place) as columns,
    array(select quote_ident(a.attname) from unnest(c.confkey) with ordinality k(number, place)
      join pg_attribute a on a.attrelid = c.confrelid and a.attnum = k.number order by k.place) as keys
  from pg_constraint c where c.contype = 'f'`;

/** Its constraints are not looked at again once they were met, so that every row is asked for its parent here. */
async function faultsInPostgres(db: Db): Promise<string[]> {
  const client = postgresOf(db).$client;
  const { rows: keys } = await client.query<ForeignKey>(FOREIGN_KEYS);
  const faults: string[] = [];
  for (const { child, parent, columns, keys: there } of keys) {
    const given = columns.map((column) => `c.${column} is not null`).join(' and ');
    const same = columns.map((column, place) => `p.${there[place]} = c.${column}`).join(' and ');
    const { rows } = await client.query<{ rows: number }>(
      `select count(*)::int as rows from ${child} c where ${given} and not exists (select 1 from ${parent} p where ${same})`,
    );
    const count = rows[0]?.rows ?? 0;
    faults.push(...Array.from({ length: count }, () => `a row of ${child} points at no row of ${parent}`));
  }
  return faults;
}
