import { insertAssessment } from '@/db/assessments';
import { commit } from '@/db/commit';
import { anAssessment, aScore, aTeam, aWorld, minutesLater, type World } from '@/db/fixtures';
import { upsertScore } from '@/db/scores';
import { insertTeam } from '@/db/teams';
import { freshDb } from '@/db/testing';
import { ROWS_A_PAGE } from '../domain/page-of';
import { scoringBasis } from '../domain/requirements';
import { score } from '../domain/score';
import { storedScore } from '../domain/stored-score';
import { realContent } from '../domain/testing';
import { MODEL_IDS, type Rung } from '../domain/vocabulary';
import { rebuildRollups } from '../rollups/rebuild-rollups';
import { contextOf } from '../testing';
import { coverage } from './coverage';
import { teamTable, type TableQuery } from './team-table';

const fresh = freshDb();
const content = realContent();

const allOn = (rung: Rung) =>
  storedScore(
    content,
    score(
      scoringBasis(content, MODEL_IDS),
      Object.fromEntries(content.capabilities.map(({ id }) => [id, { rung }])),
      {},
    ),
  );
const summaries = { 1: allOn(1), 2: allOn(2), 3: allOn(3), 4: allOn(4) };

type Row = { name: string; parent?: string; rung?: 1 | 2 | 3 | 4; on?: string };

/** Teams under units, those with a rung finished on it. */
async function organisation(rows: Row[]): Promise<World> {
  const world = await aWorld(fresh.db);
  const { org, user } = world;
  for (const { name, parent, rung, on = '2026-10-01' } of rows) {
    const team = aTeam(org, {
      id: `${org.id} ${name}`,
      name,
      slug: name,
      parentId: parent ? `${org.id} ${parent}` : null,
    });
    const row = anAssessment(team, user, {
      ...{ status: 'finished', finishedAt: minutesLater(1), finishedBy: user.id },
      ...{ questionnaires: [...MODEL_IDS], assessedOn: on },
    });
    await commit(fresh.db, (tx) => [
      insertTeam(tx, team),
      ...(rung === undefined
        ? []
        : [insertAssessment(tx, row), upsertScore(tx, aScore(row, { summary: summaries[rung] }))]),
    ]);
  }
  await rebuildRollups(contextOf(fresh.db, world), org.id);
  return world;
}

const table = async (world: World, query: Partial<TableQuery> = {}) => {
  const ctx = contextOf(fresh.db, world, { role: 'viewer' });
  const found = await teamTable(ctx, [...MODEL_IDS], { order: 'unit', page: 1, ...query });
  if (found === null) throw new Error('there is no such unit');
  return { ...found, names: found.rows.map(({ name }) => name) };
};

const FOUR: Row[] = [
  { name: 'Retail' },
  { name: 'B', parent: 'Retail', rung: 2, on: '2026-03-01' },
  { name: 'A', parent: 'Retail', rung: 4, on: '2026-06-01' },
  { name: 'Lone', rung: 1, on: '2026-09-01' },
  { name: 'Waiting' },
];

test.each([
  ['unit', ['Lone', 'A', 'B']],
  ['name', ['A', 'B', 'Lone']],
  ['date', ['B', 'A', 'Lone']],
  ['share', ['Lone', 'B', 'A']],
  ['microsoft', ['Lone', 'B', 'A']],
] as const)('teams stand by %s, what wants attention on top', async (order, names) => {
  expect((await table(await organisation(FOUR), { order })).names).toEqual(names);
});

test('a row has the level, what is open up to the next, the share and the day', async () => {
  const { rows } = await table(await organisation(FOUR));
  expect(rows[0]).toMatchObject({ name: 'Lone', unit: null, date: '2026-09-01', share: 0.25 });
  expect(rows[1]).toMatchObject({ name: 'A', unit: 'Retail', share: 1 });
  expect(rows[1]?.levels.google).toEqual({ level: '2', next: null, toGo: 0 });
  expect(rows[0]?.levels.microsoft?.toGo).toBeGreaterThan(0);
});

test('teams are found by a part of their name or of their unit’s, and by the level of the lead model', async () => {
  const world = await organisation(FOUR);
  expect((await table(world, { named: ' retAIL ' })).names).toEqual(['A', 'B']);
  expect((await table(world, { level: 'scalable' })).names).toEqual(['A']);
  expect((await table(world, { unit: 'Retail', order: 'name' })).names).toEqual(['A', 'B']);
  expect((await table(world, { named: '%_\\' })).count).toBe(0);
  expect((await table(world, { level: 'nonsense' })).count).toBe(0);
});

test('a unit that was assessed itself has a row of its own answers, without its teams’', async () => {
  const world = await organisation([
    { name: 'Retail', rung: 1 },
    { name: 'A', parent: 'Retail', rung: 4 },
  ]);
  expect((await table(world, { order: 'share' })).rows.map(({ name, share }) => [name, share])).toEqual([
    ['Retail', 0.25],
    ['A', 1],
  ]);
});

test('a page that there is not is the nearest one', async () => {
  const world = await organisation(
    Array.from({ length: ROWS_A_PAGE + 3 }, (_, index) => ({ name: `T${index + 1}`, rung: 1 as const })),
  );
  expect(await table(world, { page: 99 })).toMatchObject({ page: 2, pages: 2, count: ROWS_A_PAGE + 3 });
  expect((await table(world, { page: 2, order: 'share' })).rows).toHaveLength(3);
  expect((await table(world, { page: -7 })).page).toBe(1);
});

test('a unit that there is not has no teams and no coverage, and another organisation’s is not there', async () => {
  const [mine, theirs] = [await organisation(FOUR), await organisation([{ name: 'Secret', rung: 2 }])];
  const ctx = contextOf(fresh.db, mine);
  for (const unit of ['nowhere', 'Secret']) {
    expect(await teamTable(ctx, ['aws'], { order: 'unit', page: 1, unit })).toBeNull();
    expect(await coverage(ctx, unit)).toBeNull();
  }
  expect((await table(theirs)).names).toEqual(['Secret']);
});

test('coverage names who has not finished, and whether they are answering', async () => {
  const world = await organisation(FOUR);
  expect(await coverage(contextOf(fresh.db, world), undefined)).toEqual({
    teams: 5,
    finished: 3,
    waiting: [
      { slug: world.team.slug, name: 'Fraud', unit: null, answering: true },
      { slug: 'Waiting', name: 'Waiting', unit: null, answering: false },
    ],
  });
});
