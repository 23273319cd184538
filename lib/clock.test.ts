import { sentBack, serveFrom, within } from './auth/testing';
import { commit } from '@/db/commit';
import { anAssessment, anAnswer, aUser, aWorld, minutesLater, type World } from '@/db/fixtures';
import { answerOf, insertAnswers } from '@/db/answers';
import { auditOf } from '@/db/audit';
import { insertAssessment, binOfTeam } from '@/db/assessments';
import { partsOfJob } from '@/db/jobs';
import { orgBySlug } from '@/db/orgs';
import { finishedScoresOfTeam, newestFinishedOf, newestFinishedScores } from '@/db/scores';
import { sessionsOfUser } from '@/db/sessions';
import { freshDb } from '@/db/testing';
import { insertUser } from '@/db/users';
import { answerHistory } from './assessments/answer-history';
import { reopenAssessment } from './assessments/copy-assessment';
import { deleteAssessment, emptyOldBins } from './assessments/delete-assessment';
import { finishAssessment } from './assessments/finish-assessment';
import { saveAnswer } from './assessments/save-answer';
import { answerInput, finishedWorld } from './assessments/testing';
import { pruneAudit } from './audit/prune-audit';
import { aLine } from './audit/testing';
import { verifyAudit } from './audit/verify-audit';
import { insertAudit } from '@/db/audit-insert';
import { openSession, signedIn } from './auth/session';
import { newContext } from './context';
import { claimNext } from './jobs/claim-job';
import { runJob } from './jobs/run-job';
import { aQueuedJob, finishedRound, jobNow, runnerOf } from './jobs/testing';
import { invite, inviteInput } from './members/invite';
import { usableInvitation } from './members/open-invitation';
import { deleteDueOrgs, deleteOrg, GRACE_DAYS } from './orgs/delete-org';
import { restPool } from './pdf/typesetter';
import { allowed, sweepAttempts } from './rate-limit';
import { contextOf } from './testing';
import { makeLink, readLink, sweepLinks } from './users/secret-links';

/** The clock of a server that is set back by an hour or a day, or put ahead by an hour. */

const HOUR = 60;
const DAY = 24 * HOUR;

const JUMPS = [
  ['back an hour', -HOUR],
  ['back a day', -DAY],
  ['ahead an hour', HOUR],
] as const;

const fresh = freshDb();
beforeEach(() => serveFrom(fresh.db));
afterEach(() => void import.meta.jest.useRealTimers());
afterAll(() => restPool('background'));

const OTHER_TIMERS = [
  ...(['hrtime', 'nextTick', 'performance', 'queueMicrotask'] as const),
  ...(['setImmediate', 'clearImmediate', 'setInterval', 'clearInterval'] as const),
  ...(['setTimeout', 'clearTimeout'] as const),
];

/** Sets the clock of this process, and of nothing else of it. */
const setClock = (minutes: number) =>
  import.meta.jest.useFakeTimers({ now: minutesLater(minutes), doNotFake: OTHER_TIMERS });

const at = (minutes: number) => ({ db: fresh.db, now: minutesLater(minutes) });

