import { insertAssessment } from '@/db/assessments';
import { auditOf } from '@/db/audit';
import { commit } from '@/db/commit';
import { aTeam, anAssessment, type World } from '@/db/fixtures';
import { planOfTeam } from '@/db/plans';
import { scenarioById, scenariosOf } from '@/db/scenarios';
import { insertTeam, teamById } from '@/db/teams';
import { freshDb } from '@/db/testing';
import { loadAssessment } from '../assessments/load-assessment';
import { contextOf } from '../testing';
import { adjustStep } from './adjust-step';
import { choosePlan } from './choose-plan';
import { compareScenarios } from './compare-scenarios';
import { deleteScenario } from './delete-scenario';
import { plansOf } from './plans-of';
import { MOST_SCENARIOS } from './save-scenario';
import * as saving from './testing';
import { INPUT } from './testing';

const fresh = freshDb();

const save = (world: World, ...more: Saved) => saving.save(fresh.db, world, ...more);
const saved = (world: World, ...more: Saved) => saving.saved(fresh.db, world, ...more);
const answeredWorld = () => saving.answeredWorld(fresh.db);
type Saved = Parameters<typeof saving.save> extends [unknown, unknown, ...infer More] ? More : never;

const rowOf = async (world: World, id: string) => {
  const row = await scenarioById(fresh.db, world.org.id, id);
  if (row === undefined) throw new Error('gone');
  return row;
};

const NO_CHANGE = { notBefore: undefined, excluded: undefined, inProgress: undefined, roles: [], days: [] };

test('what is saved comes back as it was, and the audit log has who did it', async () => {
  const world = await answeredWorld();
  const id = await saved(world, { name: 'With a hire' });
  expect(await rowOf(world, id)).toMatchObject({ name: 'With a hire', input: INPUT, version: 1 });
  expect(await auditOf(fresh.db, world.org.id, { limit: 1 })).toMatchObject([{ action: 'scenario.create' }]);
});

test('of two who save the same scenario the second is told, and nothing of the first is lost', async () => {
  const world = await answeredWorld();
  const id = await saved(world);
  expect(await save(world, { name: 'Mine', scenario: id, version: 1 })).toMatchObject({ ok: true });
  expect(await save(world, { name: 'Theirs', scenario: id, version: 1 })).toMatchObject({ code: 'conflict' });
  expect((await rowOf(world, id)).name).toBe('Mine');
});

const withRoster = (roster: object) => ({ ...INPUT, roster: { ...INPUT.roster, ...roster } });

test.each<[string, unknown, RegExp]>([
  ['no JSON object', 'nonsense', /expected/],
  ['people below none', withRoster({ roles: { 'data-scientist': -1 } }), /roster\.roles\.data-scientist/],
  ['a role that there is not', withRoster({ roles: { juggler: 1 } }), /there is no role juggler/],
  ['a level that there is not', { ...INPUT, targets: { aws: '9' } }, /there is no level 9/],
  [
    'a step that there is not',
    { ...INPUT, adjustments: { 'juggling:2': {} } },
    /there is no step juggling:2/,
  ],
  [
    'effort of a role that there is not',
    { ...INPUT, adjustments: { 'rollback:1': { effort: { juggler: 1 } } } },
    /there is no role juggler/,
  ],
  [
    'absurd effort',
    { ...INPUT, adjustments: { 'rollback:1': { effort: { 'ml-engineer': 1e9 } } } },
    /at most 1,000/,
  ],
  ['a field that nobody knows', { ...INPUT, more: 1 }, /more/],
])('%s is refused by name, and nothing is saved', async (_what, input, message) => {
  const world = await answeredWorld();
  expect(await save(world, { input })).toMatchObject({
    code: 'invalid',
    message: expect.stringMatching(message),
  });
  expect(await scenariosOf(fresh.db, world.org.id, world.assessment.id)).toEqual([]);
});

test('there are no more scenarios than one can tell apart', async () => {
  const world = await answeredWorld();
  for (let each = 0; each < MOST_SCENARIOS; each += 1) await saved(world, { name: `${each}` });
  expect(await save(world)).toMatchObject({
    code: 'invalid',
    message: expect.stringContaining('20 scenarios'),
  });
});

test('another organisation’s scenario is not found, whatever is done with it', async () => {
  const [mine, theirs] = [await answeredWorld(), await answeredWorld()];
  const [scenario, ctx] = [await saved(theirs), contextOf(fresh.db, mine)];
  const where = { id: mine.assessment.id, scenario, version: 1 };
  expect(await save(mine, { scenario, version: 1 })).toMatchObject({ code: 'not-found' });
  expect(await deleteScenario(ctx, where)).toMatchObject({ code: 'not-found' });
  expect(await choosePlan(ctx, where)).toMatchObject({ code: 'not-found' });
  expect(await adjustStep(ctx, { ...where, step: 'rollback:2', ...NO_CHANGE })).toMatchObject({
    code: 'not-found',
  });
});

test('a scenario is not found at another assessment, so that a role in one team deletes none of another', async () => {
  const world = await answeredWorld();
  const beside = aTeam(world.org, { slug: 'beside' });
  const draft = anAssessment(beside, world.user);
  await commit(fresh.db, (tx) => [insertTeam(tx, beside), insertAssessment(tx, draft)]);
  const [scenario, ctx] = [await saved(world), contextOf(fresh.db, world)];
  const where = { id: draft.id, scenario, version: 1 };
  const notFound = { code: 'not-found', message: 'There is no such scenario.' };
  expect(await deleteScenario(ctx, where)).toMatchObject(notFound);
  expect(await choosePlan(ctx, where)).toMatchObject(notFound);
  expect(await adjustStep(ctx, { ...where, step: 'rollback:2', ...NO_CHANGE })).toMatchObject(notFound);
  expect(await rowOf(world, scenario)).toMatchObject({ version: 1 });
});

