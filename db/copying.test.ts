import { aTeam, aWorld } from './fixtures';
import { type Connection, type Db, postgresOf, sqliteOf } from './client';
import { commit } from './commit';
import { type CopyLine, copyIn, copyOut, isSame } from './copying';
import { isPostgres } from './dialect';
import { migrate } from './migrate';
import { ROWS, fillTables, journal, tablesAt } from './old-tables-testing';
import { insertTeam } from './teams';
import { blankDb } from './testing';
import { WHOLE_TABLES, tableSummer } from './whole-tables';

let source: Connection;
let target: Connection;

beforeEach(async () => {
  [source, target] = [await blankDb(), await blankDb()];
  await migrate(source.db);
});

afterEach(async () => {
  await source.close();
  await target.close();
});

async function linesOf(db: Db, during?: () => Promise<void>): Promise<CopyLine[]> {
  const lines: CopyLine[] = [];
  await copyOut(db, async (line) => {
    if (lines.length === 1) await during?.();
    lines.push(structuredClone(line));
  });
  return lines;
}

async function* asStream(lines: readonly CopyLine[]): AsyncGenerator<CopyLine> {
  yield* lines;
}

async function tablesIn(db: Db): Promise<string[]> {
  const tables = isPostgres
    ? (
        await postgresOf(db).$client.query(
          `select tablename as name from pg_tables where schemaname = 'public'`,
        )
      ).rows
    : sqliteOf(db).$client.prepare(`select name from sqlite_master where type = 'table'`).all();
  return (tables as { name: string }[])
    .map(({ name }) => name)
    .filter((name) => name !== '__drizzle_migrations');
}

test('every table of the database is copied, each after those that it points to', async () => {
  expect((await tablesIn(source.db)).toSorted()).toEqual(WHOLE_TABLES.map(({ name }) => name).toSorted());
  expect(WHOLE_TABLES.flatMap(({ toItself }) => toItself)).toEqual(['team_parent_fk']);
});

test('what is there is there afterwards, and can be changed as before', async () => {
  const world = await aWorld(source.db);
  const compared = await copyIn(target.db, asStream(await linesOf(source.db)));
  expect(compared.every(isSame)).toBe(true);
  expect(
    compared.filter(({ found }) => found.rows > 0).map(({ found }) => [found.table, found.rows]),
  ).toEqual(['org', 'user', 'membership', 'team', 'assessment'].map((table) => [table, 1]));
  await commit(target.db, (tx) => [insertTeam(tx, aTeam(world.org, { parentId: world.team.id }))]);
  await expect(
    commit(target.db, (tx) => [insertTeam(tx, aTeam(world.org, { parentId: 'nowhere' }))]),
  ).rejects.toMatchObject({ message: expect.stringMatching(/foreign key/i) });
});

test('rows of every table are copied, with whatever may be empty both empty and not', async () => {
  const tables = await tablesAt(journal.entries.at(-1)?.tag ?? '');
  await fillTables(source.db, tables);
  const compared = await copyIn(target.db, asStream(await linesOf(source.db)));
  expect(compared.every(isSame)).toBe(true);
  expect(compared.map(({ found }) => found.rows)).toEqual(WHOLE_TABLES.map(() => ROWS.length));
});

test('nothing is kept where a row changes on its way, is missing, or the end is missing', async () => {
  const { org } = await aWorld(source.db);
  const lines = await linesOf(source.db);
  const at = lines.findIndex((line) => 'table' in line && line.table === 'org') + 1;
  const changed = lines.with(
    at,
    (lines[at] as string[]).map((value) => (value === org.name ? 'Harbor' : value)),
  );
  const sums = (lines.at(-1) as { sums: { table: string; rows: number }[] }).sums;
  const more = lines.with(-1, {
    sums: sums.map((sum) => (sum.table === 'user' ? { ...sum, rows: 2 } : sum)),
  } as CopyLine);
  for (const [way, differing] of [
    [changed, 'org'],
    [more, 'user'],
  ] as const) {
    const compared = await copyIn(target.db, asStream(way));
    expect(compared.filter((each) => !isSame(each)).map(({ sent }) => sent.table)).toEqual([differing]);
  }
  await expect(copyIn(target.db, asStream(lines.slice(0, -1)))).rejects.toThrow(
    'ended before all of it was there',
  );
  expect((await copyIn(target.db, asStream(lines))).every(isSame)).toBe(true);
  await expect(copyIn(target.db, asStream(lines))).rejects.toThrow('it is not empty: there are rows in');
});

if (isPostgres) {
  test('what is written while it is read is not in the copy, not even in part', async () => {
    const { org } = await aWorld(source.db);
    const lines = await linesOf(source.db, async () => {
      await commit(source.db, (tx) => [insertTeam(tx, aTeam(org))]);
      await aWorld(source.db);
    });
    const compared = await copyIn(target.db, asStream(lines));
    expect(compared.every(isSame)).toBe(true);
    expect(compared.find(({ found }) => found.table === 'team')?.found.rows).toBe(1);
  });
}

test('a checksum depends neither on the order of rows nor on that of keys, and on everything else', () => {
  const table = WHOLE_TABLES.find(({ name }) => name === 'org');
  if (table === undefined) throw new Error('no org');
  const at = table.columns.findIndex(({ name }) => name === 'aims');
  const row = (aims: string | null, id = 'a') =>
    table.columns.map(({ name }, n) => (name === 'id' ? id : n === at ? aims : 'x'));
  const asJson = (aims: string | null) =>
    row(aims).map((value, n) => (table.columns[n]?.kind === 'json' && n !== at ? '[]' : value));
  const sum = (...rows: (string | null)[][]) => {
    const summer = tableSummer(table);
    for (const each of rows) summer.add(each);
    return summer.sum().checksum;
  };
  const [one, other] = [asJson('{"a":1,"b":[1,2]}'), asJson('{"a":2}')];
  expect(sum(one, other)).toBe(sum(other, one));
  expect(sum(asJson('{"b":[1,2],"a":1}'))).toBe(sum(one));
  const different = [one, other, asJson('{"a":1,"b":[2,1]}'), asJson('null'), asJson(null)].map((each) =>
    sum(each),
  );
  expect(new Set([...different, sum(one, other), sum(one, one), sum()]).size).toBe(8);
});
