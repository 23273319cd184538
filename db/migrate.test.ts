import { cp, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { insertAnswer, upsertStated } from './answers';
import { type Connection, type Db, open, postgresOf, sqliteOf } from './client';
import { commit, exactlyOne } from './commit';
import { isPostgres } from './dialect';
import { NOON, aScore, aStatement, aWorld, anAnswer } from './fixtures';
import { migrate, migrationsFolder } from './migrate';
import { insertMembership, membersOfOrg } from './orgs';
import * as tables from './schema';
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
}
