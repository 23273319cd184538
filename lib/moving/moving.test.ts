import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { allOrgs } from '@/db/audit-keeping';
import { assessmentById, assessmentsOfOrg } from '@/db/assessments';
import type { Db } from '@/db/client';
import { commit } from '@/db/commit';
import { insertAnswer } from '@/db/answers';
import { NOON, aTeam, aUser, aWorld, anAnswer, anOrg, minutesLater } from '@/db/fixtures';
import { MOVED_NAMES } from '@/db/moved-tables';
import { movedSize } from '@/db/moving';
import { insertMembership, insertOrg, orgBySlug } from '@/db/orgs';
import { insertTeam, teamsOfOrg } from '@/db/teams';
import { freshDb } from '@/db/testing';
import { insertUser, userByEmail } from '@/db/users';
import { loadAssessment } from '../assessments/load-assessment';
import { reportFrom } from '../assessments/report-of';
import { pruneAudit } from '../audit/prune-audit';
import { verifyAudit } from '../audit/verify-audit';
import { canonical } from '../domain/content';
import { MODEL_IDS } from '../domain/vocabulary';
import { examples } from '../demo/examples';
import { seedDemo } from '../demo/seed';
import { orgOverview } from '../orgs/org-overview';
import { fileOfReport } from '../reports/report-file';
import { openDocument } from '../reports/open-document';
import { issuesOfReports } from '@/db/reports';
import { contextOf } from '../testing';
import { FILE_NAMES, fileOf } from './archive-format';
import { importOrg } from './import-org';
import { archiveOf, linesOf } from './testing';

const here = freshDb();
const there = freshDb();

const BANK = 'harbour-bank';

const contextIn = (db: Db, user = 'ben') =>
  contextOf(db, { user: { id: user }, org: { id: BANK, name: 'Harbour Bank' } }, { minutes: 200_000 });

async function demo(): Promise<Uint8Array> {
  const ctx = contextIn(here.db);
  await seedDemo(ctx, examples(ctx.content));
  return archiveOf(here.db, BANK);
}

const bring = async (archive: Uint8Array, db = there.db) => importOrg(contextIn(db), archive);

/** All rows by file, with the log as far as it went along: the import adds its own line, and the next export too. */
function rowsOf(archive: Uint8Array, upTo: number): Record<string, string[]> {
  return Object.fromEntries(
    FILE_NAMES.filter((name) => name !== 'audit_head').map((name) => [
      name,
      linesOf(archive, fileOf(name))
        .filter(({ seq }) => name !== 'audit_line' || Number(seq) <= upTo)
        .map((row) => canonical(row))
        .toSorted(),
    ]),
  );
}

/** What everybody reads: every report, the scorecard, and what was issued. */
async function read(db: Db) {
  const ctx = contextIn(db);
  const reports: Record<string, unknown> = {};
  for (const { id } of await assessmentsOfOrg(db, BANK)) {
    const loaded = await loadAssessment(ctx, id);
    if (loaded === null) throw new Error(`no ${id}`);
    reports[id] = await reportFrom(ctx, loaded, 'Harbour Bank');
  }
  const wanted = { id: 'fraud-scoring-q4-2026', report: 'fraud-scoring-report' };
  const [issue] = await issuesOfReports(db, BANK, [wanted.report]);
  const issued = { ...wanted, issue: issue?.id };
  const opened = await openDocument(ctx, issued);
  const file = await fileOfReport(ctx, { ...issued, format: 'md', paper: 'a4' });
  return { reports, scorecard: await orgOverview(ctx, MODEL_IDS), opened, file };
}

