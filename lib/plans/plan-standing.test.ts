import { insertAnswer } from '@/db/answers';
import { insertAssessment } from '@/db/assessments';
import { commit } from '@/db/commit';
import { anAnswer, anAssessment, aTeam, type World } from '@/db/fixtures';
import { planStanding } from '@/db/schema/plans';
import type { Assessment } from '@/db/schema/assessments';
import type { Team } from '@/db/schema/teams';
import { orgsWithoutStandings } from '@/db/standings';
import { insertTeam, teamById } from '@/db/teams';
import { freshDb } from '@/db/testing';
import { archiveAssessment } from '../assessments/archive-assessment';
import { deleteAssessment, restoreAssessment } from '../assessments/delete-assessment';
import { finishAssessment } from '../assessments/finish-assessment';
import { A_PROMISE, planFor, shortWorld } from '../decisions/testing';
import { orgOverview, overviewAt } from '../orgs/org-overview';
import { configureTeam, removeTeam } from '../teams/configure-team';
import { realContent } from '../domain/testing';
import { setProvision } from '../teams/set-provision';
import { contextOf } from '../testing';
import { choosePlan } from './choose-plan';
import { keepStep } from './keep-step';
import { planOf } from './plan-of-team';
import { plansBelow } from './plans-below';
import { storedStandings, standingsOfPages } from './standing-testing';
import { rebuildMissingStandings, rebuildStandings } from './sum-standings';
import { answeredWorld, saved } from './testing';

const fresh = freshDb();
// Read once: reading it takes longer than most of these tests.
const content = realContent();
const ctxOf = (world: World) => contextOf(fresh.db, world, { minutes: 60, content });
const EMPTY = { owner: '', dueOn: '', ticket: '', note: '', evidenceTitle: '', evidenceUrl: '' };

/** A draft of the world's team that stands on this rung of what its plan climbs. */
async function answered(world: World, rung: 0 | 2 | 3, assessedOn: string): Promise<Assessment> {
  const assessment = anAssessment(world.team, world.user, { assessedOn });
  await commit(fresh.db, (tx) => [
    insertAssessment(tx, assessment),
    insertAnswer(tx, anAnswer({ ...world, assessment }, { capability: 'rollback', value: { rung } })),
  ]);
  return assessment;
}

async function finished(world: World, rung: 0 | 2 | 3, assessedOn: string): Promise<string> {
  const { id } = await answered(world, rung, assessedOn);
  const result = await finishAssessment(ctxOf(world), { org: world.org.slug, id });
  if (!result.ok) throw new Error(result.message);
  return id;
}

/** Person-days before the organisation's plans, on its scorecard; the same as on the pages of its teams, or this throws. */
async function daysAhead(world: World): Promise<number> {
  expect(await storedStandings(fresh.db, world)).toEqual(await standingsOfPages(ctxOf(world)));
  return (await orgOverview(ctxOf(world), ['aws'])).takes.days;
}

test('a chosen plan stands on the scorecard as on the page of its team, from the commit that chooses it on', async () => {
  const world = await answeredWorld(fresh.db);
  const scenario = await saved(fresh.db, world);
  expect(await daysAhead(world)).toBe(0);
  await choosePlan(ctxOf(world), { id: world.assessment.id, scenario, version: 1 });
  expect(await daysAhead(world)).toBeGreaterThan(10);
  const step = { ...EMPTY, team: world.team.slug, step: 'model-deployment:2', version: 0 };
  expect((await orgOverview(ctxOf(world), ['aws'])).takes.paces['not-started']).toBe(1);
  await keepStep(ctxOf(world), { ...step, status: 'in-progress' });
  await daysAhead(world);
  expect((await orgOverview(ctxOf(world), ['aws'])).takes.paces['not-started']).toBe(0);
});

test('the newest finished answers say which steps are there, older, archived and deleted ones do not', async () => {
  const world = await shortWorld(fresh.db);
  expect(await daysAhead(world)).toBe(20);
  const spring = await finished(world, 3, '2026-03-31');
  expect(await daysAhead(world)).toBe(10);
  const autumn = await finished(world, 2, '2026-09-30');
  expect(await daysAhead(world)).toBe(20);
  await archiveAssessment(ctxOf(world), { id: autumn, archived: 'yes' });
  expect(await daysAhead(world)).toBe(10);
  await deleteAssessment(ctxOf(world), { id: spring });
  expect(await daysAhead(world)).toBe(20);
  await restoreAssessment(ctxOf(world), { id: spring });
  expect(await daysAhead(world)).toBe(10);
});

test('a draft counts once it is finished, on the page of the team as well', async () => {
  const world = await shortWorld(fresh.db);
  const states = async () =>
    (await planOf(ctxOf(world), world.team.slug))?.state.steps.map(({ state }) => state);
  const { id } = await answered(world, 3, '2026-09-30');
  expect([await states(), await daysAhead(world)]).toEqual([['planned'], 20]);
  await finishAssessment(ctxOf(world), { org: world.org.slug, id });
  expect([await states(), await daysAhead(world)]).toEqual([['reached'], 10]);
});

