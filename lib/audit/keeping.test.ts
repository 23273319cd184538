import { randomUUID } from 'node:crypto';
import { auditOf, peopleOfAudit } from '@/db/audit';
import { commit } from '@/db/commit';
import { aUser, aWorld, minutesLater, NOON, type World } from '@/db/fixtures';
import { audit } from '@/db/schema/audit';
import { freshDb } from '@/db/testing';
import { insertUser } from '@/db/users';
import { verdictLines } from '../domain/audit-verdict';
import { forgetPerson } from './forget-person';
import { pruneAudit } from './prune-audit';
import { sealOldLines } from './seal-old-lines';
import { aLine, tamper, write } from './testing';
import { verifyAudit } from './verify-audit';
import { insertAudit } from '@/db/audit-insert';

const fresh = freshDb();
const ctx = () => ({ db: fresh.db, now: minutesLater(60), newId: randomUUID });
const verdict = ({ org }: World) => verifyAudit(fresh.db, org.id);

const DAYS = 24 * 60;

test('pruning leaves a checkpoint by which the rest still verifies, and says what is gone', async () => {
  const world = await aWorld(fresh.db);
  await write(fresh.db, world, 3);
  await commit(fresh.db, () => [insertAudit(aLine(world, 2 * DAYS)), insertAudit(aLine(world, 3 * DAYS))]);
  const pruned = await pruneAudit(ctx(), { orgId: world.org.id, until: '2026-10-02' });
  expect(pruned).toEqual({ ok: true, value: { removed: 3, first: 4 } });
  const found = await verdict(world);
  expect(found).toMatchObject({ lines: 3, first: 4, last: 6, fault: null });
  expect(verdictLines(found)[1]).toBe(
    '  checkpoint of 2026-10-01T13:00:00.123Z: 3 lines from before 2026-10-02 removed, the log begins at number 4; its signature holds',
  );
});

test('pruning everything leaves the checkpoint alone, and a second one begins where the first ended', async () => {
  const world = await aWorld(fresh.db);
  await write(fresh.db, world, 3);
  const all = await pruneAudit(
    { ...ctx(), now: minutesLater(3 * DAYS) },
    { orgId: world.org.id, until: '2026-10-02' },
  );
  expect(all).toMatchObject({ value: { removed: 3, first: 4 } });
  expect(await verdict(world)).toMatchObject({ lines: 1, first: 4, fault: null });
  expect(await peopleOfAudit(fresh.db, world.org.id)).toEqual([]);
  await commit(fresh.db, () => [insertAudit(aLine(world, 10 * DAYS))]);
  await pruneAudit({ ...ctx(), now: minutesLater(11 * DAYS) }, { orgId: world.org.id, until: '2026-10-08' });
  expect(await verdict(world)).toMatchObject({ lines: 2, first: 5, fault: null });
});

test('where nothing is old enough, and where the log is broken, nothing is pruned', async () => {
  const world = await aWorld(fresh.db);
  await write(fresh.db, world, 3);
  const prune = (until: string) => pruneAudit(ctx(), { orgId: world.org.id, until });
  expect(await prune('2026-10-01')).toMatchObject({ message: 'No line is from before 2026-10-01.' });
  await tamper(fresh.db, `update audit_line set detail = '{}' where seq = 2`);
  expect(await prune('2026-10-02')).toMatchObject({ message: /broken at line 2/ });
  expect((await verdict(world)).fault).toMatchObject({ kind: 'altered', seq: 2 });
});

test.each([
  ['without a checkpoint', `delete from audit_line where seq < 3`, { kind: 'missing', seq: 1 }],
  [
    'with a checkpoint that nobody signed',
    `update audit_line set action = 'audit.prune', detail = '{"first":3,"before":"x","removed":2,"until":"2026-10-02","signature":"AA=="}' where seq = 5; delete from audit_line where seq < 3`,
    { kind: 'no checkpoint', seq: 3 },
  ],
])('lines that were removed from the beginning %s are missed', async (_what, statements, expected) => {
  const world = await aWorld(fresh.db);
  await write(fresh.db, world, 5);
  for (const statement of statements.split('; ')) await tamper(fresh.db, statement);
  expect((await verdict(world)).fault).toMatchObject(expected);
});