test('an organisation reads in another installation as it did in its own: reports, scorecard, and what was issued with its seal', async () => {
  const archive = await demo();
  expect(await bring(archive)).toMatchObject({
    ok: true,
    value: { org: { slug: BANK, name: 'Harbour Bank' }, known: 0 },
  });
  const [before, after] = [await read(here.db), await read(there.db)];
  expect(Object.keys(after.reports).length).toBeGreaterThan(70);
  expect(before.opened.ok && before.file.ok).toBe(true);
  expect(canonical(after) === canonical(before)).toBe(true);
  const upTo = linesOf(archive, 'audit_line.jsonl').length;
  expect(rowsOf(await archiveOf(there.db, BANK), upTo)).toEqual(rowsOf(archive, upTo));
  expect(await verifyAudit(there.db, BANK)).toMatchObject({ fault: null, lines: upTo + 2 });
  expect(linesOf(archive, 'audit_line.jsonl').at(-1)).toMatchObject({ action: 'org.export' });
});

test('no password and nothing that opens anything goes along', async () => {
  const world = await aWorld(here.db);
  const user = aUser({ passwordHash: 'secret' });
  await commit(here.db, (tx) => [
    insertUser(tx, user),
    insertMembership(tx, { orgId: world.org.id, userId: user.id, role: 'viewer', createdAt: NOON }),
  ]);
  const archive = await archiveOf(here.db, world.org.slug);
  for (const person of linesOf(archive, 'user.jsonl'))
    expect(Object.keys(person).toSorted()).toEqual(['email', 'id', 'name']);
  const files = Object.keys(unzipSync(archive));
  expect(files.toSorted()).toEqual(['manifest.json', ...FILE_NAMES.map(fileOf)].toSorted());
  await bring(archive);
  expect(await userByEmail(there.db, user.email)).toMatchObject({ passwordHash: null });
});

test('people who have an account here by the same address are it, and a taken id is given anew', async () => {
  const world = await aWorld(here.db);
  const other = aUser({ name: 'Ben' });
  await commit(here.db, (tx) => [
    insertUser(tx, other),
    insertMembership(tx, { orgId: world.org.id, userId: other.id, role: 'viewer', createdAt: NOON }),
  ]);
  const known = aUser({ email: world.user.email, name: 'Ada of before', passwordHash: 'kept' });
  const stranger = aUser({ id: other.id, name: 'Somebody else' });
  await commit(there.db, (tx) => [insertUser(tx, known), insertUser(tx, stranger)]);
  const archive = await archiveOf(here.db, world.org.slug);
  expect(await bring(archive)).toMatchObject({ value: { known: 1, added: 1 } });
  const row = await assessmentById(there.db, world.org.id, world.assessment.id);
  expect(row?.createdBy).toBe(known.id);
  expect(await userByEmail(there.db, known.email)).toMatchObject({ passwordHash: 'kept', name: known.name });
  const ben = await userByEmail(there.db, other.email);
  expect(ben).toMatchObject({ name: 'Ben', passwordHash: null });
  expect(ben?.id).not.toBe(other.id);
});

test('an organisation with nothing in it moves too', async () => {
  const org = anOrg();
  await commit(here.db, (tx) => [insertOrg(tx, org)]);
  expect(await bring(await archiveOf(here.db, org.slug))).toMatchObject({ value: { rows: 4, added: 0 } });
});

test('an organisation that is to be deleted in one installation is not in the other', async () => {
  const org = anOrg({ deleteAfter: minutesLater(60) });
  await commit(here.db, (tx) => [insertOrg(tx, org)]);
  await bring(await archiveOf(here.db, org.slug));
  expect(await orgBySlug(there.db, org.slug)).toMatchObject({ deleteAfter: null });
});

test('five thousand teams move, those below after those above', async () => {
  const org = anOrg();
  const [top, ...others] = Array.from({ length: 5000 }, () => aTeam(org));
  if (top === undefined) throw new Error('no team');
  // By id the top is anywhere among them.
  const below = others.map((each, at) => ({
    ...each,
    parentId: at < 2500 ? top.id : (others[at - 2500]?.id ?? null),
  }));
  await commit(here.db, (tx) => [insertOrg(tx, org), ...[top, ...below].map((each) => insertTeam(tx, each))]);
  expect(await bring(await archiveOf(here.db, org.slug))).toMatchObject({ ok: true });
  expect(await teamsOfOrg(there.db, org.id)).toHaveLength(5000);
});

