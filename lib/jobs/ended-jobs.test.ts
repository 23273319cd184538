import { auditOf } from '@/db/audit';
import { commit, exactlyOne } from '@/db/commit';
import { aTeam, anAssessment, aWorld, minutesLater, type World } from '@/db/fixtures';
import { insertAssessment, setDeleted } from '@/db/assessments';
import { insertFrozen } from '@/db/frozen';
import { claimJob, jobById, partsOfJob } from '@/db/jobs';
import { deleteMembership } from '@/db/orgs';
import { insertTeam } from '@/db/teams';
import { freshDb } from '@/db/testing';
import { LIMITS } from '../domain/limits';
import { MOST_LOSSES } from '../domain/round-batch';
import { realContent } from '../domain/testing';
import { restPool } from '../pdf/typesetter';
import { anOpenRound, contextNow } from '../rounds/testing';
import { archiveOf } from './archive';
import { cancelJob } from './cancel-job';
import { claimNext } from './claim-job';
import { roundReports } from './job-view';
import { runJob } from './run-job';
import { startRoundReports } from './start-round-reports';
import { sweepJobs } from './sweep-jobs';
import { aQueuedJob, finishedRound, jobNow, runnerOf } from './testing';

const fresh = freshDb();

afterAll(() => restPool('background'));

const SHORT = { paper: 'a4', edition: 'short', only: null } as const;

/** Does the next job in this process. */
async function work(minutes = 11): Promise<void> {
  const runner = runnerOf(fresh.db, 'one', minutes);
  const job = await claimNext(runner);
  if (job === null) throw new Error('nothing to claim');
  await runJob(runner, job);
}

/** Lets the team Fraud have finished an assessment of which nothing can be read. */
async function unreadable(world: World): Promise<void> {
  const finished = { finishedAt: minutesLater(5), finishedBy: world.user.id, status: 'finished' as const };
  const row = anAssessment(world.team, world.user, finished);
  const { hash: edition } = realContent().edition;
  await commit(fresh.db, (tx) => [
    insertAssessment(tx, row),
    insertFrozen(tx, { assessmentId: row.id, orgId: row.orgId, edition, hash: 'h', body: 'torn' }),
  ]);
}

test('cancelling in the middle leaves no part, and what is at hand is not written', async () => {
  const { world, round } = await finishedRound(fresh.db, ['Cards', 'Loans', 'Deposits']);
  const { id } = await aQueuedJob(fresh.db, world, round);
  const ctx = await contextNow(fresh.db, world, { minutes: 12 });
  const runner = runnerOf(fresh.db, 'one');
  const job = await claimNext(runner);
  if (job === null) throw new Error('nothing to claim');
  const running = runJob(runner, job);
  while ((await jobNow(fresh.db, world, id)).done === 0)
    await new Promise((resolve) => setTimeout(resolve, 5));
  expect(await cancelJob(ctx, { id: round, job: id })).toMatchObject({ ok: true });
  await running;
  expect(await partsOfJob(fresh.db, world.org.id, id)).toEqual([]);
  expect(await jobNow(fresh.db, world, id)).toMatchObject({ status: 'cancelled', slot: null });
  expect(await archiveOf({ ...ctx, org: world.org }, { round, job: id })).toMatchObject({
    code: 'not-found',
  });
  expect(await roundReports(ctx, round)).toMatchObject({ jobs: [], active: false });
  expect(await cancelJob(ctx, { id: round, job: id })).toMatchObject({ code: 'finished' });
  expect(await claimNext(runnerOf(fresh.db, 'two', 99))).toBeNull();
  const actions = (await auditOf(fresh.db, world.org.id, { limit: 9 })).map(({ action }) => action);
  expect(actions).toEqual(expect.arrayContaining(['round.reports', 'round.reports-cancel']));
});

test('a team whose report cannot be made is named with the reason, and the others are delivered', async () => {
  const { world, round, assessments } = await finishedRound(fresh.db, ['Cards', 'Loans']);
  await unreadable(world);
  const { id } = await aQueuedJob(fresh.db, world, round);
  const [gone] = assessments;
  if (gone === undefined) throw new Error('no assessment');
  const finished = { orgId: gone.orgId, id: gone.id, version: 2 };
  await commit(fresh.db, (tx) => [
    exactlyOne(
      setDeleted(tx, finished, { deletedAt: minutesLater(10), deletedBy: world.user.id }),
      () => new Error('stale'),
    ),
  ]);
  await work();
  const view = await roundReports(await contextNow(fresh.db, world, { minutes: 12 }), round);
  expect(view?.jobs).toMatchObject([
    {
      ...{ id, status: 'done', total: 3, done: 3, by: 'Ada' },
      failures: [
        { team: 'Cards', why: 'its assessment was deleted meanwhile' },
        { team: 'Fraud', why: expect.stringMatching(/^its report could not be set; .* under [0-9a-f]{8}$/) },
      ],
    },
  ]);
});

