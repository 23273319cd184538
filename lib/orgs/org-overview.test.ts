import { insertAssessment } from '@/db/assessments';
import { commit } from '@/db/commit';
import { anAssessment, aScore, aTeam, aWorld, minutesLater, type World } from '@/db/fixtures';
import type { Assessment } from '@/db/schema/assessments';
import type { Team } from '@/db/schema/teams';
import { upsertScore } from '@/db/scores';
import { insertTeam } from '@/db/teams';
import { freshDb } from '@/db/testing';
import { scoringBasis } from '../domain/requirements';
import { score } from '../domain/score';
import { storedScore } from '../domain/stored-score';
import { realContent } from '../domain/testing';
import { MODEL_IDS, type Rung } from '../domain/vocabulary';
import { rebuildRollups } from '../rollups/rebuild-rollups';
import { contextOf } from '../testing';
import { orgOverview, overviewAt } from './org-overview';

const fresh = freshDb();
const content = realContent();

async function overview(world: Pick<World, 'user' | 'org'>, options: Parameters<typeof orgOverview>[2] = {}) {
  const ctx = contextOf(fresh.db, world, { role: 'viewer' });
  await rebuildRollups(ctx, world.org.id);
  return orgOverview(ctx, [...MODEL_IDS], options);
}

/** What is stored for a team that stands on this rung everywhere. */
const allOn = (rung: Rung) =>
  storedScore(
    content,
    score(
      scoringBasis(content, MODEL_IDS),
      Object.fromEntries(content.capabilities.map(({ id }) => [id, { rung }])),
      {},
    ),
  );

async function teamNamed({ org }: World, row: Partial<Team>): Promise<Team> {
  const team = aTeam(org, row);
  await commit(fresh.db, (tx) => [insertTeam(tx, team)]);
  return team;
}

async function finished({ user }: World, team: Team, rung: Rung, row: Partial<Assessment> = {}) {
  const assessment = anAssessment(team, user, {
    status: 'finished',
    finishedAt: minutesLater(1),
    finishedBy: user.id,
    questionnaires: [...MODEL_IDS],
    ...row,
  });
  await commit(fresh.db, (tx) => [
    insertAssessment(tx, assessment),
    upsertScore(tx, aScore(assessment, { summary: allOn(rung) })),
  ]);
}

test('a team stands where its newest finished assessment puts it, compared with the one before', async () => {
  const world = await aWorld(fresh.db);
  await finished(world, world.team, 1, { assessedOn: '2026-03-31' });
  await finished(world, world.team, 4, { assessedOn: '2026-09-30' });
  await finished(world, world.team, 2, { assessedOn: '2026-06-30' });
  const { scorecard, waiting, teams } = await overview(world);
  expect({ teams, waiting }).toEqual({ teams: 1, waiting: { count: 0, answering: 0, first: null } });
  expect(scorecard.teams).toBe(1);
  const met = (rung: Rung) =>
    Object.values(allOn(rung).requirements)
      .flat()
      .flatMap(({ states }) => Object.values(states))
      .filter((state) => state === 'met').length;
  expect(scorecard.movement).toEqual({ teams: 1, climbed: 1, slipped: 0, met: met(4) - met(2), lost: 0 });
  expect(scorecard.trend.map(({ quarter }) => quarter)).toEqual(['2026-Q1', '2026-Q2', '2026-Q3']);
});

test('a draft is counted among those who wait, and its answers are in no number', async () => {
  const world = await aWorld(fresh.db);
  const risk = await teamNamed(world, { name: 'Risk' });
  await finished(world, risk, 2);
  const { scorecard, waiting, teams } = await overview(world);
  expect(teams).toBe(2);
  expect(scorecard.teams).toBe(1);
  expect(waiting).toEqual({
    count: 1,
    answering: 1,
    first: { slug: world.team.slug, name: 'Fraud' },
  });
});

test('a draft that was started after a finished assessment leaves the team among the finished', async () => {
  const world = await aWorld(fresh.db);
  await finished(world, world.team, 2);
  expect((await overview(world)).waiting.count).toBe(0);
});

test('a unit of teams is no team, unless it was assessed itself', async () => {
  const world = await aWorld(fresh.db);
  const unit = await teamNamed(world, { name: 'Retail' });
  const below = await teamNamed(world, { name: 'Cards', parentId: unit.id });
  await finished(world, below, 3);
  const before = await overview(world);
  expect(before.teams).toBe(2);
  expect(before.waiting).toMatchObject({ count: 1, first: { name: 'Fraud' } });
  await finished(world, unit, 1);
  const after = await overview(world);
  expect(after.teams).toBe(3);
  expect(after.scorecard.teams).toBe(2);
});

