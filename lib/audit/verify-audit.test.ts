import { insertAudit } from '@/db/audit-insert';
import { lineHash } from '@/db/audit-chain';
import { storedLines } from '@/db/audit';
import { commit } from '@/db/commit';
import { aWorld, type World } from '@/db/fixtures';
import { freshDb } from '@/db/testing';
import { isPostgres } from '@/db/dialect';
import { aLine, tamper, write } from './testing';
import { verifyAudit } from './verify-audit';

const fresh = freshDb();

async function fiveLines(): Promise<World> {
  const world = await aWorld(fresh.db);
  await write(fresh.db, world, 5);
  return world;
}

const fault = async ({ org }: World) => (await verifyAudit(fresh.db, org.id)).fault;

test('a log that nobody touched is unbroken, from its first line to its last', async () => {
  const world = await fiveLines();
  expect(await verifyAudit(fresh.db, world.org.id)).toEqual({
    ...{ lines: 5, first: 1, last: 5, checkpoints: [], fault: null },
    ...{ from: '2026-10-01T12:01:00.123Z', to: '2026-10-01T12:05:00.123Z' },
  });
});

const LATER = isPostgres ? `at + interval '1 day'` : 'at + 86400000';

test.each([
  ['its detail', `detail = '{"name":"Other"}'`],
  ['the spaces of its detail', `detail = '{"name": "Team 3"}'`],
  ['whose it is', `subject = 'somebody else'`],
  ['that it is anybody’s', 'subject = null'],
  ['from where it came', `source = 'job'`],
  ['its time', `at = ${LATER}`],
  ['its action', `action = 'team.remove'`],
  ['its thing', `resource_id = 'another'`],
  ['its hash', `hash = 'abc'`],
])('a line of which %s was altered is named with its number', async (_what, change) => {
  const world = await fiveLines();
  await tamper(fresh.db, `update audit_line set ${change} where seq = 3`);
  expect(await fault(world)).toMatchObject({ kind: 'altered', seq: 3 });
});

test('a line that was altered and hashed anew is noticed at the next, and the last one at the head', async () => {
  for (const [seq, expected] of [
    [3, { kind: 'altered', seq: 4 }],
    [5, { kind: 'head differs', seq: 5 }],
  ] as const) {
    const world = await fiveLines();
    const lines = await storedLines(fresh.db, world.org.id, { after: seq - 2, upTo: seq, limit: 2 });
    const [previous, line] = lines;
    const hash = previous && line && lineHash(previous.hash, { ...line, detail: '{}' });
    await tamper(
      fresh.db,
      `update audit_line set detail = '{}', hash = '${hash}' where seq = ${seq} and org_id = '${world.org.id}'`,
    );
    expect(await fault(world)).toMatchObject(expected);
  }
});

test.each([
  ['a line in the middle', 'delete from audit_line where seq = 3', { kind: 'missing', seq: 3 }],
  ['the first line', 'delete from audit_line where seq = 1', { kind: 'missing', seq: 1 }],
  ['the last line', 'delete from audit_line where seq = 5', { kind: 'tail cut off', seq: 5 }],
  ['all lines', 'delete from audit_line', { kind: 'tail cut off', seq: 1 }],
  ['the head', 'delete from audit_head', { kind: 'head differs', seq: 1 }],
])('removing %s is noticed', async (_what, statement, expected) => {
  const world = await fiveLines();
  await tamper(fresh.db, statement);
  expect(await fault(world)).toMatchObject(expected);
});

test('removing all lines with the head is noticed, as every organisation has a log', async () => {
  const world = await fiveLines();
  await tamper(fresh.db, 'delete from audit_line');
  await tamper(fresh.db, 'delete from audit_head');
  expect(await fault(world)).toEqual({ kind: 'no log', seq: 1, at: null });
});

test('removing a line and moving the later ones up is noticed', async () => {
  const world = await fiveLines();
  await tamper(fresh.db, 'delete from audit_line where seq = 3');
  await tamper(fresh.db, 'update audit_line set seq = 3 where seq = 4');
  expect(await fault(world)).toMatchObject({ kind: 'altered', seq: 3 });
});

test('two lines that changed places are out of order', async () => {
  const world = await fiveLines();
  for (const change of ['seq = 99 where seq = 2', 'seq = 2 where seq = 4', 'seq = 4 where seq = 99'])
    await tamper(fresh.db, `update audit_line set ${change}`);
  expect(await fault(world)).toMatchObject({ kind: 'out of order', seq: 2 });
});

test('a line that was put in behind the last, and a head that was turned back, are noticed', async () => {
  const world = await fiveLines();
  await tamper(fresh.db, 'update audit_line set seq = 9 where seq = 5');
  expect(await fault(world)).toMatchObject({ kind: 'head differs', seq: 9 });
  const other = await fiveLines();
  await tamper(fresh.db, `update audit_head set seq = 4 where org_id = '${other.org.id}'`);
  expect(await fault(other)).toMatchObject({ kind: 'head differs', seq: 5 });
});

test('the log of another organisation does not pass for one’s own', async () => {
  const [own, other] = [await fiveLines(), await fiveLines()];
  await tamper(fresh.db, `delete from audit_line where org_id = '${own.org.id}'`);
  await tamper(fresh.db, `delete from audit_head where org_id = '${own.org.id}'`);
  for (const table of ['audit_line', 'audit_head'])
    await tamper(fresh.db, `update ${table} set org_id = '${own.org.id}' where org_id = '${other.org.id}'`);
  expect(await fault(own)).toMatchObject({ kind: 'altered', seq: 1 });
});

test('lines that arrive while a log is verified do not break it', async () => {
  const world = await fiveLines();
  const [verdict] = await Promise.all([
    verifyAudit(fresh.db, world.org.id),
    ...[6, 7, 8].map((minute) => commit(fresh.db, () => [insertAudit(aLine(world, minute))])),
  ]);
  expect(verdict.fault).toBeNull();
});
