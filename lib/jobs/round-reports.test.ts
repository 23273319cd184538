import JSZip from 'jszip';
import { parse } from 'csv-parse/sync';
import { commit, exactlyOne } from '@/db/commit';
import { minutesLater } from '@/db/fixtures';
import { beatJob, partsOfJob } from '@/db/jobs';
import { freshDb } from '@/db/testing';
import { readPdf } from '../pdf/read-pdf';
import { restPool } from '../pdf/typesetter';
import { reportPdf } from '../reports/report-pdf';
import { contextNow } from '../rounds/testing';
import { archiveOf } from './archive';
import { claimNext } from './claim-job';
import { runJob } from './run-job';
import { startRoundReports } from './start-round-reports';
import { aQueuedJob, finishedRound, jobNow, runnerOf } from './testing';

const fresh = freshDb();

afterAll(() => restPool('background'));

const HOSTILE = 'Payments / "R&D": Zürich 🏦 ../..';

async function bytesOf(chunks: AsyncGenerator<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
}

test('each finished team has its report in the archive, and the index names those without', async () => {
  const { world, round } = await finishedRound(fresh.db, ['Cards', 'cards', HOSTILE]);
  const job = await aQueuedJob(fresh.db, world, round);
  expect(job).toMatchObject({ status: 'queued', total: 3, done: 0 });
  const one = runnerOf(fresh.db, 'one');
  const claimed = await claimNext(one);
  if (claimed === null) throw new Error('nothing to claim');
  await runJob(one, claimed);
  expect(await jobNow(fresh.db, world, job.id)).toMatchObject({ status: 'done', done: 3, slot: null });

  const ctx = { ...(await contextNow(fresh.db, world, { minutes: 12 })), org: { name: 'Harbour' } };
  const found = await archiveOf(ctx, { round, job: job.id });
  if (!found.ok) throw new Error(found.message);
  expect(found.value.nameParts).toEqual(['Harbour', 'Q4 2026', 'reports', '2026-10-01']);
  const zip = await JSZip.loadAsync(await bytesOf(found.value.chunks), { checkCRC32: true });
  const names = Object.keys(zip.files);
  expect(names).toEqual([
    'index.csv',
    'cards - 2026-10-01.pdf',
    'Cards (2) - 2026-10-01.pdf',
    'Payments - -R&D- Zürich 🏦 ..-.. - 2026-10-01.pdf',
  ]);
  const text = (await zip.file('index.csv')?.async('string')) ?? '';
  expect(parse(text, { bom: true })).toEqual([
    ['Team', 'Unit', 'Assessment', 'Answers of', 'AWS level', 'Google level', 'File', 'Remark'],
    ['cards', '', 'Autumn', '2026-10-01', expect.any(String), expect.any(String), names[1], ''],
    ['Cards', '', 'Autumn', '2026-10-01', expect.any(String), expect.any(String), names[2], ''],
    ['Fraud', '', '', '', '', '', '', 'no finished assessment in this round'],
    [HOSTILE, '', 'Autumn', '2026-10-01', expect.any(String), expect.any(String), names[3], ''],
  ]);
  const pdf = await zip.file(names[3] ?? '')?.async('uint8array');
  const read = await readPdf(pdf ?? new Uint8Array());
  expect(read.text).toContain('Zürich');
  expect(read.tagged).toBe(true);
});

test('a report in the archive is byte for byte the one that the team takes itself', async () => {
  const { world, round, assessments } = await finishedRound(fresh.db, ['Cards']);
  const ctx = await contextNow(fresh.db, world, { minutes: 10 });
  await startRoundReports(ctx, { id: round, paper: 'us-letter', edition: 'full', only: 'google' });
  const one = runnerOf(fresh.db, 'one');
  const claimed = await claimNext(one);
  if (claimed === null) throw new Error('nothing to claim');
  await runJob(one, claimed);
  const found = await archiveOf(ctx, { round, job: claimed.id });
  if (!found.ok) throw new Error(found.message);
  const zip = await JSZip.loadAsync(await bytesOf(found.value.chunks));
  const inArchive = await zip.file('Cards - 2026-10-01.pdf')?.async('uint8array');
  const own = await reportPdf(ctx, { id: assessments[0]?.id ?? '', only: 'google', paper: 'us-letter' });
  if (!own.ok) throw new Error(own.message);
  expect(Buffer.from(inArchive ?? []).equals(own.value.pdf)).toBe(true);
  const index = (await zip.file('index.csv')?.async('string')) ?? '';
  expect(index).not.toMatch(/AWS|Microsoft/);
});

test('of two instances that look at once one takes the job', async () => {
  const { world, round } = await finishedRound(fresh.db, ['Cards']);
  await aQueuedJob(fresh.db, world, round);
  const both = await Promise.all(['one', 'two'].map((me) => claimNext(runnerOf(fresh.db, me))));
  expect(both.filter((job) => job !== null)).toHaveLength(1);
  expect(await claimNext(runnerOf(fresh.db, 'three'))).toBeNull();
});

test('a job whose runner died is taken up after a minute, and what was made is not made again', async () => {
  const { world, round } = await finishedRound(fresh.db, ['Cards', 'Loans', 'Deposits']);
  const { id } = await aQueuedJob(fresh.db, world, round);
  const one = runnerOf(fresh.db, 'one');
  const claimed = await claimNext(one);
  if (claimed === null) throw new Error('nothing to claim');
  let asked = 0;
  await runJob(one, claimed, () => (asked += 1) > 1);
  const half = await partsOfJob(fresh.db, world.org.id, id, ['done']);
  expect([1, 2]).toContain(half.length);
  // As it would stand if the process had gone without putting it back.
  const held = { orgId: world.org.id, id, claimedBy: 'one' };
  await commit(fresh.db, (tx) => [exactlyOne(beatJob(tx, held, minutesLater(11)), () => new Error('lost'))]);
  expect(await claimNext(runnerOf(fresh.db, 'two', 11.9))).toBeNull();
  const two = runnerOf(fresh.db, 'two', 13);
  const again = await claimNext(two);
  expect(again).toMatchObject({ id, losses: 1 });
  if (again === null) throw new Error('nothing to claim');
  await runJob(two, again);
  expect(await jobNow(fresh.db, world, id)).toMatchObject({ status: 'done', done: 3, claimedBy: 'two' });
});

test('a job that was put back is taken up at once and counts as no loss', async () => {
  const { world, round } = await finishedRound(fresh.db, ['Cards']);
  const { id } = await aQueuedJob(fresh.db, world, round);
  const one = runnerOf(fresh.db, 'one');
  const claimed = await claimNext(one);
  if (claimed === null) throw new Error('nothing to claim');
  await runJob(one, claimed, () => true);
  expect(await claimNext(runnerOf(fresh.db, 'two'))).toMatchObject({ id, losses: 0, done: 0 });
});