test('an organisation in which nothing is finished has no scorecard yet, and everybody waits', async () => {
  const { scorecard, waiting } = await overview(await aWorld(fresh.db));
  expect(scorecard).toMatchObject({ teams: 0, trend: [], movement: null, simpson: null });
  expect(scorecard.sentences).toEqual(['No team has finished an assessment yet.']);
  expect(waiting.count).toBe(1);
});

test('another organisation’s teams, scores and drafts are nowhere on the page', async () => {
  const [mine, theirs] = [await aWorld(fresh.db), await aWorld(fresh.db)];
  await finished(theirs, theirs.team, 4);
  const page = await overview(mine);
  expect(JSON.stringify(page)).not.toContain(theirs.team.slug);
  expect(page.teams).toBe(1);
});

test('the heat map has room for twelve units, those with most teams', async () => {
  const world = await aWorld(fresh.db);
  for (let number = 1; number <= 13; number += 1) await teamNamed(world, { name: `Team ${number}` });
  const { scorecard, moreUnits } = await overview(world);
  expect(scorecard.heat.rows).toHaveLength(12);
  expect(moreUnits).toBe(2);
});

test('a unit has a scorecard of its own, of all below it, with its own targets before the organisation’s', async () => {
  const world = await aWorld(fresh.db);
  const aims = { aws: { level: 'scalable', by: '2028-12-31' } };
  const retail = await teamNamed(world, { name: 'Retail', slug: 'retail', aims });
  const cards = await teamNamed(world, { name: 'Cards', parentId: retail.id });
  const pricing = await teamNamed(world, { name: 'Pricing', slug: 'pricing', parentId: cards.id });
  await finished(world, pricing, 2);
  await finished(world, world.team, 4);
  const google = { level: '2', by: '2027-12-31' };
  const ctx = contextOf(fresh.db, world);
  await rebuildRollups(ctx, world.org.id);
  const found = await overviewAt(ctx, 'retail', [...MODEL_IDS], {
    aims: { aws: { level: 'reliable', by: '2027-12-31' }, google },
  });
  if (found === null) throw new Error('the unit is there');
  expect(found.path).toEqual([{ slug: 'retail', name: 'Retail' }]);
  expect(found).toMatchObject({ teams: 1, scorecard: { teams: 1, heat: { rows: [{ name: 'Cards' }] } } });
  expect(found.scorecard.models.map(({ target }) => target?.by)).toEqual(['2028-12-31', null, '2027-12-31']);
  expect(found.scorecard.models[0]?.target?.label).toBe('AWS Scalable');
  expect(await overviewAt(ctx, 'nowhere', [...MODEL_IDS])).toBeNull();
});

test('the lowest team of a row is named for those who may open it', async () => {
  const world = await aWorld(fresh.db);
  for (const rung of [1, 2, 3] as const)
    await finished(world, await teamNamed(world, { name: `On ${rung}`, slug: `on-${rung}` }), rung);
  const { scorecard, lowest } = await overview(world);
  const [cell] = scorecard.heat.all.cells;
  expect(lowest[cell?.lowest?.team ?? '']).toEqual({ slug: 'on-1', name: 'On 1' });
});

test('a unit’s row has its teams alone, and one that nobody assessed lowers coverage and no mean', async () => {
  const world = await aWorld(fresh.db);
  const retail = await teamNamed(world, { name: 'Retail' });
  for (const name of ['A', 'B', 'C'])
    await finished(world, await teamNamed(world, { name, parentId: retail.id }), 2);
  const rows = async () => (await overview(world)).scorecard.heat.rows;
  const [, before] = await rows();
  expect(before).toMatchObject({ name: 'Retail', teams: 3, expected: 3 });
  await teamNamed(world, { name: 'New', parentId: retail.id });
  const [fraud, after] = await rows();
  expect(after).toEqual({ ...before, expected: 4 });
  expect(fraud).toMatchObject({ name: 'Fraud', teams: 0, expected: 1 });
});

test('the target is the organisation’s aim with its day', async () => {
  const world = await aWorld(fresh.db);
  await finished(world, world.team, 1);
  const aims = { aws: { level: 'reliable', by: '2027-12-31' } };
  const [aws, microsoft] = (await overview(world, { aims })).scorecard.models;
  expect(aws?.target).toMatchObject({ label: 'AWS Reliable', by: '2027-12-31', reached: 0, far: 1 });
  expect(microsoft?.target).toMatchObject({ by: null });
});
