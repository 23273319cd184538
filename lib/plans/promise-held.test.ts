import { insertAnswer } from '@/db/answers';
import { insertAssessment } from '@/db/assessments';
import type { Db } from '@/db/client';
import { commit } from '@/db/commit';
import { anAnswer, anAssessment, minutesLater, type World } from '@/db/fixtures';
import { freshDb } from '@/db/testing';
import { loadAssessment } from '../assessments/load-assessment';
import { reportFrom } from '../assessments/report-of';
import { realContent } from '../domain/testing';
import { contextOf } from '../testing';
import { choosePlan } from './choose-plan';
import { promiseHeld } from './promise-held';
import { answeredWorld, saved } from './testing';

const fresh = freshDb();

async function heldFor(world: World, id: string, minutes: number) {
  const ctx = contextOf(fresh.db, world, { minutes });
  const loaded = await loadAssessment(ctx, id);
  if (loaded === null) throw new Error('there is no such assessment');
  return promiseHeld(ctx, loaded, await reportFrom(ctx, loaded, 'Harbour'));
}

/** A plan made of the world's draft, and a second assessment of the team three years later. */
async function planned(db: Db, rung: 1 | 4) {
  const world = await answeredWorld(db);
  const scenario = await saved(db, world);
  const chosen = await choosePlan(contextOf(db, world, { minutes: 10 }), {
    ...{ id: world.assessment.id, scenario, version: 1 },
  });
  if (!chosen.ok) throw new Error(chosen.message);
  const next = anAssessment(world.team, world.user, {
    ...{ questionnaires: ['aws', 'microsoft', 'google'], assessedOn: '2029-10-01' },
  });
  await commit(db, (tx) => [
    insertAssessment(tx, next),
    ...realContent().capabilities.map(({ id }) =>
      insertAnswer(tx, anAnswer({ ...world, assessment: next }, { capability: id, value: { rung } })),
    ),
  ]);
  return { world, next };
}

test('the next assessment says of the plan before it what should be done by its day, and that nothing is', async () => {
  const { world, next } = await planned(fresh.db, 1);
  const held = await heldFor(world, next.id, 20);
  expect(held?.plan).toEqual({ name: 'First', by: world.user.name, chosenOn: '2026-10-01' });
  expect(held?.due.length).toBeGreaterThan(5);
  expect(held?.due.every(({ there }) => !there)).toBe(true);
  expect(held?.levels.find(({ model }) => model === 'google')).toMatchObject({
    ...{ level: '1', due: true, reached: false },
  });
});

test('where the team climbed, all of it is kept', async () => {
  const { world, next } = await planned(fresh.db, 4);
  const held = await heldFor(world, next.id, 20);
  expect(held?.due.every(({ there }) => there)).toBe(true);
  expect(held?.levels.every(({ reached }) => reached)).toBe(true);
});

test('the assessment that a plan was made from, and one finished before it was chosen, were promised nothing', async () => {
  const { world } = await planned(fresh.db, 1);
  expect(await heldFor(world, world.assessment.id, 20)).toBeNull();
  const earlier = anAssessment(world.team, world.user, {
    ...{ status: 'finished', finishedAt: minutesLater(9), finishedBy: world.user.id },
  });
  await commit(fresh.db, (tx) => [insertAssessment(tx, earlier)]);
  expect(await heldFor(world, earlier.id, 20)).toBeNull();
});