test('a log whose older lines were removed holds in the other installation, by a checkpoint that this one signs', async () => {
  const { org } = await aWorld(here.db);
  await archiveOf(here.db, org.slug, 5);
  await archiveOf(here.db, org.slug, 3 * 24 * 60);
  const pruned = await pruneAudit(
    { ...contextIn(here.db), now: minutesLater(4 * 24 * 60) },
    { orgId: org.id, until: '2026-10-03' },
  );
  expect(pruned).toMatchObject({ ok: true });
  await bring(await archiveOf(here.db, org.slug, 5 * 24 * 60));
  expect(await verifyAudit(there.db, org.id)).toMatchObject({ fault: null });
});

test('what is there already is not written over', async () => {
  const { org } = await aWorld(here.db);
  const archive = await archiveOf(here.db, org.slug);
  expect(await bring(archive, here.db)).toMatchObject({
    code: 'conflict',
    message: `Harbour is in this installation already, as ${org.slug}.`,
  });
  await commit(there.db, (tx) => [insertOrg(tx, anOrg({ slug: org.slug }))]);
  expect(await bring(archive)).toMatchObject({
    code: 'conflict',
    message: `There is another organisation with the address ${org.slug} in this installation.`,
  });
  expect(await allOrgs(there.db)).toHaveLength(1);
});

test('an archive of a SQLite installation is read by one on either engine, row for row', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'rungs-moving-'));
  const [file, out] = [path.join(folder, 'from.db'), path.join(folder, 'org.zip')];
  const rungs = (...args: string[]) => {
    const { status, stderr } = spawnSync(
      process.execPath,
      ['--conditions=react-server', '--import', 'tsx', 'lib/cli/main.ts', ...args],
      { env: { ...process.env, ...INSTALLATION, DATABASE_URL: `file:${file}` }, encoding: 'utf8' },
    );
    if (status !== 0) throw new Error(stderr.slice(0, 500));
  };
  try {
    rungs('simulate', '--teams', '4', '--rounds', '2', '--seed', '7', '--plans', '--out', file);
    rungs('org', 'export', 'simulated', '--out', out);
    const archive = readFileSync(out);
    expect(await bring(archive)).toMatchObject({ ok: true });
    const [org] = await allOrgs(there.db);
    const upTo = linesOf(archive, 'audit_line.jsonl').length;
    expect(rowsOf(await archiveOf(there.db, org?.slug ?? ''), upTo)).toEqual(rowsOf(archive, upTo));
    expect(await verifyAudit(there.db, org?.id ?? '')).toMatchObject({ fault: null });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

const INSTALLATION = {
  NODE_OPTIONS: '',
  NEXTAUTH_URL: 'https://rungs.example',
  NEXTAUTH_SECRET: 'of the tests, forty characters or longer',
};

test('how much an archive takes is known before it is read: all its rows, and never more characters than it has', async () => {
  const world = await aWorld(here.db);
  const evidence = [{ title: 'The log, of a “rollback”: a, b, c', rung: 2 as const, by: 'Ada' }];
  const note = 'Two lines,\nwith "quotes", commas, and ラング. '.repeat(200);
  await commit(here.db, (tx) => [insertAnswer(tx, anAnswer(world, { note, evidence }))]);
  const archive = await archiveOf(here.db, world.org.slug);
  const { rows, characters } = await movedSize(here.db, world.org.id);
  const lines = MOVED_NAMES.flatMap((name) => linesOf(archive, fileOf(name)));
  const written = lines.reduce((sum, line) => sum + JSON.stringify(line).length, 0);
  expect(rows).toBe(lines.length);
  expect(characters).toBeLessThanOrEqual(written);
  expect(characters).toBeGreaterThan(note.length);
});
