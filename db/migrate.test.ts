import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, cp, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { insertAnswer, upsertStated } from './answers';
import { type Connection, type Db, open, postgresOf, sqliteOf } from './client';
import { commit, exactlyOne } from './commit';
import { databaseUrl, isPostgres } from './dialect';
import { NOON, aScore, aStatement, aWorld, anAnswer } from './fixtures';
import { migrate, migrationsFolder, schemaLevel } from './migrate';
import { insertMembership, membersOfOrg } from './orgs';
import { tables } from './tables';
import { upsertScore } from './scores';
import { insertSession } from './sessions';
import { blankDb } from './testing';

let folder: string;
let connection: Connection;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'rungs-migrations-'));
  connection = await blankDb();
});

afterEach(async () => {
  await connection.close();
  await rm(folder, { recursive: true });
});

/** What drizzle-kit writes when the default of a column changes: on SQLite, the table built anew. */
const CHANGED_DEFAULT = isPostgres
  ? `ALTER TABLE "org" ALTER COLUMN "name" SET DEFAULT 'Unnamed';`
  : [
      'PRAGMA foreign_keys=OFF;',
      `CREATE TABLE \`__new_org\` (\`id\` text PRIMARY KEY NOT NULL, \`slug\` text NOT NULL,
         \`name\` text DEFAULT 'Unnamed' NOT NULL, \`questionnaires\` text NOT NULL,
         \`created_at\` integer NOT NULL, \`version\` integer NOT NULL);`,
      `INSERT INTO \`__new_org\`("id", "slug", "name", "questionnaires", "created_at", "version")
         SELECT "id", "slug", "name", "questionnaires", "created_at", "version" FROM \`org\`;`,
      'DROP TABLE `org`;',
      'ALTER TABLE `__new_org` RENAME TO `org`;',
      'PRAGMA foreign_keys=ON;',
      'CREATE UNIQUE INDEX `org_slug_unique` ON `org` (`slug`);',
    ].join('--> statement-breakpoint\n');

async function withNextMigration(sql: string): Promise<string> {
  await cp(migrationsFolder(), folder, { recursive: true });
  const file = path.join(folder, 'meta', '_journal.json');
  const journal: { entries: { idx: number; when: number }[] } = JSON.parse(await readFile(file, 'utf8'));
  const last = journal.entries.at(-1);
  const next = { ...last, idx: journal.entries.length, when: (last?.when ?? 0) + 1, tag: '9999_next' };
  await writeFile(file, JSON.stringify({ ...journal, entries: [...journal.entries, next] }));
  await writeFile(path.join(folder, '9999_next.sql'), sql);
  return folder;
}

/** The migrations of an earlier release: those up to this number. */
async function upTo(last: number): Promise<string> {
  await cp(migrationsFolder(), folder, { recursive: true });
  const file = path.join(folder, 'meta', '_journal.json');
  const journal: { entries: { idx: number }[] } = JSON.parse(await readFile(file, 'utf8'));
  await writeFile(
    file,
    JSON.stringify({ ...journal, entries: journal.entries.filter(({ idx }) => idx <= last) }),
  );
  return folder;
}

const execute = (db: Db, statement: string): unknown =>
  isPostgres ? postgresOf(db).$client.query(statement) : sqliteOf(db).$client.exec(statement);

async function fill(db: Db): Promise<void> {
  const world = await aWorld(db);
  await commit(db, (tx) => [
    insertSession(tx, { id: 's', userId: world.user.id, createdAt: NOON, expiresAt: NOON }),
    insertAnswer(tx, anAnswer(world)),
    exactlyOne(upsertStated(tx, aStatement(world), 0), () => new Error('stale')),
    upsertScore(tx, aScore(world.assessment)),
  ]);
}

async function rowCounts(db: Db): Promise<Record<string, number>> {
  const { user, session, org, membership, team, assessment, answer, stated, score } = tables;
  const filled = { user, session, org, membership, team, assessment, answer, stated, score };
  const counts: Record<string, number> = {};
  for (const [name, table] of Object.entries(filled)) counts[name] = await db.$count(table);
  return counts;
}

