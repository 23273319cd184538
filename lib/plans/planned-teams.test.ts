import { insertAnswer } from '@/db/answers';
import { insertAssessment } from '@/db/assessments';
import { commit } from '@/db/commit';
import { anAnswer, anAssessment, aScore, aTeam, minutesLater, type World } from '@/db/fixtures';
import { upsertScore } from '@/db/scores';
import { insertTeam } from '@/db/teams';
import { freshDb } from '@/db/testing';
import { planFor, shortWorld } from '../decisions/testing';
import { choosePlan } from './choose-plan';
import { keepStep } from './keep-step';
import { planOf } from './plan-of-team';
import { plannedTeams } from './planned-teams';
import { plansBelow } from './plans-below';
import { contextOf } from '../testing';
import { answeredWorld, saved } from './testing';

const fresh = freshDb();
const ctxOf = (world: World) => contextOf(fresh.db, world, { minutes: 60 });
const EMPTY = { owner: '', dueOn: '', ticket: '', note: '', evidenceTitle: '', evidenceUrl: '' };

async function finished(
  world: World,
  rung: 0 | 2 | 3,
  row: Partial<Parameters<typeof anAssessment>[2]> = {},
) {
  const assessment = anAssessment(world.team, world.user, {
    ...{ status: 'finished', finishedAt: minutesLater(1), finishedBy: world.user.id },
    ...row,
  });
  await commit(fresh.db, (tx) => [
    insertAssessment(tx, assessment),
    insertAnswer(tx, anAnswer({ ...world, assessment }, { capability: 'rollback', value: { rung } })),
    upsertScore(tx, aScore(assessment)),
  ]);
}

const stateIn = async (world: World) => {
  const [own] = await plannedTeams(ctxOf(world), new Set([world.team.id]));
  return own?.state.steps.map(({ id, state }) => `${id} ${state}`);
};

test('a plan stands as the page of its team says, step by step', async () => {
  const world = await answeredWorld(fresh.db);
  const scenario = await saved(fresh.db, world);
  await choosePlan(contextOf(fresh.db, world), { id: world.assessment.id, scenario, version: 1 });
  const keep = { ...EMPTY, team: world.team.slug, version: 0 };
  await keepStep(ctxOf(world), { ...keep, step: 'model-deployment:2', status: 'in-progress' });
  const [own] = await plannedTeams(ctxOf(world), new Set([world.team.id]));
  expect(own?.state).toEqual((await planOf(ctxOf(world), world.team.slug))?.state);
  expect(own?.promise.wanted?.length).toBeGreaterThan(3);
  expect(own?.state.steps.map(({ state }) => state)).toContain('in-progress');
});

test('the newest finished answers say which steps are there, older and unfinished ones do not', async () => {
  const world = await shortWorld(fresh.db);
  await finished(world, 3, { assessedOn: '2026-03-31' });
  expect(await stateIn(world)).toEqual(['rollback:3 reached']);
  await finished(world, 2, { assessedOn: '2026-09-30' });
  expect(await stateIn(world)).toEqual(['rollback:3 planned']);
  await finished(world, 3, { assessedOn: '2026-10-01', status: 'draft', finishedAt: null, finishedBy: null });
  expect(await stateIn(world)).toEqual(['rollback:3 planned']);
});

test('only the plans of teams that count are added up: below a unit those, and no other organisation’s', async () => {
  const [world, other] = [await shortWorld(fresh.db), await shortWorld(fresh.db)];
  const unit = aTeam(world.org, { name: 'Retail', slug: 'retail' });
  const below = aTeam(world.org, { name: 'Loans', slug: 'loans', parentId: unit.id });
  await commit(fresh.db, (tx) => [insertTeam(tx, unit), insertTeam(tx, below)]);
  await planFor(fresh.db, world, unit);
  await planFor(fresh.db, world, below);
  const at = async (slug: string | undefined, of = world) => {
    const found = await plansBelow(ctxOf(of), slug, null);
    return found === null ? null : { plans: found.together.plans, of: found.together.of };
  };
  // The unit has a team below it and was never assessed itself.
  expect(await at(undefined)).toEqual({ plans: 3, of: 3 });
  expect(await at('retail')).toEqual({ plans: 1, of: 1 });
  expect(await at('nowhere')).toBeNull();
  expect(await at(undefined, other)).toEqual({ plans: 2, of: 2 });
});