test('a second start while one runs gives the one that runs, also in the same moment', async () => {
  const { world, round } = await finishedRound(fresh.db, ['Cards']);
  const ctx = await contextNow(fresh.db, world, { minutes: 10 });
  const both = await Promise.all([1, 2].map(() => startRoundReports(ctx, { id: round, ...SHORT })));
  const [first, second] = both.map((each) => (each.ok ? each.value.job : each.message));
  expect(first).toBe(second);
  expect(await startRoundReports(ctx, { id: round, ...SHORT, paper: 'us-letter' })).toMatchObject({
    value: { job: first },
  });
  expect((await roundReports(ctx, round))?.jobs).toHaveLength(1);
});

test('once it is done it can be asked for again, up to the archives that are kept', async () => {
  const { world, round } = await finishedRound(fresh.db, ['Cards']);
  const ctx = await contextNow(fresh.db, world, { minutes: 10 });
  for (let kept = 0; kept < LIMITS.archives; kept += 1) {
    expect(await startRoundReports(ctx, { id: round, ...SHORT })).toMatchObject({ ok: true });
    await work();
  }
  expect(await startRoundReports(ctx, { id: round, ...SHORT })).toMatchObject({
    message: '3 archives are kept or being made already, of Q4 2026. Delete one first.',
  });
  const [newest] = (await roundReports(ctx, round))?.jobs ?? [];
  await cancelJob(ctx, { id: round, job: newest?.id ?? '' });
  expect(await startRoundReports(ctx, { id: round, ...SHORT })).toMatchObject({ ok: true });
});

test('where no team has finished, or none by that questionnaire, there is nothing to make', async () => {
  const { world, round } = await finishedRound(fresh.db, ['Cards']);
  const ctx = await contextNow(fresh.db, world, { minutes: 10 });
  const nothing = { code: 'invalid', message: expect.stringContaining('nothing to print yet') };
  expect(await startRoundReports(ctx, { id: round, ...SHORT, only: 'microsoft' })).toMatchObject(nothing);
  const other = await aWorld(fresh.db);
  const empty = await anOpenRound(fresh.db, other, [other.team.slug]);
  expect(await startRoundReports(await contextNow(fresh.db, other), { id: empty, ...SHORT })).toMatchObject(
    nothing,
  );
});

test('another organisation’s round and archive are not found', async () => {
  const { world, round } = await finishedRound(fresh.db, ['Cards']);
  const { id } = await aQueuedJob(fresh.db, world, round);
  await work();
  const other = await aWorld(fresh.db);
  await commit(fresh.db, (tx) => [insertTeam(tx, aTeam(other.org))]);
  const own = await anOpenRound(fresh.db, other, ['*']);
  const ctx = await contextNow(fresh.db, other, { minutes: 12 });
  expect(await startRoundReports(ctx, { id: round, ...SHORT })).toMatchObject({ code: 'not-found' });
  expect(await roundReports(ctx, round)).toBeNull();
  expect((await roundReports(ctx, own))?.jobs).toEqual([]);
  for (const at of [round, own]) {
    expect(await archiveOf(ctx, { round: at, job: id })).toMatchObject({ code: 'not-found' });
    expect(await cancelJob(ctx, { id: at, job: id })).toMatchObject({ code: 'not-found' });
  }
  expect(await jobNow(fresh.db, world, id)).toMatchObject({ status: 'done' });
});

test('an archive is gone after a day, with all its parts', async () => {
  const { world, round } = await finishedRound(fresh.db, ['Cards']);
  const { id } = await aQueuedJob(fresh.db, world, round);
  await work();
  await sweepJobs(runnerOf(fresh.db, 'one', 11 + 24 * 60 - 1));
  expect(await jobById(fresh.db, world.org.id, id)).toBeDefined();
  const later = await contextNow(fresh.db, world, { minutes: 11 + 24 * 60 + 1 });
  expect((await roundReports(later, round))?.jobs).toEqual([]);
  expect(await archiveOf(later, { round, job: id })).toMatchObject({ code: 'not-found' });
  await sweepJobs(runnerOf(fresh.db, 'one', 11 + 24 * 60));
  expect(await jobById(fresh.db, world.org.id, id)).toBeUndefined();
  expect(await partsOfJob(fresh.db, world.org.id, id)).toEqual([]);
});

test('who is no longer a member gets no reports made in their name', async () => {
  const { world, round } = await finishedRound(fresh.db, ['Cards']);
  const { id } = await aQueuedJob(fresh.db, world, round);
  await commit(fresh.db, (tx) => [deleteMembership(tx, { orgId: world.org.id, userId: world.user.id })]);
  await work();
  expect(await jobNow(fresh.db, world, id)).toMatchObject({
    status: 'failed',
    error: 'Who asked for it may not do so any more.',
  });
});

test('a job in which the server stopped again and again is given up, with the reason', async () => {
  const { world, round } = await finishedRound(fresh.db, ['Cards']);
  const job = await aQueuedJob(fresh.db, world, round);
  const lost = { claimedBy: 'gone', at: minutesLater(1), losses: MOST_LOSSES - 1 };
  await commit(fresh.db, (tx) => [exactlyOne(claimJob(tx, job, lost), () => new Error('stale'))]);
  await work();
  expect(await jobNow(fresh.db, world, job.id)).toMatchObject({
    status: 'failed',
    error: expect.stringContaining('stopped 5 times'),
  });
});