test('a filled database loses no row when a table at its root is changed', async () => {
  const { db } = connection;
  await migrate(db);
  await fill(db);
  const before = await rowCounts(db);
  await migrate(db, await withNextMigration(CHANGED_DEFAULT));
  expect(Object.values(before)).toEqual(Object.values(before).map(() => 1));
  expect(await rowCounts(db)).toEqual(before);
});

test('members from before roles could end and be given for teams keep theirs, without an end', async () => {
  const { db } = connection;
  await migrate(db, await upTo(6));
  const at = isPostgres ? `'2026-10-01T12:00:00Z'` : '1790856000000';
  for (const statement of [
    `INSERT INTO "user" (id, email, name, created_at) VALUES ('ada', 'ada@example.org', 'Ada', ${at})`,
    `INSERT INTO org (id, slug, name, questionnaires, created_at, version) VALUES ('bank', 'bank', 'Bank', '[]', ${at}, 1)`,
    `INSERT INTO membership (org_id, user_id, role, created_at) VALUES ('bank', 'ada', 'contributor', ${at})`,
  ])
    await execute(db, statement);
  await migrate(db);
  expect(await membersOfOrg(db, 'bank')).toMatchObject([
    { userId: 'ada', until: null, firmId: null, grants: [{ teamId: null, role: 'contributor' }] },
  ]);
});

test('references are checked again after migrating', async () => {
  const { db } = connection;
  await migrate(db);
  const dangling = commit(db, (tx) => [
    insertMembership(tx, { orgId: 'none', userId: 'none', role: 'owner', createdAt: NOON }),
  ]);
  await expect(dangling).rejects.toMatchObject({ message: expect.stringMatching(/foreign key/i) });
});

test('a migration that leaves rows without what they refer to fails', async () => {
  const { db } = connection;
  await migrate(db);
  await fill(db);
  await expect(migrate(db, await withNextMigration('DELETE FROM "user";'))).rejects.toThrow(
    isPostgres ? 'Failed query: DELETE FROM "user"' : 'rows refer to nothing after migrating',
  );
});

test('migrating again, or twice at once, does no harm', async () => {
  const { db } = connection;
  await Promise.all([migrate(db), migrate(db)]);
  await fill(db);
  await migrate(db);
  expect((await rowCounts(db))['answer']).toBe(1);
});

test('a database that a later version has migrated is refused, and left as it is', async () => {
  const { db } = connection;
  expect(await schemaLevel(db)).toBe('none');
  await migrate(db, await upTo(9));
  expect(await schemaLevel(db)).toBe('older');
  await migrate(db);
  await fill(db);
  expect(await schemaLevel(db)).toBe('newest');
  await migrate(db, await withNextMigration('CREATE TABLE later (id text);'));
  expect(await schemaLevel(db)).toBe('newer');
  await expect(migrate(db)).rejects.toThrow(/newer than this version of Rungs.*docs\/operations\.md/);
  expect(await schemaLevel(db)).toBe('newer');
  expect((await rowCounts(db))['answer']).toBe(1);
});

test('a database that another program has migrated is refused', async () => {
  const { db } = connection;
  await migrate(db);
  await execute(
    db,
    `UPDATE ${isPostgres ? 'drizzle.' : ''}__drizzle_migrations SET created_at = created_at + 7`,
  );
  expect(await schemaLevel(db)).toBe('foreign');
  await expect(migrate(db)).rejects.toThrow('migrated by another program');
});

const PROCESSES = 3;

