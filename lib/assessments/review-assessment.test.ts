import { insertAnswer } from '@/db/answers';
import { assessmentById } from '@/db/assessments';
import { commit } from '@/db/commit';
import { aWorld, anAnswer, minutesLater, type World } from '@/db/fixtures';
import { freshDb } from '@/db/testing';
import type { MemberRole } from '../domain/vocabulary';
import { contextOf } from '../testing';
import { deleteAssessment } from './delete-assessment';
import { finishAssessment } from './finish-assessment';
import { handInAssessment, sendBackAssessment } from './review-assessment';
import { reviewOf } from './review-of';
import { saveAnswer } from './save-answer';
import { answerInput } from './testing';

const fresh = freshDb();

const as = (world: World, role: MemberRole = 'contributor') => contextOf(fresh.db, world, { role });
const idOf = ({ org, assessment }: World) => ({ org: org.slug, id: assessment.id });
const rowOf = async ({ org, assessment }: World) => {
  const row = await assessmentById(fresh.db, org.id, assessment.id);
  if (row === undefined) throw new Error('it is gone');
  return row;
};
const handIn = (world: World) => handInAssessment(as(world), idOf(world));
const sendBack = (world: World, reason: string, role: MemberRole = 'owner') =>
  sendBackAssessment(as(world, role), { ...idOf(world), reason });

async function answered(): Promise<World> {
  const world = await aWorld(fresh.db);
  await commit(fresh.db, (tx) => [insertAnswer(tx, anAnswer(world))]);
  return world;
}

/** The same world seen by somebody who did not hand it in. */
const anotherPerson = async (world: World): Promise<World> => ({
  ...world,
  user: (await aWorld(fresh.db)).user,
});

test('what is handed in is in review, with who did it, and no answer changes until it is sent back', async () => {
  const world = await answered();
  expect(await handIn(world)).toEqual({ ok: true, value: null });
  expect(await reviewOf(as(world), await rowOf(world))).toEqual({
    status: 'review',
    last: { by: 'Ada', at: minutesLater(5).toISOString(), sentBack: null },
    own: true,
  });
  const change = () => saveAnswer(as(world), answerInput(world, { seen: 1, choice: { rung: 4 } }));
  expect(await change()).toMatchObject({ code: 'finished', message: expect.stringContaining('in review') });
  await sendBack(await anotherPerson(world), 'Rollback is not drilled.');
  expect(await reviewOf(as(world), await rowOf(world))).toMatchObject({
    status: 'draft',
    last: { sentBack: 'Rollback is not drilled.' },
  });
  expect(await change()).toMatchObject({ ok: true });
});

test('an owner finishes what is in review; a contributor does not', async () => {
  const world = await answered();
  await handIn(world);
  expect(await finishAssessment(as(world), idOf(world))).toMatchObject({ ok: false, code: 'forbidden' });
  expect(await finishAssessment(as(world, 'owner'), idOf(world))).toEqual({ ok: true, value: null });
  expect((await rowOf(world)).status).toBe('finished');
});

test('it is sent back with a reason, and by an owner', async () => {
  const world = await answered();
  await handIn(world);
  const other = await anotherPerson(world);
  expect(await sendBack(other, '')).toMatchObject({ code: 'invalid', fields: { reason: expect.anything() } });
  expect(await sendBack(other, 'No.', 'contributor')).toMatchObject({ code: 'forbidden' });
  expect((await rowOf(world)).status).toBe('review');
});

test('who handed it in takes it back without a reason, and nothing is said of it', async () => {
  const world = await answered();
  await handIn(world);
  expect(await sendBack(world, '', 'contributor')).toEqual({ ok: true, value: null });
  expect(await reviewOf(as(world), await rowOf(world))).toEqual({ status: 'draft', last: null, own: false });
});

test('what has no answer is not handed in', async () => {
  const world = await aWorld(fresh.db);
  expect(await handIn(world)).toMatchObject({ ok: false, code: 'invalid' });
});

test.each(['review', 'finished'] as const)('what is %s already is not handed in again', async (status) => {
  const world = await answered();
  await handIn(world);
  if (status === 'finished') await finishAssessment(as(world, 'owner'), idOf(world));
  expect(await handIn(world)).toMatchObject({
    code: 'finished',
    message: expect.stringContaining(status),
  });
});

test('of finishing and sending back at the same moment, one happens', async () => {
  const world = await answered();
  await handIn(world);
  const other = await anotherPerson(world);
  const results = await Promise.all([
    finishAssessment(as(other, 'owner'), idOf(world)),
    sendBack(other, 'Once more, please.'),
  ]);
  const { status } = await rowOf(world);
  const [finished, sent] = results.map(({ ok }) => ok);
  expect(finished === true || sent === true).toBe(true);
  // Finishing reads again after it missed, and a draft can be finished: sent back first, it may still end finished.
  expect(status).toBe(finished === true ? 'finished' : 'draft');
});

test('what is gone or another organisation’s is neither handed in nor sent back', async () => {
  const [world, mine] = [await answered(), await aWorld(fresh.db)];
  await handIn(world);
  const foreign = { ...world, org: mine.org };
  expect(await handIn(foreign)).toMatchObject({ code: 'not-found' });
  expect(await sendBack(foreign, 'No.')).toMatchObject({ code: 'not-found' });
  await deleteAssessment(as(world, 'owner'), idOf(world));
  expect(await sendBack(world, 'No.')).toMatchObject({ code: 'not-found' });
});
