import { faultsIn } from './consistency';
import { postgresOf, sqliteOf } from './client';
import { isPostgres } from './dialect';
import { aWorld } from './fixtures';
import { freshDb } from './testing';

const fresh = freshDb();

test('a database in which every row points at one that is there has no faults', async () => {
  await aWorld(fresh.db);
  expect(await faultsIn(fresh.db)).toEqual([]);
});

test('a row whose organisation is gone is a fault', async () => {
  const world = await aWorld(fresh.db);
  await withoutConstraints(`delete from org where id = '${world.org.id}'`);
  expect(await faultsIn(fresh.db)).toContain('a row of team points at no row of org');
  await withoutConstraints('delete from team');
});

async function withoutConstraints(statement: string): Promise<void> {
  if (!isPostgres) {
    const client = sqliteOf(fresh.db).$client;
    client.pragma('foreign_keys = OFF');
    client.exec(statement);
    client.pragma('foreign_keys = ON');
    return;
  }
  const client = await postgresOf(fresh.db).$client.connect();
  try {
    await client.query('set session_replication_role = replica');
    await client.query(statement);
  } finally {
    await client.query('set session_replication_role = origin');
    client.release();
  }
}