test('what a team took over from a platform team counts for its steps as its own answers do', async () => {
  const world = await shortWorld(fresh.db);
  const platform = aTeam(world.org, { name: 'ML platform', slug: 'ml-platform' });
  await commit(fresh.db, (tx) => [insertTeam(tx, platform)]);
  await finished({ ...world, team: platform }, 3, '2026-09-01');
  await setProvision(ctxOf(world), {
    ...{ team: world.team.slug, source: 'ml-platform', capabilities: ['rollback'] },
  });
  const draft = anAssessment(world.team, world.user, { assessedOn: '2026-09-30' });
  await commit(fresh.db, (tx) => [
    insertAssessment(tx, draft),
    insertAnswer(tx, anAnswer({ ...world, assessment: draft }, { capability: 'model-registry' })),
  ]);
  expect(await daysAhead(world)).toBe(20);
  await finishAssessment(ctxOf(world), { org: world.org.slug, id: draft.id });
  expect((await planOf(ctxOf(world), world.team.slug))?.state.steps[0]?.state).toBe('reached');
  expect(await daysAhead(world)).toBe(10);
});

test('of many who change plans of one organisation at once none is lost from its sums', async () => {
  const world = await shortWorld(fresh.db);
  const teams = Array.from({ length: 4 }, (_, at) => aTeam(world.org, { name: `T${at}`, slug: `t${at}` }));
  await commit(fresh.db, (tx) => teams.map((team) => insertTeam(tx, team)));
  for (const team of teams) await planFor(fresh.db, world, team);
  const keep = ({ slug }: Pick<Team, 'slug'>) =>
    keepStep(ctxOf(world), { ...EMPTY, team: slug, step: 'rollback:3', version: 0, status: 'in-progress' });
  const kept = await Promise.all([keep(world.team), ...teams.map(keep), finished(world, 3, '2026-09-30')]);
  expect(kept.slice(0, -1)).toEqual(Array.from({ length: 5 }, () => ({ ok: true, value: null })));
  expect(await daysAhead(world)).toBe(50);
});

/** A unit with a plan of its own that was never assessed, a team with one below it, and two more teams with plans. */
async function unitWorld() {
  const world = await shortWorld(fresh.db);
  const unit = aTeam(world.org, { name: 'Retail', slug: 'retail' });
  const below = aTeam(world.org, { name: 'Loans', slug: 'loans', parentId: unit.id });
  await commit(fresh.db, (tx) => [insertTeam(tx, unit), insertTeam(tx, below)]);
  await planFor(fresh.db, world, unit, { ...A_PROMISE, tools: { 'rollback:3': 'argo-rollouts' } });
  await planFor(fresh.db, world, below);
  return { world, unit, below };
}

test('only the plans of teams that count are added up: below a unit those, and no other organisation’s', async () => {
  const [{ world, unit }, other] = [await unitWorld(), await shortWorld(fresh.db)];
  const at = async (slug: string | undefined, of = world) => {
    const [listed, card] = [
      await plansBelow(ctxOf(of), slug, null),
      await overviewAt(ctxOf(of), slug, ['aws']),
    ];
    // The scorecard leaves out of the tree what the lists of teams have in it.
    expect(card?.takes.days).toEqual(listed?.together.days);
    expect(card?.takes.plans).toEqual(listed?.together.plans);
    return card === null ? null : { plans: card.takes.plans, of: card.takes.of };
  };
  // The unit has a team below it and was never assessed itself.
  expect(await at(undefined)).toEqual({ plans: 3, of: 3 });
  expect(await at('retail')).toEqual({ plans: 1, of: 1 });
  expect(await at('nowhere')).toBeNull();
  expect(await at(undefined, other)).toEqual({ plans: 2, of: 2 });
  await finished({ ...world, team: unit }, 3, '2026-09-30');
  expect(await at(undefined)).toEqual({ plans: 4, of: 4 });
  expect(await at('retail')).toEqual({ plans: 2, of: 2 });
});

test('a plan goes along with a team that is moved or removed, in the same commit', async () => {
  const { world, unit, below } = await unitWorld();
  const plansOfRetail = async () => {
    await daysAhead(world);
    return (await storedStandings(fresh.db, world))[`below ${unit.id}`]?.plans ?? 0;
  };
  const treeCtx = (version: number) => ({ ...ctxOf(world), org: { ...world.org, version } });
  const move = (version: number, parent: string) =>
    configureTeam(treeCtx(version), { team: below.slug, name: below.name, parent });
  expect(await plansOfRetail()).toBe(1);
  expect(await move(1, '')).toMatchObject({ ok: true });
  expect(await plansOfRetail()).toBe(0);
  expect(await move(2, 'retail')).toMatchObject({ ok: true });
  expect(await plansOfRetail()).toBe(1);
  expect(await removeTeam(treeCtx(3), { team: below.slug })).toMatchObject({ ok: true });
  expect(await teamById(fresh.db, world.org.id, below.id)).toBeUndefined();
  expect(await plansOfRetail()).toBe(0);
  expect((await storedStandings(fresh.db, world))[`own ${below.id}`]).toBeUndefined();
});

test('organisations whose plans are older than what is kept of them get it at the next start, and only those', async () => {
  const [upgraded, untouched] = [await shortWorld(fresh.db), await shortWorld(fresh.db)];
  await finished(upgraded, 3, '2026-09-30');
  const expected = await storedStandings(fresh.db, upgraded);
  await commit(fresh.db, (tx) => [tx.delete(planStanding)]);
  await rebuildStandings(ctxOf(untouched), untouched.org.id);
  expect(await orgsWithoutStandings(fresh.db)).toEqual([upgraded.org.id]);
  await rebuildMissingStandings(ctxOf(upgraded));
  expect(await orgsWithoutStandings(fresh.db)).toEqual([]);
  expect(await storedStandings(fresh.db, upgraded)).toEqual(expected);
});