test('more lines removed than the checkpoint says are missed', async () => {
  const world = await aWorld(fresh.db);
  await write(fresh.db, world, 2);
  await commit(fresh.db, () => [2, 3, 4].map((day) => insertAudit(aLine(world, day * DAYS))));
  await pruneAudit(ctx(), { orgId: world.org.id, until: '2026-10-02' });
  await tamper(fresh.db, 'delete from audit_line where seq = 3');
  expect((await verdict(world)).fault).toEqual({ kind: 'missing', seq: 3, at: null });
});

async function old(world: World, lines: number, actorId: string | null = world.user.id): Promise<void> {
  const row = (at: number) => ({
    ...{ id: randomUUID(), orgId: world.org.id, at: minutesLater(at), actorId },
    ...{ action: 'assessment.state', resource: 'assessment', resourceId: 'a' },
    detail: { criterion: `A${at}`, holds: 'yes' },
  });
  await commit(fresh.db, (tx) => [
    tx.insert(audit).values(Array.from({ length: lines }, (_, at) => row(at))),
  ]);
}

test('lines from before the log was chained are sealed in the order of their time, without what was answered', async () => {
  const world = await aWorld(fresh.db);
  const gone = aUser();
  await old(world, 600);
  await old(world, 1, gone.id);
  await Promise.all([sealOldLines(ctx()), sealOldLines(ctx())]);
  expect(await verdict(world)).toMatchObject({ lines: 602, first: 1, last: 602, fault: null });
  expect(await fresh.db.select().from(audit)).toEqual([]);
  const lines = await auditOf(fresh.db, world.org.id, { limit: 999 });
  expect(lines[0]).toMatchObject({ action: 'audit.seal', detail: { lines: 601 }, place: 'job' });
  expect(lines.at(-1)).toMatchObject({ detail: { criterion: 'A0' }, at: NOON });
  expect(JSON.stringify(lines)).not.toContain('holds');
  expect(lines.filter(({ actorId }) => actorId === gone.id)).toHaveLength(1);
});

test('every organisation has a log after the start, and a second start adds nothing', async () => {
  const world = await aWorld(fresh.db);
  await sealOldLines(ctx());
  await sealOldLines(ctx());
  expect(await auditOf(fresh.db, world.org.id, { limit: 9 })).toMatchObject([
    { action: 'audit.seal', detail: { lines: 0 } },
  ]);
});

test('sealing goes on where it was cut off, behind what was written since', async () => {
  const world = await aWorld(fresh.db);
  await write(fresh.db, world, 2);
  await old(world, 3);
  await sealOldLines(ctx());
  expect(await verdict(world)).toMatchObject({ lines: 6, fault: null });
});

test('a person who is forgotten is unknown in the log, which still verifies and says that somebody was', async () => {
  const world = await aWorld(fresh.db);
  const other = aUser({ name: 'Ben' });
  await commit(fresh.db, (tx) => [insertUser(tx, other)]);
  await write(fresh.db, world, 2);
  await commit(fresh.db, () => [insertAudit(aLine(world, 9, { userId: other.id }))]);
  const forget = (email: string) => forgetPerson(ctx(), { orgId: world.org.id, email });
  expect(await forget('nobody@example.org')).toMatchObject({ code: 'not-found' });
  expect(await forget(world.user.email.toUpperCase())).toMatchObject({ ok: true });
  const lines = await auditOf(fresh.db, world.org.id, { limit: 9 });
  expect(lines.map(({ actorName, action }) => [actorName, action])).toEqual([
    ...[
      [null, 'audit.forget'],
      ['Ben', 'team.create'],
    ],
    ...[
      [null, 'team.create'],
      [null, 'team.create'],
    ],
  ]);
  expect((await verdict(world)).fault).toBeNull();
});
