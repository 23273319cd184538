import { answerOf, answersOf, insertAnswer, statedOf, updateAnswer, upsertStated } from './answers';
import { commit, exactlyOne } from './commit';
import { isUniqueViolation } from './errors';
import { aStatement, aWorld, anAnswer, minutesLater } from './fixtures';
import { freshDb } from './testing';

const fresh = freshDb();

class Stale extends Error {}
const stale = () => new Stale();

test('an answer is replaced and its version counted up', async () => {
  const world = await aWorld(fresh.db);
  const first = anAnswer(world);
  const second = anAnswer(world, { value: null, note: 'taken back', updatedAt: minutesLater(1) });
  await commit(fresh.db, (tx) => [insertAnswer(tx, first)]);
  await commit(fresh.db, (tx) => [exactlyOne(updateAnswer(tx, second, 1), stale)]);
  expect(await answersOf(fresh.db, world.org.id, world.assessment.id)).toEqual([{ ...second, version: 2 }]);
});

test('who answers on an old version is told, and the newer answer stays', async () => {
  const world = await aWorld(fresh.db);
  await commit(fresh.db, (tx) => [insertAnswer(tx, anAnswer(world))]);
  const save = (rung: 3 | 4) =>
    commit(fresh.db, (tx) => [exactlyOne(updateAnswer(tx, anAnswer(world, { value: { rung } }), 1), stale)]);
  await save(3);
  await expect(save(4)).rejects.toThrow(Stale);
  expect((await answerOf(fresh.db, world.org.id, world.assessment.id, 'rollback'))?.value).toEqual({
    rung: 3,
  });
});

test('of two first answers one is refused', async () => {
  const world = await aWorld(fresh.db);
  const save = () => commit(fresh.db, (tx) => [insertAnswer(tx, anAnswer(world))]);
  const outcomes = await Promise.allSettled([save(), save()]);
  const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
  expect(refused.map(isUniqueViolation)).toEqual([true]);
});

test('a criterion is stated first, then replaced, each only on the version that was seen', async () => {
  const world = await aWorld(fresh.db);
  const state = (holds: boolean | null, seen: number) =>
    commit(fresh.db, (tx) => [exactlyOne(upsertStated(tx, aStatement(world, { holds }), seen), stale)]);
  await expect(state(true, 3)).rejects.toThrow(Stale);
  await state(true, 0);
  await expect(state(false, 0)).rejects.toThrow(Stale);
  await state(null, 1);
  await expect(state(false, 1)).rejects.toThrow(Stale);
  const stored = await statedOf(fresh.db, world.org.id, world.assessment.id);
  expect(stored).toMatchObject([{ criterion: 'A2-ENV3', holds: null, version: 2 }]);
});
