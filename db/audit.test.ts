import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { auditHeadOf, auditOf, peopleOfAudit, storedLines } from './audit';
import { lineHash } from './audit-chain';
import { insertAudit, type NewLine } from './audit-insert';
import { eraseSubject, subjectsOf } from './audit-keeping';
import { commit, exactlyOne } from './commit';
import { type World, NOON, aUser, aWorld, minutesLater } from './fixtures';
import { deleteOrg, updateOrg } from './orgs';
import { auditLine, auditSource, auditSubject } from './schema/audit';
import { freshDb } from './testing';
import { insertUser } from './users';

const fresh = freshDb();

const line = ({ org, user }: World, row: Partial<NewLine> = {}): NewLine => ({
  ...{ orgId: org.id, userId: user.id, at: NOON, newId: randomUUID, place: null },
  ...{ action: 'org.configure', resourceId: org.id, detail: '{}' },
  ...row,
});

const write = (...lines: NewLine[]) => commit(fresh.db, () => lines.map((each) => insertAudit(each)));

const stored = ({ org }: World) => storedLines(fresh.db, org.id, { after: 0, upTo: 999, limit: 999 });

test.each([
  ['plain words', '{"name":"Payments"}'],
  ['other scripts, marks and emoji', '{"name":"Zahlungsverkehr – 支払い דוח 🚀 e\u0301"}'],
  ['quotes, line ends and backslashes', JSON.stringify({ name: `'"\\ \n\r\t\u0000 $1 @said ?` })],
  ['half a pair of surrogates', JSON.stringify({ name: '\ud800' })],
  ['10,000 characters', JSON.stringify({ name: 'ä'.repeat(10_000) })],
])('the database computes the hash that JavaScript computes, for %s', async (_what, detail) => {
  const world = await aWorld(fresh.db);
  const place = { address: '2001:db8::1', device: 'Firefox on Linux' };
  await write(line(world, { detail, resourceId: 'É' }), line(world, { userId: null, place }));
  await write(line(world, { place: 'command line' }));
  const lines = await stored(world);
  let previous = world.org.id;
  for (const each of lines) {
    expect(each.hash).toBe(lineHash(previous, each));
    previous = each.hash;
  }
  expect(lines[0]?.detail).toBe(detail);
  expect(await auditHeadOf(fresh.db, world.org.id)).toEqual({ orgId: world.org.id, seq: 3, hash: previous });
});

test('of many who write at once each line continues another, and nobody is in the log twice', async () => {
  const world = await aWorld(fresh.db);
  const others = [1, 2, 3].map(() => aUser());
  await commit(fresh.db, (tx) => others.map((user) => insertUser(tx, user)));
  const place = { address: '', device: 'Safari on iOS' };
  await Promise.all(
    Array.from({ length: 40 }, (_, at) =>
      write(line(world, { userId: others[at % 3]?.id ?? null, place, resourceId: `${at}` })),
    ),
  );
  const lines = await stored(world);
  expect(lines.map(({ seq }) => seq)).toEqual(Array.from({ length: 40 }, (_, at) => at + 1));
  let previous = world.org.id;
  for (const each of lines) {
    expect(each.hash).toBe(lineHash(previous, each));
    previous = each.hash;
  }
  expect(new Set(lines.map(({ subject }) => subject)).size).toBe(3);
  expect(new Set(lines.map(({ source }) => source)).size).toBe(1);
  expect(await peopleOfAudit(fresh.db, world.org.id)).toHaveLength(3);
});

test('a change that is rolled back leaves no line and no gap', async () => {
  const world = await aWorld(fresh.db);
  await write(line(world));
  const missed = commit(fresh.db, (tx) => [
    insertAudit(line(world)),
    exactlyOne(updateOrg(tx, { ...world.org, version: 7 }), () => new Error('missed')),
  ]);
  await expect(missed).rejects.toThrow('missed');
  await write(line(world));
  expect((await stored(world)).map(({ seq }) => seq)).toEqual([1, 2]);
});

test('a line names nobody: who it was stands in a table of its own, with the name of today', async () => {
  const world = await aWorld(fresh.db);
  await write(line(world));
  const [row] = await stored(world);
  expect(JSON.stringify(row)).not.toContain(world.user.id);
  expect(await auditOf(fresh.db, world.org.id, { limit: 9 })).toMatchObject([
    { actorId: world.user.id, actorName: 'Ada', actorEmail: world.user.email },
  ]);
});

test('erasing a person takes name and addresses away, and every hash still holds', async () => {
  const world = await aWorld(fresh.db);
  const place = { address: '192.0.2.7', device: 'Edge on Windows' };
  await write(line(world, { place }));
  const [known] = await subjectsOf(fresh.db, world.org.id, [world.user.id]);
  await commit(fresh.db, (tx) => eraseSubject(tx, world.org.id, known?.subject ?? ''));
  const [row] = await stored(world);
  expect(row && lineHash(world.org.id, row)).toBe(row?.hash);
  expect(await auditOf(fresh.db, world.org.id, { limit: 9 })).toMatchObject([
    { actorId: null, actorName: null, actorEmail: null, place: 'erased' },
  ]);
  await write(line(world, { place }));
  expect((await auditOf(fresh.db, world.org.id, { limit: 1 }))[0]).toMatchObject({ actorName: 'Ada', place });
});

test('the log is read page by page, newest first, and by person, kind, thing and time', async () => {
  const world = await aWorld(fresh.db);
  const at = minutesLater(3);
  await write(line(world), line(world, { userId: null }), line(world, { action: 'team.create', at }));
  const seqs = async (wanted: Partial<Parameters<typeof auditOf>[2]>) =>
    (await auditOf(fresh.db, world.org.id, { limit: 9, ...wanted })).map(({ seq }) => seq);
  expect(await seqs({ limit: 2 })).toEqual([3, 2]);
  expect(await seqs({ before: 2 })).toEqual([1]);
  expect(await seqs({ userId: world.user.id })).toEqual([3, 1]);
  expect(await seqs({ resource: 'team' })).toEqual([3]);
  expect(await seqs({ resourceIds: ['other'] })).toEqual([]);
  expect(await seqs({ from: at })).toEqual([3]);
  expect(await seqs({ until: at })).toEqual([2, 1]);
});

test('with its organisation a log is gone, names and addresses too', async () => {
  const world = await aWorld(fresh.db);
  await write(line(world, { place: { address: '192.0.2.7', device: 'a program' } }));
  await commit(fresh.db, (tx) => [deleteOrg(tx, world.org)]);
  for (const table of [auditLine, auditSubject, auditSource])
    expect(await fresh.db.select({ one: sql`1` }).from(table)).toEqual([]);
});
