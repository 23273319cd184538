import { text } from 'node:stream/consumers';
import { parse } from 'csv-parse/sync';
import { commit } from '@/db/commit';
import { insertAudit } from '@/db/audit-insert';
import { aTeam, aWorld, type World } from '@/db/fixtures';
import { insertTeam } from '@/db/teams';
import { freshDb } from '@/db/testing';
import { saveAnswer } from '../assessments/save-answer';
import { streamOf } from '../reports/download';
import { contextOf } from '../testing';
import { auditCsv, auditJsonLines } from './export-audit';
import { askedOf, readAudit, type AuditQuery } from './read-audit';
import { aLine, write } from './testing';

const fresh = freshDb();
const ALL: AuditQuery = { person: '', group: '', thing: '', from: '', to: '' };

const read = (world: World, query: Partial<AuditQuery> = {}, before?: number) =>
  readAudit(contextOf(fresh.db, world), { ...ALL, ...query }, before);

test('what somebody answers is in no line, neither on the page nor in a file', async () => {
  const world = await aWorld(fresh.db);
  const evidence = [{ kind: 'link' as const, title: 'secret evidence', url: 'https://secret.example' }];
  const body = { org: 'x', seen: 0, choice: { rung: 3 as const }, note: 'secret note', flagged: false };
  const saved = await saveAnswer(contextOf(fresh.db, world), {
    id: world.assessment.id,
    capability: 'rollback',
    body: { ...body, evidence, vendorsSeenFirst: false },
  });
  expect(saved.ok).toBe(true);
  const file = await auditJsonLines(contextOf(fresh.db, world), ALL);
  const written = file.ok ? await text(streamOf(file.value.chunks)) : '';
  expect(JSON.parse(written)).toMatchObject({ detail: { capability: 'rollback' } });
  expect(written).not.toMatch(/secret|rung/);
  expect((await read(world)).rows.map(({ done }) => done)).toEqual([
    'answered “Rollback” in the assessment Autumn of Fraud',
  ]);
});

test('pages of fifty, the newest first, without a gap', async () => {
  const world = await aWorld(fresh.db);
  await write(fresh.db, world, 60);
  const first = await read(world);
  expect([first.rows.length, first.rows[0]?.seq, first.older]).toEqual([50, 60, 11]);
  const second = await read(world, {}, first.older ?? undefined);
  expect([second.rows.length, second.rows[0]?.seq, second.older]).toEqual([10, 10, null]);
});

test('the log is filtered by person, kind, name of the thing and days', async () => {
  const world = await aWorld(fresh.db);
  const team = aTeam(world.org, { name: 'Café' });
  await commit(fresh.db, (tx) => [
    insertTeam(tx, team),
    insertAudit(aLine(world, 1, { resourceId: team.id })),
    insertAudit(aLine(world, 2 * 24 * 60, { userId: null, action: 'share.open', resourceId: 'gone' })),
  ]);
  const seqs = async (query: Partial<AuditQuery>) => (await read(world, query)).rows.map(({ seq }) => seq);
  expect(await seqs({ person: world.user.id })).toEqual([1]);
  expect(await seqs({ group: 'share' })).toEqual([2]);
  expect(await seqs({ thing: 'CAFÉ' })).toEqual([1]);
  expect(await seqs({ thing: 'gone' })).toEqual([2]);
  expect(await seqs({ from: '2026-10-02' })).toEqual([2]);
  expect(await seqs({ to: '2026-10-01' })).toEqual([1]);
  expect((await read(world)).people).toEqual([{ userId: world.user.id, name: 'Ada' }]);
});

test('a cell that a spreadsheet would take for a formula is made harmless, and the file can be read back', async () => {
  const world = await aWorld(fresh.db);
  const names = ['=1+1', '+1', '-1', '@SUM(1)', '\tx', '\rx'];
  const teams = names.map((name) => aTeam(world.org, { name }));
  await commit(fresh.db, (tx) => [
    ...teams.map((team) => insertTeam(tx, team)),
    ...names.map((name) => insertAudit(aLine(world, 1, { resourceId: name }))),
  ]);
  const file = await auditCsv(contextOf(fresh.db, world), ALL);
  const csv = file.ok ? await text(streamOf(file.value.chunks)) : '';
  const [head, ...rows] = parse(csv, { bom: true });
  expect(head?.slice(0, 3)).toEqual(['Number', 'Time (UTC)', 'Person']);
  expect(rows).toHaveLength(names.length);
  for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
});

test('what the address cannot mean is named, and everything else still counts', () => {
  expect(askedOf({ from: 'yesterday', group: 'team', before: '-3', thing: ['a', 'b'] })).toEqual({
    query: { ...ALL, group: 'team' },
    before: undefined,
    faults: { from: expect.stringContaining('expected') },
  });
});
