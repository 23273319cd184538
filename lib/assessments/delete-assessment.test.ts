import { insertAnswer, answersOf } from '@/db/answers';
import { assessmentById } from '@/db/assessments';
import { auditOf } from '@/db/audit';
import { commit } from '@/db/commit';
import { anAnswer, aScore, aWorld, minutesLater, NOON, type World } from '@/db/fixtures';
import { newestFinishedScores, upsertScore } from '@/db/scores';
import { freshDb } from '@/db/testing';
import { orgOverview } from '../orgs/org-overview';
import { teamHome } from '../teams/team-home';
import { contextOf } from '../testing';
import { archiveAssessment } from './archive-assessment';
import { BIN_DAYS, deleteAssessment, emptyOldBins, restoreAssessment } from './delete-assessment';
import { saveAnswer } from './save-answer';
import { answerInput } from './testing';

const fresh = freshDb();

const idOf = ({ assessment }: World) => ({ id: assessment.id });
const home = (world: World) => teamHome(contextOf(fresh.db, world), world.team.slug);
const stored = ({ org, assessment }: World) => assessmentById(fresh.db, org.id, assessment.id);

async function answered(row: Parameters<typeof aWorld>[1] = {}): Promise<World> {
  const world = await aWorld(fresh.db, row);
  await commit(fresh.db, (tx) => [
    insertAnswer(tx, anAnswer(world)),
    ...(row?.status === 'finished' ? [upsertScore(tx, aScore(world.assessment))] : []),
  ]);
  return world;
}

const finished = () => answered({ status: 'finished', finishedAt: NOON });

test('what is deleted is seen by nobody, and comes out of the bin as it was', async () => {
  const world = await answered();
  const ctx = contextOf(fresh.db, world, { role: 'contributor' });
  const before = await stored(world);
  expect(await deleteAssessment(ctx, idOf(world))).toEqual({ ok: true, value: null });
  expect(await stored(world)).toBeUndefined();
  expect(await home(world)).toMatchObject({
    assessments: [],
    bin: [{ id: world.assessment.id, title: 'Autumn', goesOn: '2026-10-31' }],
  });
  expect((await orgOverview(ctx, ['aws'])).waiting).toMatchObject({ count: 1, answering: 0 });
  expect(await restoreAssessment(ctx, idOf(world))).toEqual({ ok: true, value: null });
  expect(await stored(world)).toEqual({ ...before, version: 3 });
  expect((await home(world))?.bin).toEqual([]);
  expect(await answersOf(fresh.db, world.org.id, world.assessment.id)).toHaveLength(1);
  expect((await auditOf(fresh.db, world.org.id, { limit: 9 })).map(({ action }) => action)).toEqual(
    expect.arrayContaining(['assessment.delete', 'assessment.restore']),
  );
});

test('an answer to what was deleted meanwhile is refused, and the deleted one keeps what it had', async () => {
  const world = await answered();
  await deleteAssessment(contextOf(fresh.db, world), idOf(world));
  const late = await saveAnswer(
    contextOf(fresh.db, world),
    answerInput(world, { seen: 1, choice: { rung: 4 } }),
  );
  expect(late).toMatchObject({ ok: false, code: 'not-found' });
  expect(await answersOf(fresh.db, world.org.id, world.assessment.id)).toMatchObject([
    { value: { rung: 2 } },
  ]);
});

test('a finished one is deleted and taken out by facilitators alone, and leaves the scorecard meanwhile', async () => {
  const world = await finished();
  const contributor = contextOf(fresh.db, world, { role: 'contributor' });
  const refused = {
    ok: false,
    code: 'forbidden',
    message: expect.stringContaining('by a facilitator, an admin or an owner'),
  };
  expect(await deleteAssessment(contributor, idOf(world))).toMatchObject(refused);
  const ctx = contextOf(fresh.db, world, { role: 'facilitator' });
  await deleteAssessment(ctx, idOf(world));
  expect(await newestFinishedScores(fresh.db, world.org.id)).toEqual([]);
  expect(await restoreAssessment(contributor, idOf(world))).toMatchObject(refused);
  await restoreAssessment(ctx, idOf(world));
  expect(await newestFinishedScores(fresh.db, world.org.id)).toHaveLength(1);
});

test('of two who delete it at the same moment, one does', async () => {
  const world = await answered();
  const ctx = contextOf(fresh.db, world);
  const results = await Promise.all([deleteAssessment(ctx, idOf(world)), deleteAssessment(ctx, idOf(world))]);
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  expect((await home(world))?.bin).toHaveLength(1);
});

test('what is not in the bin is not taken out of it', async () => {
  const world = await answered();
  expect(await restoreAssessment(contextOf(fresh.db, world), idOf(world))).toMatchObject({
    ok: false,
    code: 'not-found',
  });
  expect((await stored(world))?.version).toBe(1);
});

test.each([
  ['a day before', BIN_DAYS - 1, 1],
  ['a day after', BIN_DAYS + 1, 0],
])('a bin keeps what it has for 30 days: %s', async (_what, days, left) => {
  const world = await answered();
  await deleteAssessment(contextOf(fresh.db, world), idOf(world));
  await emptyOldBins({ db: fresh.db, now: minutesLater(5 + days * 1_440) });
  expect((await home(world))?.bin).toHaveLength(left);
  expect(await answersOf(fresh.db, world.org.id, world.assessment.id)).toHaveLength(left);
});

test('emptying bins leaves alone what is in none', async () => {
  const world = await answered();
  await emptyOldBins({ db: fresh.db, now: minutesLater(999_999) });
  expect(await stored(world)).toEqual(world.assessment);
});

test('an archived one is read and counts no more, until it is taken back', async () => {
  const world = await finished();
  const ctx = contextOf(fresh.db, world);
  expect(await archiveAssessment(ctx, { ...idOf(world), archived: 'yes' })).toMatchObject({ ok: true });
  expect(await newestFinishedScores(fresh.db, world.org.id)).toEqual([]);
  expect((await home(world))?.assessments).toMatchObject([{ archived: true, status: 'finished' }]);
  await archiveAssessment(ctx, { ...idOf(world), archived: 'no' });
  expect(await newestFinishedScores(fresh.db, world.org.id)).toHaveLength(1);
});

test('a draft is not archived', async () => {
  const world = await answered();
  const result = await archiveAssessment(contextOf(fresh.db, world), { ...idOf(world), archived: 'yes' });
  expect(result).toMatchObject({ ok: false, code: 'invalid' });
});

test('another organisation’s assessment is not found, deleted, taken out or archived', async () => {
  const [mine, theirs] = [await aWorld(fresh.db), await finished()];
  const ctx = contextOf(fresh.db, mine);
  for (const result of [
    await deleteAssessment(ctx, idOf(theirs)),
    await archiveAssessment(ctx, { ...idOf(theirs), archived: 'yes' }),
    await restoreAssessment(ctx, idOf(theirs)),
  ])
    expect(result).toMatchObject({ ok: false, code: 'not-found' });
  await deleteAssessment(contextOf(fresh.db, theirs), idOf(theirs));
  expect(await restoreAssessment(ctx, idOf(theirs))).toMatchObject({ ok: false, code: 'not-found' });
  expect((await home(theirs))?.bin).toHaveLength(1);
});
