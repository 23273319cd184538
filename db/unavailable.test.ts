import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import { open, postgresOf, sqliteOf } from './client';
import { commit } from './commit';
import { isPostgres } from './dialect';
import { metaValue, setMeta } from './meta';
import { migrate } from './migrate';
import { answer } from './schema/answers';
import { countInFile, freshDb } from './testing';
import { databaseTrouble, remedyFor } from './unavailable';

const fresh = freshDb();

const thrownBy = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (error: unknown) => error,
  );

const write = (key: string, value: string) => commit(fresh.db, (tx) => [setMeta(tx, { key, value })]);

test('a database without room says that it is full, keeps what it has, and takes more when there is room', async () => {
  await write('before', 'kept');
  if (isPostgres) {
    // Its disk cannot be filled here; this is what the server answers then.
    expect(databaseTrouble(Object.assign(new Error('no space left'), { code: '53100' }))).toBe('full');
    return;
  }
  const { $client } = sqliteOf(fresh.db);
  const pages = Number($client.pragma('page_count', { simple: true }));
  $client.pragma(`max_page_count = ${pages}`);
  expect(databaseTrouble(await thrownBy(write('large', 'x'.repeat(1_000_000))))).toBe('full');
  expect(await metaValue(fresh.db, 'before')).toBe('kept');
  expect(await metaValue(fresh.db, 'large')).toBeUndefined();
  $client.pragma('max_page_count = 1000000');
  await write('large', 'x'.repeat(1_000_000));
  expect((await metaValue(fresh.db, 'large'))?.length).toBe(1_000_000);
});

test('a database that takes no changes says so, and is read all the same', async () => {
  await write('before', 'kept');
  const readOnly = async (is: boolean) => {
    if (!isPostgres) return sqliteOf(fresh.db).$client.pragma(`query_only = ${is ? 'on' : 'off'}`);
    const pool = postgresOf(fresh.db).$client;
    const clients = await Promise.all(Array.from({ length: pool.idleCount }, () => pool.connect()));
    for (const client of clients) {
      await client.query(`set default_transaction_read_only = ${is ? 'on' : 'off'}`);
      client.release();
    }
    return undefined;
  };
  await readOnly(true);
  expect(databaseTrouble(await thrownBy(write('before', 'changed')))).toBe('read-only');
  expect(await metaValue(fresh.db, 'before')).toBe('kept');
  await readOnly(false);
  await write('before', 'changed');
  expect(await metaValue(fresh.db, 'before')).toBe('changed');
});

test('a server that is not there is away, and a mistake of ours is none of these', async () => {
  if (isPostgres) {
    const nowhere = open('postgres://a:b@127.0.0.1:1/c');
    expect(databaseTrouble(await thrownBy(metaValue(nowhere.db, 'demo')))).toBe('away');
    await nowhere.close();
  }
  const ours = await thrownBy(Promise.resolve(fresh.db.select({ x: sql`x` }).from(sql`nothing_like_it`)));
  expect(ours).not.toBeNull();
  expect(databaseTrouble(ours)).toBeNull();
  expect([databaseTrouble(null), databaseTrouble(new Error('ECONNREFUSED'))]).toEqual([null, null]);
});

if (!isPostgres) {
  test('noise in one page of a file is told by whatever reads it, and the rest is read on', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'rungs-noise-'));
    const file = path.join(folder, 'rungs.db');
    const made = open(`file:${file}`);
    await migrate(made.db);
    await made.close();
    const page = countInFile(file, "select rootpage from sqlite_master where name = 'answer'");
    const bytes = await readFile(file);
    await writeFile(file, bytes.fill(0xa5, (page - 1) * 4096, page * 4096));
    const { db, close } = open(`file:${file}`);
    const thrown = await thrownBy(Promise.resolve(db.select().from(answer)));
    expect([databaseTrouble(thrown), remedyFor(thrown)]).toEqual([
      'damaged',
      expect.stringContaining('restore a backup'),
    ]);
    expect(await metaValue(db, 'demo')).toBeUndefined();
    await close();
    await rm(folder, { recursive: true });
  });
}