describe.each(JUMPS)('with the clock %s', (_what, jump) => {
  test('who is signed in stays signed in, also when it is put right again, and who signs in then as well', async () => {
    setClock(0);
    const user = aUser();
    await commit(fresh.db, (tx) => [insertUser(tx, user)]);
    const opened = async () =>
      sentBack((await within('', () => openSession(newContext(), user.id))).cookies.at(-1));
    const stays = async (cookie: string) =>
      expect((await within(cookie, signedIn)).value).toMatchObject({ userId: user.id });
    const before = await opened();
    await stays(before);
    setClock(jump);
    const during = await opened();
    for (const cookie of [before, during]) await stays(cookie);
    setClock(1);
    for (const cookie of [before, during]) await stays(cookie);
  });

  test('when a session was last seen is right to the hour after its next request', async () => {
    setClock(0);
    const user = aUser();
    await commit(fresh.db, (tx) => [insertUser(tx, user)]);
    const opened = await within('', () => openSession(newContext(), user.id));
    const now = 2 * jump;
    setClock(now);
    await within(sentBack(opened.cookies.at(-1)), signedIn);
    const [seen] = await sessionsOfUser(fresh.db, user.id, minutesLater(now));
    expect(seen?.lastSeenAt).toEqual(minutesLater(now));
  });

  test('nobody waits for longer than the window of a limit, and after that wait it lets them through', async () => {
    const exhausted = async (minutes: number) => {
      for (;;) {
        const result = await allowed(at(minutes), 'sign-in', 'ana');
        if (!result.ok) return result.retryAfter ?? NaN;
      }
    };
    for (const minutes of [0, jump, jump + 1, 1]) {
      const seconds = await exhausted(minutes);
      expect(seconds).toBeGreaterThan(0);
      expect(seconds).toBeLessThanOrEqual(15 * 60);
      const after = new Date(minutesLater(minutes).getTime() + seconds * 1_000);
      expect(await allowed({ db: fresh.db, now: after }, 'sign-in', 'ana')).toMatchObject({ ok: true });
      await sweepAttempts(at(minutes));
    }
    const later = minutesLater(Math.max(0, jump) + 16);
    expect(await allowed({ db: fresh.db, now: later }, 'sign-in', 'ana')).toMatchObject({ ok: true });
  });

  test('a job that somebody left is taken up within two minutes, and done once', async () => {
    const { world, round } = await finishedRound(fresh.db, ['Cards']);
    const { id } = await aQueuedJob(fresh.db, world, round);
    const left = runnerOf(fresh.db, 'left', 11);
    const old = await claimNext(left);
    if (old === null) throw new Error('nothing to claim');
    const next = runnerOf(fresh.db, 'next', 11 + jump + 2);
    const taken = await claimNext(next);
    if (taken === null) throw new Error('nobody may take it up');
    expect(await claimNext(runnerOf(fresh.db, 'third', 11 + jump + 2))).toBeNull();
    // The one before was only slow: what it makes is not written, and it does not end the job.
    await runJob(left, old);
    expect(await jobNow(fresh.db, world, id)).toMatchObject({
      status: 'running',
      claimedBy: 'next',
      done: 0,
    });
    await runJob(next, taken);
    expect(await jobNow(fresh.db, world, id)).toMatchObject({ status: 'done', done: 1, losses: 1 });
    expect(await partsOfJob(fresh.db, world.org.id, id, ['done'])).toHaveLength(1);
  }, 60_000);

  test('the audit log holds in the order of what was done, and is cut off at a day without a gap', async () => {
    const world = await aWorld(fresh.db);
    const minutes = [-2 * DAY, 0, jump, 1];
    for (const minute of minutes) await commit(fresh.db, () => [insertAudit(aLine(world, minute))]);
    const lines = await auditOf(fresh.db, world.org.id, { limit: 10 });
    expect(lines.map(({ resourceId }) => resourceId).toReversed()).toEqual(
      minutes.map((minute) => `team ${minute}`),
    );
    expect(await verifyAudit(fresh.db, world.org.id)).toMatchObject({ lines: 4, fault: null });
    // What stands after a line of that day stays, by whatever clock it was written.
    const pruned = await pruneAudit(contextOf(fresh.db, world), { orgId: world.org.id, until: '2026-10-01' });
    expect(pruned).toMatchObject({ ok: true, value: { removed: 1 } });
    expect(await verifyAudit(fresh.db, world.org.id)).toMatchObject({ lines: 4, fault: null });
  });

  test('the newest link is the one that works, and it works for as long as it says but for the jump', async () => {
    const user = aUser();
    await commit(fresh.db, (tx) => [insertUser(tx, user)]);
    const link = async (minutes: number) =>
      new URL(await makeLink({ ...newContext(), ...at(minutes) }, { kind: 'verify-email', user })).pathname
        .split('/')
        .at(-1) ?? '';
    const opens = async (token: string, minutes: number) =>
      (await readLink(at(minutes), 'verify-email', token)) !== null;
    const first = await link(0);
    const second = await link(jump);
    expect([await opens(first, jump), await opens(second, jump), await opens(second, 1)]).toEqual([
      false,
      true,
      true,
    ]);
    await sweepLinks(at(jump));
    const days = 3 * DAY;
    expect(await opens(second, days - DAY - 1)).toBe(true);
    expect(await opens(second, days + HOUR + 1)).toBe(false);
  });

  test('an invitation is good before and after', async () => {
    const world = await aWorld(fresh.db);
    const input = inviteInput.parse({ org: 'any', email: 'ben@example.org', role: 'viewer' });
    const sent = async (minutes: number) => {
      const result = await invite({ ...contextOf(fresh.db, world, { minutes }), org: world.org }, input);
      return result.ok ? ((result.value.link ?? '').split('/').at(-1) ?? '') : '';
    };
    const first = await sent(0);
    const good = async (token: string, minutes: number) =>
      (await usableInvitation(at(minutes), token)) !== null;
    expect([await good(first, jump), await good(first, 1)]).toEqual([true, true]);
    const second = await sent(jump);
    expect([await good(first, 1), await good(second, jump), await good(second, 1)]).toEqual([
      false,
      true,
      true,
    ]);
  });

  test('the later answer stands, and who has not seen it is told, whatever the times say', async () => {
    const world = await aWorld(fresh.db);
    const save = (minutes: number, seen: number, rung: 1 | 2 | 3) =>
      saveAnswer(contextOf(fresh.db, world, { minutes }), answerInput(world, { seen, choice: { rung } }));
    expect(await save(0, 0, 1)).toMatchObject({ ok: true, value: { version: 1 } });
    expect(await save(jump, 1, 2)).toMatchObject({ ok: true, value: { version: 2 } });
    expect(await save(1, 1, 3)).toMatchObject({ ok: false, code: 'conflict' });
    expect(await answerOf(fresh.db, world.org.id, world.assessment.id, 'rollback')).toMatchObject({
      value: { rung: 2 },
      version: 2,
    });
    expect(await save(1, 2, 3)).toMatchObject({ ok: true, value: { version: 3 } });
    const history = await answerHistory(contextOf(fresh.db, world), {
      id: world.assessment.id,
      capability: 'rollback',
    });
    expect([history?.now, ...(history?.versions ?? [])].map((each) => each?.version)).toEqual([3, 2, 1]);
  });

  test('a new version takes the place of the one before it', async () => {
    const world = await finishedWorld(fresh.db);
    const ctx = contextOf(fresh.db, world, { minutes: 5 + jump });
    const version = await reopenAssessment(ctx, { id: world.assessment.id });
    if (!version.ok) throw new Error(version.message);
    const { id } = version.value;
    expect(await finishAssessment(ctx, { org: world.org.slug, id })).toMatchObject({ ok: true });
    expect(await newestFinishedOf(fresh.db, world.org.id, [world.team.id])).toMatchObject([{ id }]);
    expect(await finishedScoresOfTeam(fresh.db, world.org.id, world.team.id)).toMatchObject([
      { assessment: { id } },
    ]);
  });

  test('of two assessments of one day every list takes the same for the newest', async () => {
    const world = await finishedWorld(fresh.db);
    const ids = [world.assessment.id, await finishedToo(world, 5 + jump)];
    const newest = jump < 0 ? ids[0] : ids[1];
    const { id: org } = world.org;
    expect(await newestFinishedOf(fresh.db, org, [world.team.id])).toMatchObject([{ id: newest }]);
    const ranked = await newestFinishedScores(fresh.db, org);
    expect(ranked.find(({ place }) => place === 1)?.assessment.id).toBe(newest);
    expect((await finishedScoresOfTeam(fresh.db, org, world.team.id)).at(-1)?.assessment.id).toBe(newest);
  });

  test('nothing is deleted for good earlier than promised by more than the jump', async () => {
    const world = await finishedWorld(fresh.db);
    const stored = async () => orgBySlug(fresh.db, world.org.slug);
    const asked = await stored();
    if (asked === undefined) throw new Error('the organisation is gone');
    // Asked for by the clock that is wrong, and swept by the right one; the other way round it is the same.
    const ctx = { ...contextOf(fresh.db, world, { minutes: jump }), org: asked };
    await deleteAssessment(ctx, { id: world.assessment.id });
    await deleteOrg(ctx, { name: asked.name });
    const early = Math.min(0, jump);
    const bins = 30 * DAY;
    const binned = async (minutes: number) => {
      await emptyOldBins(at(minutes));
      return (await binOfTeam(fresh.db, world.org.id, world.team.id)).length;
    };
    const kept = async (minutes: number) => {
      await deleteDueOrgs(at(minutes));
      return (await stored()) !== undefined;
    };
    expect(await kept(GRACE_DAYS * DAY + early - 1)).toBe(true);
    expect(await binned(bins + early - 1)).toBe(1);
    expect(await binned(bins + Math.max(0, jump) + 1)).toBe(0);
    expect(await kept(GRACE_DAYS * DAY + Math.max(0, jump) + 1)).toBe(false);
  });
});

/** Another assessment of the same day, finished at this time. */
async function finishedToo(world: World, minutes: number): Promise<string> {
  const other = { ...world, assessment: anAssessment(world.team, world.user) };
  await commit(fresh.db, (tx) => [
    insertAssessment(tx, other.assessment),
    ...insertAnswers(tx, [anAnswer(other)]),
  ]);
  const { id } = other.assessment;
  const result = await finishAssessment(contextOf(fresh.db, world, { minutes }), { org: world.org.slug, id });
  if (!result.ok) throw new Error(result.message);
  return id;
}