function migratingProcess(url: string) {
  return spawn(process.execPath, ['--conditions=react-server', '--import', 'tsx', 'lib/dev/migrate.ts'], {
    env: { ...process.env, NODE_OPTIONS: '', DATABASE_URL: url },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** What each said, and how it ended, once `hold` lets them go on. */
async function migratedAtOnce(url: string, hold: () => Promise<() => Promise<void>>) {
  const release = await hold();
  const processes = Array.from({ length: PROCESSES }, () => migratingProcess(url));
  const ended = Promise.all(
    processes.map(async (each) => {
      const [said, faults, [code]] = await Promise.all([
        text(each.stdout),
        text(each.stderr),
        once(each, 'exit'),
      ]);
      return [code, said.trim(), faults.trim()];
    }),
  );
  await release();
  return ended;
}

const ALL_DONE = Array.from({ length: PROCESSES }, () => [
  0,
  expect.stringMatching(/^The database .* is up to date\.$/),
  '',
]);

if (isPostgres) {
  test('of several processes that migrate at once one does it and the others find it done', async () => {
    const { db } = connection;
    const { $client } = postgresOf(db);
    await migrate(db, await upTo(6));
    const { rows } = await $client.query('select current_database() as name');
    const url = Object.assign(new URL(databaseUrl), { pathname: `/${rows[0].name}` }).href;
    const ended = await migratedAtOnce(url, async () => {
      const holder = await $client.connect();
      await holder.query('select pg_advisory_lock(7864201)');
      return async () => {
        const waiting = `select count(*)::int as n from pg_locks where locktype = 'advisory' and not granted`;
        while ((await holder.query(waiting)).rows[0].n < PROCESSES) await setTimeout(50);
        holder.release(true);
      };
    });
    expect(ended).toEqual(ALL_DONE);
    expect(await schemaLevel(db)).toBe('newest');
    await fill(db);
  }, 120_000);
}

if (!isPostgres) {
  test('a file with data is copied before it is migrated, and a new one is not', async () => {
    const copies = async () => (await readdir(folder)).filter((file) => file.includes('.before-'));
    const { db, close } = open(`file:${path.join(folder, 'rungs.db')}`);
    await migrate(db);
    await fill(db);
    await migrate(db);
    expect(await copies()).toEqual([]);
    await migrate(db, await withNextMigration('DELETE FROM "answer";'));
    await close();
    const [copy] = await copies();
    const before = open(`file:${path.join(folder, copy ?? '')}`);
    expect((await rowCounts(before.db))['answer']).toBe(1);
    await before.close();
  });

  test('an upgrade after going back to the version before leaves a copy of what was there now, and not then', async () => {
    const url = `file:${path.join(folder, 'rungs.db')}`;
    const next = await withNextMigration('SELECT 1;');
    const upgraded = async () => {
      const { db, close } = open(url);
      await migrate(db, next);
      await close();
      return (await readdir(folder)).filter((file) => file.includes('.before-'));
    };
    const first = open(url);
    await migrate(first.db);
    await first.close();
    const [copy = ''] = await upgraded();
    await copyFile(path.join(folder, copy), path.join(folder, 'rungs.db'));
    const again = open(url);
    await fill(again.db);
    await again.close();
    expect(await upgraded()).toEqual([copy]);
    const before = open(`file:${path.join(folder, copy)}`);
    expect((await rowCounts(before.db))['answer']).toBe(1);
    await before.close();
  });

  test.each([['a new file'], ['a file with data']])(
    'of several processes that migrate %s at once one does it and the others find it done',
    async (what) => {
      const url = `file:${path.join(folder, 'rungs.db')}`;
      const { db, close } = open(url);
      if (what === 'a file with data') {
        await migrate(db, await upTo(6));
        await execute(db, `INSERT INTO "user" (id, email, name, created_at) VALUES ('a', 'a@b', 'A', 0)`);
      }
      const ended = await migratedAtOnce(url, async () => {
        sqliteOf(db).$client.exec('BEGIN IMMEDIATE');
        // SQLite tells nobody who waits.
        return async () => {
          await setTimeout(5_000);
          sqliteOf(db).$client.exec('COMMIT');
        };
      });
      expect(ended).toEqual(ALL_DONE);
      expect(await schemaLevel(db)).toBe('newest');
      const left = (await readdir(folder)).filter((file) => /before|part/.test(file));
      expect(left).toEqual(what === 'a new file' ? [] : [expect.stringMatching(/^rungs\.db\.before-\d+$/)]);
      await close();
    },
    120_000,
  );

  test('a new file is made once when several processes open it at once', async () => {
    const ended = await migratedAtOnce(
      `file:${path.join(folder, 'new', 'rungs.db')}`,
      async () => async () => {},
    );
    expect(ended).toEqual(ALL_DONE);
  }, 120_000);
}
