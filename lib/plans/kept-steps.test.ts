import type { World } from '@/db/fixtures';
import { planStepsOf } from '@/db/plans';
import { freshDb } from '@/db/testing';
import { finishAssessment } from '../assessments/finish-assessment';
import { loadAssessment } from '../assessments/load-assessment';
import { saveAnswer } from '../assessments/save-answer';
import { LIMITS } from '../domain/limits';
import { contextOf } from '../testing';
import { acceptStep } from './accept-step';
import { choosePlan } from './choose-plan';
import { keepStep } from './keep-step';
import { planOf } from './plan-of-team';
import { roadmapOf } from './roadmap-of';
import { answeredWorld, INPUT, saved } from './testing';

const fresh = freshDb();

const STEP = 'model-deployment:2';

async function plannedWorld(): Promise<World> {
  const world = await answeredWorld(fresh.db);
  const scenario = await saved(fresh.db, world);
  const chosen = await choosePlan(contextOf(fresh.db, world), {
    id: world.assessment.id,
    scenario,
    version: 1,
  });
  if (!chosen.ok) throw new Error(chosen.message);
  return world;
}

const EMPTY = { owner: '', dueOn: '', ticket: '', note: '', evidenceTitle: '', evidenceUrl: '' };
const keep = (world: World, change: Partial<Parameters<typeof keepStep>[1]>, minutes = 20) =>
  keepStep(contextOf(fresh.db, world, { minutes }), {
    ...{ team: world.team.slug, step: STEP, version: 0, status: 'planned' as const },
    ...EMPTY,
    ...change,
  });
const accept = (world: World, version: number, step = STEP) =>
  acceptStep(contextOf(fresh.db, world, { minutes: 30 }), { team: world.team.slug, step, version });
const rows = (world: World) => planStepsOf(fresh.db, world.org.id, world.team.id);
const stateOf = async (world: World) =>
  (await planOf(contextOf(fresh.db, world, { minutes: 40 }), world.team.slug))?.state.steps.find(
    ({ id }) => id === STEP,
  )?.state;
const DONE = { status: 'done' as const, evidenceTitle: 'The pipeline', evidenceUrl: 'https://ci.example/1' };

test('a step gets an owner, a day and a ticket, and its plan says how it stands', async () => {
  const world = await plannedWorld();
  expect(await stateOf(world)).toBe('planned');
  const change = {
    owner: 'Ana',
    dueOn: '2027-02-01',
    ticket: 'https://jira.example/A-1',
    status: 'in-progress' as const,
  };
  expect(await keep(world, change)).toEqual({ ok: true, value: null });
  expect(await rows(world)).toMatchObject([{ step: STEP, ...change, version: 1, evidence: [] }]);
  expect(await stateOf(world)).toBe('in-progress');
});

test('done asks for evidence, proposes the rung, and counts once somebody accepted it', async () => {
  const world = await plannedWorld();
  expect(await keep(world, { status: 'done' })).toMatchObject({
    code: 'invalid',
    fields: { evidenceTitle: expect.any(String) },
  });
  expect(await keep(world, DONE)).toMatchObject({ ok: true });
  expect(await stateOf(world)).toBe('to-accept');
  expect(await accept(world, 1)).toEqual({ ok: true, value: null });
  expect(await stateOf(world)).toBe('accepted');
  const loaded = await loadAssessment(contextOf(fresh.db, world), world.assessment.id);
  if (loaded === null) throw new Error('gone');
  expect(loaded.assessment.answers['model-deployment']).toEqual({ rung: 1 });
  const planned = roadmapOf(loaded, await rows(world), INPUT).steps.map(({ id }) => id);
  expect(planned).not.toContain(STEP);
  expect(planned).toContain('model-deployment:3');
});

test('what goes on after it was accepted has to be accepted anew', async () => {
  const world = await plannedWorld();
  await keep(world, DONE);
  await accept(world, 1);
  await keep(world, { status: 'in-progress', version: 2 });
  expect(await rows(world)).toMatchObject([
    { acceptedBy: null, doneOn: null, evidence: [{ title: 'The pipeline' }] },
  ]);
  expect(await accept(world, 3)).toMatchObject({ code: 'invalid' });
});

test('an address of evidence without its name, and more pieces than a step holds, are refused by name and lose nothing', async () => {
  const world = await plannedWorld();
  const url = 'https://ci.example/2';
  expect(await keep(world, { evidenceUrl: url })).toMatchObject({
    code: 'invalid',
    fields: { evidenceTitle: 'name what the address shows' },
  });
  expect(await rows(world)).toEqual([]);
  for (let version = 0; version < LIMITS.evidence; version += 1)
    expect(await keep(world, { version, evidenceTitle: `Run ${version}` })).toMatchObject({ ok: true });
  expect(await keep(world, { version: LIMITS.evidence, evidenceTitle: 'One more' })).toMatchObject({
    code: 'invalid',
    message: expect.stringContaining(String(LIMITS.evidence)),
  });
  const [row] = await rows(world);
  expect(row?.evidence.map(({ title }) => title)).toContain('Run 0');
  expect(row?.evidence).toHaveLength(LIMITS.evidence);
});

test('an answer that is newer and lower wins over what was accepted', async () => {
  const world = await plannedWorld();
  await keep(world, DONE);
  await accept(world, 1);
  const { assessment, org } = world;
  const again = contextOf(fresh.db, world, { minutes: 60 });
  await saveAnswer(again, {
    id: assessment.id,
    capability: 'model-deployment',
    body: {
      ...{ org: org.slug, seen: 1, choice: { rung: 1 }, note: 'It broke.', evidence: [] },
      ...{ flagged: false, vendorsSeenFirst: false },
    },
  });
  await finishAssessment(again, { org: org.slug, id: assessment.id });
  expect(await stateOf(world)).toBe('reopened');
});

test('of two who change a step at once the second is told, and nothing of the first is lost', async () => {
  const world = await plannedWorld();
  const results = await Promise.all([keep(world, { owner: 'Ana' }), keep(world, { owner: 'Ben' })]);
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await rows(world)).toHaveLength(1);
  expect(await keep(world, { owner: 'Cleo', version: 0 })).toMatchObject({ code: 'conflict' });
});

test.each([
  ['no step of the plan', { step: 'rollback:4' }],
  ['no step at all', { step: '__proto__' }],
  ['of no team', { team: 'nobody' }],
])('%s is not found', async (_what, change) => {
  expect(await keep(await plannedWorld(), change)).toMatchObject({ code: 'not-found' });
});

test('another organisation’s plan is neither kept nor accepted', async () => {
  const [mine, theirs] = [await answeredWorld(fresh.db), await plannedWorld()];
  await keep(theirs, DONE);
  expect(await keep(mine, { team: theirs.team.slug })).toMatchObject({ code: 'not-found' });
  expect(await accept({ ...mine, team: theirs.team }, 1)).toMatchObject({ code: 'not-found' });
  expect(await planOf(contextOf(fresh.db, mine), theirs.team.slug)).toBeNull();
});