describe('a step of a scenario', () => {
  const adjust = async (
    world: World,
    id: string,
    step: string,
    change: Partial<typeof NO_CHANGE> | object,
  ) => {
    const { version } = await rowOf(world, id);
    const where = { id: world.assessment.id, scenario: id, version, step };
    return adjustStep(contextOf(fresh.db, world), { ...where, ...NO_CHANGE, ...change });
  };
  const adjustments = async (world: World, id: string) => (await rowOf(world, id)).input.adjustments;

  test('keeps what was changed, and is as the content has it once nothing is changed any more', async () => {
    const world = await answeredWorld();
    const id = await saved(world);
    await adjust(world, id, 'model-deployment:2', { notBefore: '2027-03-01', inProgress: 'on' });
    await adjust(world, id, 'rollback:2', { excluded: 'Not with us.' });
    await adjust(world, id, 'model-registry:2', { roles: ['ml-engineer'], days: ['7,5'] });
    expect(await adjustments(world, id)).toMatchObject({
      'model-deployment:2': { notBefore: '2027-03-01', inProgress: true },
      'rollback:2': { excluded: 'Not with us.' },
      'model-registry:2': { effort: { 'ml-engineer': 7.5 } },
    });
    await adjust(world, id, 'rollback:2', {});
    expect(await adjustments(world, id)).not.toHaveProperty('rollback:2');
  });

  test.each(['-1', 'much', '1001'])('%j person-days are refused at their field', async (days) => {
    const world = await answeredWorld();
    const id = await saved(world);
    expect(
      await adjust(world, id, 'model-registry:2', { roles: ['ml-engineer'], days: [days] }),
    ).toMatchObject({
      code: 'invalid',
      fields: { days: expect.stringContaining('between 0 and 1,000') },
    });
  });

  test('that there is not is not found', async () => {
    const world = await answeredWorld();
    const id = await saved(world);
    for (const step of ['rollback:5', 'juggling:1', '__proto__'])
      expect(await adjust(world, id, step, { inProgress: 'on' })).toMatchObject({ code: 'not-found' });
  });
});

describe('the plan of a team', () => {
  const choose = (world: World, scenario: string, version = 1) =>
    choosePlan(contextOf(fresh.db, world), { id: world.assessment.id, scenario, version });

  test('keeps what its schedule promised on the day, and ends when another is chosen', async () => {
    const world = await answeredWorld();
    const [first, second] = [await saved(world), await saved(world, { name: 'Second' })];
    expect(await choose(world, first)).toEqual({ ok: true, value: null });
    const plan = await planOfTeam(fresh.db, world.org.id, world.team.id);
    expect(plan).toMatchObject({ name: 'First', input: INPUT, assessmentId: world.assessment.id });
    expect(plan?.promise.steps.length).toBeGreaterThan(5);
    expect(plan?.promise.finish?.range).toHaveLength(2);
    expect(await choose(world, second)).toEqual({ ok: true, value: null });
    expect((await planOfTeam(fresh.db, world.org.id, world.team.id))?.name).toBe('Second');
    expect((await teamById(fresh.db, world.org.id, world.team.id))?.version).toBe(3);
  });

  test('is chosen by one of two at the same moment', async () => {
    const world = await answeredWorld();
    const id = await saved(world);
    const codes = await Promise.all([choose(world, id), choose(world, id)]);
    expect(codes.filter(({ ok }) => ok).length).toBeGreaterThanOrEqual(1);
    for (const result of codes) if (!result.ok) expect(result.code).toBe('conflict');
  });

  test('is not made of a scenario that changed meanwhile, nor of one without steps', async () => {
    const world = await answeredWorld();
    const id = await saved(world);
    await saved(world, { name: 'Changed', scenario: id, version: 1 });
    expect(await choose(world, id)).toMatchObject({ code: 'conflict' });
    const nothing = await saved(world, { input: withRoster({ roles: {} }) });
    expect(await choose(world, nothing)).toMatchObject({ code: 'invalid' });
  });

  test('stays when its scenario is deleted, and is what the page shows', async () => {
    const world = await answeredWorld();
    const id = await saved(world);
    await choose(world, id);
    const ctx = contextOf(fresh.db, world);
    expect(await deleteScenario(ctx, { id: world.assessment.id, scenario: id })).toMatchObject({ ok: true });
    const loaded = await loadAssessment(ctx, world.assessment.id);
    if (loaded === null) throw new Error('gone');
    expect(await plansOf(ctx, loaded, undefined)).toMatchObject({
      scenarios: [],
      plan: { name: 'First' },
      shown: { scenario: null, input: INPUT },
    });
    expect(await plansOf(ctx, loaded, id)).toBeNull();
  });
});

test('up to three scenarios are compared, those that were asked for first of all', async () => {
  const world = await answeredWorld();
  const ids: string[] = [];
  for (const [minutes, name] of ['a', 'b', 'c', 'd'].entries())
    ids.push(await saved(world, { name }, minutes));
  const ctx = contextOf(fresh.db, world);
  const loaded = await loadAssessment(ctx, world.assessment.id);
  if (loaded === null) throw new Error('gone');
  const names = async (asked: string[]) =>
    (await compareScenarios(ctx, loaded, asked)).compared.map(({ name }) => name);
  expect(await names([])).toEqual(['a', 'b', 'c']);
  expect(await names([ids[1] ?? '', ids[3] ?? ''])).toEqual(['b', 'd']);
  expect(await names(['none', '__proto__'])).toEqual(['a', 'b', 'c']);
});
