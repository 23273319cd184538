import { insertAssessment } from '@/db/assessments';
import { commit } from '@/db/commit';
import { anAssessment, aScore, aTeam, aWorld, minutesLater, type World } from '@/db/fixtures';
import type { Assessment, Team } from '@/db/schema';
import { upsertScore } from '@/db/scores';
import { insertTeam } from '@/db/teams';
import { freshDb } from '@/db/testing';
import { scoringBasis } from '../domain/requirements';
import { score } from '../domain/score';
import { storedScore } from '../domain/stored-score';
import { realContent } from '../domain/testing';
import { MODEL_IDS, type Rung } from '../domain/vocabulary';
import { contextOf } from '../testing';
import { orgOverview } from './org-overview';

const fresh = freshDb();
const content = realContent();

const overview = (world: Pick<World, 'user' | 'org'>) =>
  orgOverview(contextOf(fresh.db, world, { role: 'viewer' }), [...MODEL_IDS]);

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
  expect({ teams, waiting }).toEqual({ teams: 1, waiting: [] });
  expect(scorecard.teams).toHaveLength(1);
  expect(scorecard.teams[0]).toMatchObject({ slug: world.team.slug, date: '2026-09-30', unit: null });
  const met = (rung: Rung) =>
    Object.values(allOn(rung).requirements)
      .flat()
      .flatMap(({ states }) => Object.values(states))
      .filter((state) => state === 'met').length;
  expect(scorecard.movement).toEqual({ teams: 1, met: met(4) - met(2), lost: 0 });
});

test('a draft is counted among those who wait, and its answers are in no number', async () => {
  const world = await aWorld(fresh.db);
  const risk = await teamNamed(world, { name: 'Risk' });
  await finished(world, risk, 2);
  const { scorecard, waiting, teams } = await overview(world);
  expect(teams).toBe(2);
  expect(waiting).toEqual([{ slug: world.team.slug, name: 'Fraud', unit: null, drafts: 1 }]);
  expect(scorecard.teams.map(({ slug }) => slug)).toEqual([risk.slug]);
});

test('a draft that was started after a finished assessment leaves the team among the finished', async () => {
  const world = await aWorld(fresh.db);
  await finished(world, world.team, 2);
  expect((await overview(world)).waiting).toEqual([]);
});

test('a unit of teams is no team, unless it was assessed itself', async () => {
  const world = await aWorld(fresh.db);
  const unit = await teamNamed(world, { name: 'Retail' });
  const below = await teamNamed(world, { name: 'Cards', parentId: unit.id });
  await finished(world, below, 3);
  const before = await overview(world);
  expect(before.teams).toBe(2);
  expect(before.waiting.map(({ name }) => name)).toEqual(['Fraud']);
  expect(before.scorecard.teams).toMatchObject([{ name: 'Cards', unit: 'Retail' }]);
  await finished(world, unit, 1);
  const after = await overview(world);
  expect(after.teams).toBe(3);
  expect(after.scorecard.teams.map(({ name }) => name)).toEqual(['Cards', 'Retail']);
});

test('an organisation in which nothing is finished has no scorecard yet, and everybody waits', async () => {
  const { scorecard, waiting } = await overview(await aWorld(fresh.db));
  expect(scorecard.teams).toEqual([]);
  expect(waiting).toHaveLength(1);
});

test('another organisation’s teams, scores and drafts are nowhere on the page', async () => {
  const [mine, theirs] = [await aWorld(fresh.db), await aWorld(fresh.db)];
  await finished(theirs, theirs.team, 4);
  const page = await overview(mine);
  expect(JSON.stringify(page)).not.toContain(theirs.team.slug);
  expect(page.teams).toBe(1);
});
