import { insertAssessment, setDeleted } from './assessments';
import { commit, exactlyOne } from './commit';
import { type World, NOON, aScore, aSummary, aTeam, aWorld, anAssessment, minutesLater } from './fixtures';
import { metaValue, setMeta } from './meta';
import { insertOrigin } from './origins';
import type { Assessment } from './schema/assessments';
import { draftsOf, finishedScoresOfTeam, newestFinishedScores, scoreOf, upsertScore } from './scores';
import { insertTeam } from './teams';
import { freshDb } from './testing';

const fresh = freshDb();

async function scored({ team, user }: World, row: Partial<Assessment>): Promise<Assessment> {
  const assessment = anAssessment(team, user, {
    status: 'finished',
    finishedAt: NOON,
    finishedBy: user.id,
    ...row,
  });
  await commit(fresh.db, (tx) => [insertAssessment(tx, assessment), upsertScore(tx, aScore(assessment))]);
  return assessment;
}

test('a score takes the place of the one before', async () => {
  const { assessment } = await aWorld(fresh.db);
  const newer = aScore(assessment, {
    summary: aSummary({ overall: { certain: 0.5, best: 0.5 } }),
    measure: 'm2',
    computedAt: minutesLater(1),
  });
  await commit(fresh.db, (tx) => [upsertScore(tx, aScore(assessment))]);
  await commit(fresh.db, (tx) => [upsertScore(tx, newer)]);
  expect(await scoreOf(fresh.db, assessment.orgId, assessment.id)).toEqual(newer);
});

test('the scorecard has the newest finished assessment of each team and the one before', async () => {
  const world = await aWorld(fresh.db);
  const second = { ...world, team: aTeam(world.org, { parentId: world.team.id, name: 'Cards' }) };
  await commit(fresh.db, (tx) => [insertTeam(tx, second.team), insertTeam(tx, aTeam(world.org))]);
  const newest = await scored(world, { assessedOn: '2026-09-01' });
  const before = await scored(world, { assessedOn: '2025-09-01', finishedAt: minutesLater(99) });
  await scored(world, { assessedOn: '2024-09-01', finishedAt: minutesLater(99) });
  await scored(world, { assessedOn: '2026-10-01', status: 'draft', finishedAt: null });
  const finishedFirst = await scored(second, { assessedOn: '2026-03-01', finishedAt: NOON });
  const finishedLast = await scored(second, { assessedOn: '2026-03-01', finishedAt: minutesLater(1) });
  const found = await newestFinishedScores(fresh.db, world.org.id);
  expect(new Set(found.map((row) => `${row.team.name} ${row.place} ${row.assessment.id}`))).toEqual(
    new Set([
      `Fraud 1 ${newest.id}`,
      `Fraud 2 ${before.id}`,
      `Cards 1 ${finishedLast.id}`,
      `Cards 2 ${finishedFirst.id}`,
    ]),
  );
  expect(found.find((row) => row.team.name === 'Cards' && row.place === 1)).toEqual({
    place: 1,
    score: aScore(finishedLast),
    assessment: {
      id: finishedLast.id,
      title: 'Autumn',
      assessedOn: '2026-03-01',
      finishedAt: minutesLater(1),
      archivedAt: null,
    },
    team: { id: second.team.id, parentId: world.team.id, slug: second.team.slug, name: 'Cards' },
  });
});

test('the history of a team runs from old to new and leaves drafts out', async () => {
  const world = await aWorld(fresh.db);
  const days = ['2026-03-01', '2025-03-01', '2026-09-01'];
  for (const assessedOn of days) await scored(world, { assessedOn });
  await commit(fresh.db, (tx) => [upsertScore(tx, aScore(world.assessment))]);
  const history = await finishedScoresOfTeam(fresh.db, world.org.id, world.team.id);
  expect(history.map((row) => row.assessment.assessedOn)).toEqual(days.toSorted());
});

test.each([
  { kind: 'version', status: 'finished', rounds: ['old', 'newer'], says: 'replaces what it continues' },
  {
    kind: 'version',
    status: 'draft',
    rounds: ['old', 'first'],
    says: 'replaces nothing until it is finished',
  },
  {
    kind: 'round',
    status: 'finished',
    rounds: ['old', 'first', 'newer'],
    says: 'stands beside the one before',
  },
  {
    kind: 'copy',
    status: 'finished',
    rounds: ['old', 'first', 'newer'],
    says: 'stands beside what it copies',
  },
] as const)('a $status $kind $says, in history and scorecard', async ({ kind, status, rounds }) => {
  const world = await aWorld(fresh.db);
  await scored(world, { title: 'old', assessedOn: '2026-01-01' });
  const first = await scored(world, { title: 'first', assessedOn: '2026-04-01' });
  const newer = await scored(world, { title: 'newer', assessedOn: '2026-05-01', status });
  await commit(fresh.db, (tx) => [
    insertOrigin(tx, { assessmentId: newer.id, orgId: newer.orgId, fromId: first.id, kind }),
  ]);
  const titles = async () => {
    const history = await finishedScoresOfTeam(fresh.db, world.org.id, world.team.id);
    const newest = await newestFinishedScores(fresh.db, world.org.id);
    const shown = newest.toSorted((a, b) => b.place - a.place);
    return [history, shown].map((rows) => rows.map(({ assessment }) => assessment.title));
  };
  expect(await titles()).toEqual([rounds, rounds.slice(-2)]);
  await commit(fresh.db, (tx) => [
    exactlyOne(
      setDeleted(tx, newer, { deletedAt: NOON, deletedBy: world.user.id }),
      () => new Error('missed'),
    ),
  ]);
  expect(await titles()).toEqual([
    ['old', 'first'],
    ['old', 'first'],
  ]);
});

test('drafts are counted by team, as numbers', async () => {
  const world = await aWorld(fresh.db);
  await commit(fresh.db, (tx) => [insertAssessment(tx, anAssessment(world.team, world.user))]);
  await scored(world, {});
  expect(await draftsOf(fresh.db, world.org.id)).toEqual([{ teamId: world.team.id, drafts: 2 }]);
});

test('a fact about the database is replaced by a newer one', async () => {
  await commit(fresh.db, (tx) => [setMeta(tx, { key: 'demo', value: '1' })]);
  await commit(fresh.db, (tx) => [setMeta(tx, { key: 'demo', value: '2' })]);
  expect([await metaValue(fresh.db, 'demo'), await metaValue(fresh.db, 'other')]).toEqual(['2', undefined]);
});
