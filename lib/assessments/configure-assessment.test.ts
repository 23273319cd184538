import { answersOf, insertAnswer } from '@/db/answers';
import { assessmentById } from '@/db/assessments';
import { auditOf } from '@/db/audit';
import { commit } from '@/db/commit';
import { anAnswer, aWorld, minutesLater, NOON, type World } from '@/db/fixtures';
import { freshDb } from '@/db/testing';
import { contextOf } from '../testing';
import { answeringView } from './answering-view';
import { configureAssessment } from './configure-assessment';

const fresh = freshDb();

const stored = ({ org, assessment }: World) => assessmentById(fresh.db, org.id, assessment.id);
type Changes = Parameters<typeof configureAssessment>[1];
type WithoutId<Any> = Any extends unknown ? Omit<Any, 'id'> : never;

const configure = (world: World, changes: WithoutId<Changes>) =>
  configureAssessment(contextOf(fresh.db, world), { id: world.assessment.id, ...changes });

test('adding a questionnaire keeps every answer and asks only what is new', async () => {
  const world = await aWorld(fresh.db, { questionnaires: ['aws'] });
  const ctx = contextOf(fresh.db, world);
  const asked = async () =>
    Object.values(
      (
        await answeringView(ctx, {
          id: world.assessment.id,
          order: undefined,
          org: world.org,
          person: world.user,
        })
      )?.ladders ?? {},
    );
  const before = (await asked()).map(({ id }) => id);
  await commit(fresh.db, (tx) =>
    before.map((capability) => insertAnswer(tx, anAnswer(world, { capability, note: `of ${capability}` }))),
  );
  expect(await configure(world, { questionnaires: ['microsoft', 'aws'] })).toEqual({ ok: true, value: null });
  expect((await stored(world))?.questionnaires).toEqual(['aws', 'microsoft']);
  const answers = await answersOf(fresh.db, world.org.id, world.assessment.id);
  expect(Object.fromEntries(answers.map(({ capability, note }) => [capability, note]))).toEqual(
    Object.fromEntries(before.map((id) => [id, `of ${id}`])),
  );
  const after = (await asked()).map(({ id }) => id);
  expect(after).toEqual(expect.arrayContaining(before));
  expect(after.length).toBeGreaterThan(before.length);
});

test('taking a questionnaire out keeps the answers that only it asks', async () => {
  const world = await aWorld(fresh.db, { questionnaires: ['aws', 'google'] });
  await commit(fresh.db, (tx) => [insertAnswer(tx, anAnswer(world, { capability: 'feature-store' }))]);
  await configure(world, { questionnaires: ['aws'] });
  expect(await answersOf(fresh.db, world.org.id, world.assessment.id)).toHaveLength(1);
});

test('what it is called and speaks for change together, and what is no longer said is gone', async () => {
  const world = await aWorld(fresh.db, { scope: { useCases: 4, note: 'old' } });
  await configure(world, {
    questionnaires: ['aws'],
    title: 'Winter',
    scope: 'card payments',
    useCases: 5,
    inProduction: 0,
  });
  expect(await stored(world)).toMatchObject({
    title: 'Winter',
    version: 2,
    updatedAt: minutesLater(5),
  });
  expect((await stored(world))?.scope).toEqual({ useCases: 5, inProduction: 0, note: 'card payments' });
  await configure(world, {
    questionnaires: ['aws'],
    title: 'Winter',
    scope: '',
    useCases: undefined,
    inProduction: undefined,
  });
  expect((await stored(world))?.scope).toEqual({});
});

test('a change of the questionnaires alone leaves its name and what it speaks for', async () => {
  const world = await aWorld(fresh.db, { scope: { useCases: 4, note: 'old' } });
  await configure(world, { questionnaires: ['google'] });
  expect(await stored(world)).toMatchObject({ title: 'Autumn', scope: { useCases: 4, note: 'old' } });
});

test('a finished assessment is left as it is', async () => {
  const world = await aWorld(fresh.db, { status: 'finished', finishedAt: NOON });
  expect(await configure(world, { questionnaires: ['google'] })).toMatchObject({
    ok: false,
    code: 'finished',
  });
  expect(await stored(world)).toEqual({ ...world.assessment });
});

test('another organisation’s assessment is not found', async () => {
  const [mine, theirs] = [await aWorld(fresh.db), await aWorld(fresh.db)];
  const result = await configure({ ...mine, assessment: theirs.assessment }, { questionnaires: ['google'] });
  expect(result).toMatchObject({ ok: false, code: 'not-found' });
  expect(await stored(theirs)).toEqual(theirs.assessment);
});

test('of two who change it at the same moment, both are heard, one after the other', async () => {
  const world = await aWorld(fresh.db);
  const named = { scope: '', useCases: undefined, inProduction: undefined };
  const results = await Promise.all([
    configure(world, { questionnaires: ['aws'], title: 'Winter', ...named }),
    configure(world, { questionnaires: ['aws'], title: 'Spring', ...named }),
  ]);
  expect(results).toEqual([
    { ok: true, value: null },
    { ok: true, value: null },
  ]);
  expect((await stored(world))?.version).toBe(3);
  expect(await auditOf(fresh.db, world.org.id, { limit: 9 })).toHaveLength(2);
});
