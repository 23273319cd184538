import { insertAnswer } from '@/db/answers';
import { insertAssessment } from '@/db/assessments';
import { commit } from '@/db/commit';
import { anAnswer, anAssessment, aTeam, aWorld, minutesLater } from '@/db/fixtures';
import { insertTeam } from '@/db/teams';
import { freshDb } from '@/db/testing';
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
    team: { slug: world.team.slug, name: 'Fraud' },
    unit: null,
    parent: '',
    teams: [],
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
