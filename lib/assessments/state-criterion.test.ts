import { insertAnswer, statedOf } from '@/db/answers';
import { assessmentById } from '@/db/assessments';
import { auditOf } from '@/db/audit';
import { commit } from '@/db/commit';
import { anAnswer, aWorld, minutesLater, NOON, type World } from '@/db/fixtures';
import { freshDb } from '@/db/testing';
import { scoringBasis } from '../domain/requirements';
import { score } from '../domain/score';
import { contextOf } from '../testing';
import { loadAssessment } from './load-assessment';
import { stateCriterion } from './state-criterion';

const fresh = freshDb();

type Said = Partial<Parameters<typeof stateCriterion>[1]>;

const state = (world: World, said: Said = {}) =>
  stateCriterion(contextOf(fresh.db, world), {
    org: world.org.slug,
    id: world.assessment.id,
    criterion: 'A2-ENV3',
    holds: 'no',
    note: '',
    seen: 0,
    ...said,
  });

const stated = async ({ org, assessment }: World) =>
  (await statedOf(fresh.db, org.id, assessment.id)).map(({ criterion, holds, note, version }) => ({
    criterion,
    holds,
    note,
    version,
  }));

test.each([
  ['yes', true],
  ['no', false],
  ['unknown', null],
] as const)('“%s” is stored with its note, who said it and when', async (holds, kept) => {
  const world = await aWorld(fresh.db);
  expect(await state(world, { holds, note: 'Said by the auditor.' })).toEqual({ ok: true, value: null });
  expect(await statedOf(fresh.db, world.org.id, world.assessment.id)).toEqual([
    {
      orgId: world.org.id,
      assessmentId: world.assessment.id,
      criterion: 'A2-ENV3',
      holds: kept,
      note: 'Said by the auditor.',
      version: 1,
      updatedAt: minutesLater(5),
      updatedBy: world.user.id,
    },
  ]);
  expect(await auditOf(fresh.db, world.org.id, { limit: 9 })).toMatchObject([
    { action: 'assessment.state', detail: { criterion: 'A2-ENV3' } },
  ]);
});

test('a statement decides for its own model, and taken back the ladder decides again', async () => {
  const world = await aWorld(fresh.db, { questionnaires: ['aws', 'microsoft', 'google'] });
  const ctx = contextOf(fresh.db, world);
  await commit(fresh.db, (tx) =>
    ctx.content.capabilities.map(({ id }) =>
      insertAnswer(tx, anAnswer(world, { capability: id, value: { rung: 4 } })),
    ),
  );
  const levels = async () => {
    const loaded = await loadAssessment(ctx, world.assessment.id);
    if (loaded === null) throw new Error('no assessment');
    const { questionnaires, answers, statements } = loaded.assessment;
    const { models } = score(scoringBasis(ctx.content, questionnaires), answers, statements);
    return Object.fromEntries(models.map(({ model, level }) => [model, level.certain]));
  };
  const before = await levels();
  await state(world);
  const after = await levels();
  expect(after).toEqual({ ...before, aws: 'initial' });
  await state(world, { holds: 'ladder', seen: 1 });
  expect(await stated(world)).toEqual([]);
  expect(await levels()).toEqual(before);
});

test('taking back what was never stated changes nothing, and is no fault', async () => {
  const world = await aWorld(fresh.db);
  expect(await state(world, { holds: 'ladder' })).toEqual({ ok: true, value: null });
  expect((await assessmentById(fresh.db, world.org.id, world.assessment.id))?.version).toBe(1);
});

test('a statement made on an old view is a conflict, and what another said stays', async () => {
  const world = await aWorld(fresh.db);
  await state(world, { holds: 'yes', note: 'first' });
  for (const late of [{ seen: 0 }, { seen: 7 }, { seen: 0, holds: 'ladder' as const }]) {
    expect(await state(world, late)).toMatchObject({ ok: false, code: 'conflict' });
  }
  expect(await stated(world)).toEqual([{ criterion: 'A2-ENV3', holds: true, note: 'first', version: 1 }]);
  expect(await state(world, { holds: 'unknown', seen: 1 })).toMatchObject({ ok: true });
  expect(await stated(world)).toEqual([{ criterion: 'A2-ENV3', holds: null, note: null, version: 2 }]);
});

test('of two who state the same criterion at the same moment, one is told of the other', async () => {
  const world = await aWorld(fresh.db);
  const results = await Promise.all([state(world, { holds: 'yes' }), state(world, { holds: 'no' })]);
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await stated(world)).toHaveLength(1);
  expect(await auditOf(fresh.db, world.org.id, { limit: 9 })).toHaveLength(1);
});

test.each([
  ['a criterion that no model has', { criterion: 'A9-NONE1' }],
  ['a criterion of a questionnaire that was not chosen', { criterion: 'G1-11' }],
  ['a requirement in place of a criterion', { criterion: 'rollback:2' }],
])('%s is not found by its name', async (_what, said) => {
  const world = await aWorld(fresh.db);
  expect(await state(world, said)).toMatchObject({
    ok: false,
    code: 'not-found',
    message: expect.stringContaining(said.criterion),
  });
  expect(await stated(world)).toEqual([]);
});

test('a finished assessment takes no statement', async () => {
  const world = await aWorld(fresh.db, { status: 'finished', finishedAt: NOON });
  expect(await state(world)).toMatchObject({ ok: false, code: 'finished' });
  expect(await stated(world)).toEqual([]);
});

test('another organisation’s assessment is not found', async () => {
  const [mine, theirs] = [await aWorld(fresh.db), await aWorld(fresh.db)];
  const result = await state(mine, { id: theirs.assessment.id });
  expect(result).toMatchObject({ ok: false, code: 'not-found' });
  expect(await stated(theirs)).toEqual([]);
});
