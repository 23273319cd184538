import { insertAnswer } from '@/db/answers';
import { insertAssessment, setArchived } from '@/db/assessments';
import { commit, exactlyOne } from '@/db/commit';
import { anAnswer, anAssessment, aTeam, aUser, aWorld, minutesLater } from '@/db/fixtures';
import { insertOrigin } from '@/db/origins';
import { insertTeam } from '@/db/teams';
import { freshDb } from '@/db/testing';
import { insertUser } from '@/db/users';
import { finishAssessment } from '../assessments/finish-assessment';
import { contextOf } from '../testing';
import { teamHome } from './team-home';

const fresh = freshDb();

test('a team sees its assessments, newest first: levels where one is finished, how far where one is not', async () => {
  const world = await aWorld(fresh.db, { assessedOn: '2026-06-30', questionnaires: ['aws'] });
  const ctx = contextOf(fresh.db, world);
  const draft = anAssessment(world.team, world.user, { title: 'Winter', createdAt: minutesLater(2) });
  await commit(fresh.db, (tx) => [
    ...ctx.content.capabilities.map(({ id }) => insertAnswer(tx, anAnswer(world, { capability: id }))),
    insertAssessment(tx, draft),
    insertAnswer(tx, anAnswer({ ...world, assessment: draft })),
    insertAnswer(
      tx,
      anAnswer({ ...world, assessment: draft }, { capability: 'lineage', value: null, note: 'x' }),
    ),
  ]);
  await finishAssessment(ctx, { org: world.org.slug, id: world.assessment.id });
  expect(await teamHome(ctx, world.team.slug)).toEqual({
    hasPlan: false,
    team: { slug: world.team.slug, name: 'Fraud' },
    unit: null,
    parent: '',
    aims: {},
    teams: [],
    trend: null,
    bin: [],
    assessments: [
      {
        id: draft.id,
        title: 'Winter',
        status: 'draft',
        assessedOn: '2026-10-01',
        levels: [],
        answered: 1,
        archived: false,
        version: 1,
        replaced: false,
      },
      {
        id: world.assessment.id,
        title: 'Autumn',
        status: 'finished',
        assessedOn: '2026-06-30',
        levels: [{ model: 'aws', name: 'AWS', level: 'Initial', toGo: expect.any(Number) }],
        answered: null,
        archived: false,
        version: 1,
        replaced: false,
      },
    ],
  });
});

test('finished assessments are rounds with how many answered and by how many people', async () => {
  const world = await aWorld(fresh.db, { assessedOn: '2026-06-30', questionnaires: ['aws'] });
  const ctx = contextOf(fresh.db, world);
  const ben = aUser();
  const [second, reopened, archived] = ['2026-09-30', '2026-10-01', '2026-10-02'].map((assessedOn) =>
    anAssessment(world.team, world.user, { assessedOn, title: assessedOn }),
  );
  if (second === undefined || reopened === undefined || archived === undefined) throw new Error('too few');
  const of = (assessment: typeof second) => ({ ...world, assessment });
  await commit(fresh.db, (tx) => [
    insertUser(tx, ben),
    ...[second, reopened, archived].map((row) => insertAssessment(tx, row)),
    insertOrigin(tx, { assessmentId: reopened.id, orgId: world.org.id, fromId: second.id, kind: 'version' }),
    ...[world.assessment, second, reopened, archived].map((row) => insertAnswer(tx, anAnswer(of(row)))),
    insertAnswer(tx, anAnswer(world, { capability: 'lineage', updatedBy: ben.id })),
    insertAnswer(tx, anAnswer(world, { capability: 'cost-management', updatedBy: ben.id })),
    insertAnswer(
      tx,
      anAnswer(of(reopened), { capability: 'lineage', value: null, note: 'x', updatedBy: ben.id }),
    ),
  ]);
  for (const { id } of [world.assessment, second, archived])
    await finishAssessment(ctx, { org: world.org.slug, id });
  await commit(fresh.db, (tx) => [
    exactlyOne(setArchived(tx, { ...archived, version: 2 }, ctx.now), () => new Error('missed')),
  ]);
  const shown = async () => {
    const home = await teamHome(ctx, world.team.slug);
    return {
      rounds: home?.trend?.rounds.map(({ id, answered, people }) => ({
        id,
        answered: answered.count,
        people,
      })),
      replaced: home?.assessments.filter((each) => each.replaced).map(({ id }) => id),
    };
  };
  const first = { id: world.assessment.id, answered: 3, people: 2 };
  expect(await shown()).toEqual({
    rounds: [first, { id: second.id, answered: 1, people: 1 }],
    replaced: [],
  });
  await finishAssessment(ctx, { org: world.org.slug, id: reopened.id });
  expect(await shown()).toEqual({
    rounds: [first, { id: reopened.id, answered: 1, people: 1 }],
    replaced: [second.id],
  });
});

test('a team names the unit above it, and a unit the teams below it', async () => {
  const world = await aWorld(fresh.db);
  const below = aTeam(world.org, { parentId: world.team.id, name: 'Cards' });
  await commit(fresh.db, (tx) => [insertTeam(tx, below)]);
  const ctx = contextOf(fresh.db, world);
  expect(await teamHome(ctx, below.slug)).toMatchObject({ unit: 'Fraud', teams: [], assessments: [] });
  expect(await teamHome(ctx, world.team.slug)).toMatchObject({
    unit: null,
    parent: '',
    teams: [{ slug: below.slug, name: 'Cards' }],
  });
});

test('another organisation’s team is not there', async () => {
  const [mine, theirs] = [await aWorld(fresh.db), await aWorld(fresh.db)];
  expect(await teamHome(contextOf(fresh.db, mine), theirs.team.slug)).toBeNull();
});
