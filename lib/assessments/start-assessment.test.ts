import { answersOf, statedOf } from '@/db/answers';
import { assessmentById, assessmentsOfTeam } from '@/db/assessments';
import { auditOf } from '@/db/audit';
import { commit } from '@/db/commit';
import { aTeam, aWorld, minutesLater, type World } from '@/db/fixtures';
import { originOf } from '@/db/origins';
import { insertTeam } from '@/db/teams';
import { freshDb } from '@/db/testing';
import { encodeAnswers } from '../domain/check-answers';
import { MODEL_IDS } from '../domain/vocabulary';
import { contextOf } from '../testing';
import { quarterOf, startFromCheck } from './start-from-check';
import { startAssessment, startAssessmentInput } from './start-assessment';
import { finishedWorld } from './testing';

const fresh = freshDb();

const form = (team: string, fields: object = {}) =>
  startAssessmentInput.parse({
    org: 'any',
    team,
    title: 'Q4 2026',
    questionnaires: 'google',
    scope: '',
    useCases: '',
    inProduction: '',
    ...fields,
  });

test('one begun from a finished assessment keeps its targets and statements, and no answer before it is confirmed', async () => {
  const world = await finishedWorld(fresh.db);
  const ctx = contextOf(fresh.db, world);
  const started = await startAssessment(ctx, form(world.team.slug, { from: world.assessment.id }));
  if (!started.ok) throw new Error(started.message);
  const { id } = started.value;
  expect(await assessmentById(fresh.db, world.org.id, id)).toMatchObject({ targets: { aws: 'reliable' } });
  expect(await statedOf(fresh.db, world.org.id, id)).toMatchObject([
    { criterion: 'A2-ENV3', holds: false, updatedBy: world.user.id, version: 1 },
  ]);
  expect(await answersOf(fresh.db, world.org.id, id)).toEqual([]);
  expect(await originOf(fresh.db, world.org.id, id)).toMatchObject({
    fromId: world.assessment.id,
    kind: 'round',
  });
});

test.each([
  ['a draft', (world: World) => world.assessment.id],
  ['what is not there', () => 'nowhere'],
])('nothing is begun from %s', async (_what, from) => {
  const world = await aWorld(fresh.db);
  const input = form(world.team.slug, { from: from(world) });
  expect(await startAssessment(contextOf(fresh.db, world), input)).toMatchObject({ code: 'not-found' });
  expect(await assessmentsOfTeam(fresh.db, world.org.id, world.team.id)).toHaveLength(1);
});

test('nothing is begun from another team’s or another organisation’s assessment', async () => {
  const [world, theirs] = [await aWorld(fresh.db), await finishedWorld(fresh.db)];
  const sister = aTeam(theirs.org);
  await commit(fresh.db, (tx) => [insertTeam(tx, sister)]);
  const from = { from: theirs.assessment.id };
  for (const [ctx, team] of [
    [contextOf(fresh.db, world), world.team],
    [contextOf(fresh.db, theirs), sister],
  ] as const)
    expect(await startAssessment(ctx, form(team.slug, from))).toMatchObject({ code: 'not-found' });
});

test('a draft begins with its team, the questionnaires in the order of the content, and its scope', async () => {
  const world = await aWorld(fresh.db);
  const ctx = contextOf(fresh.db, world);
  const input = form(world.team.slug, {
    questionnaires: ['google', 'aws'],
    scope: ' scoring\tmodels ',
    useCases: '6',
    inProduction: '0',
  });
  const started = await startAssessment(ctx, input);
  if (!started.ok) throw new Error(started.message);
  expect(await assessmentById(fresh.db, world.org.id, started.value.id)).toMatchObject({
    teamId: world.team.id,
    title: 'Q4 2026',
    status: 'draft',
    questionnaires: ['aws', 'google'],
    scope: { useCases: 6, inProduction: 0, note: expect.stringContaining('scoring') },
    targets: {},
    assessedOn: '2026-10-01',
    createdBy: world.user.id,
    createdAt: minutesLater(5),
    finishedAt: null,
  });
  expect(await answersOf(fresh.db, world.org.id, started.value.id)).toEqual([]);
  expect(await auditOf(fresh.db, world.org.id, { limit: 9 })).toMatchObject([
    { action: 'assessment.create', actorId: world.user.id, resourceId: started.value.id },
  ]);
});

test('what was not said of the scope is not stored as nought', async () => {
  const world = await aWorld(fresh.db);
  const started = await startAssessment(contextOf(fresh.db, world), form(world.team.slug));
  if (!started.ok) throw new Error(started.message);
  expect((await assessmentById(fresh.db, world.org.id, started.value.id))?.scope).toEqual({});
});

test.each([
  ['without a questionnaire', { questionnaires: undefined }, 'questionnaires'],
  ['with one that does not exist', { questionnaires: ['aws', 'ibm'] }, 'questionnaires'],
  ['with one named twice', { questionnaires: ['aws', 'aws'] }, 'questionnaires'],
  ['without a title', { title: '  ' }, 'title'],
  ['with a title of 10,000 letters', { title: 'x'.repeat(10_000) }, 'title'],
  ['with half a use case', { useCases: '1.5' }, 'useCases'],
  ['with fewer than none in production', { inProduction: '-1' }, 'inProduction'],
  ['with words for a number', { useCases: 'many' }, 'useCases'],
])('an assessment %s is refused, and the field is named', (_what, fields, named) => {
  expect(() => form('fraud', fields)).toThrow(
    expect.objectContaining({
      issues: expect.arrayContaining([expect.objectContaining({ path: expect.arrayContaining([named]) })]),
    }),
  );
});

test('another organisation’s team is not found, and nothing begins', async () => {
  const [mine, theirs] = [await aWorld(fresh.db), await aWorld(fresh.db)];
  const started = await startAssessment(contextOf(fresh.db, mine), form(theirs.team.slug));
  expect(started).toMatchObject({ ok: false, code: 'not-found' });
  expect(await assessmentsOfTeam(fresh.db, theirs.org.id, theirs.team.id)).toHaveLength(1);
});

describe('the answers of the short check', () => {
  const signedUp = ({ user, org, team }: Awaited<ReturnType<typeof aWorld>>) => ({
    userId: user.id,
    org: org.slug,
    team: team.slug,
  });

  test('become the answers of a first assessment on all questionnaires', async () => {
    const world = await aWorld(fresh.db);
    const ctx = contextOf(fresh.db, world);
    const kept = encodeAnswers({ rollback: { rung: 3 }, lineage: { unknown: true } });
    const id = (await startFromCheck(ctx, signedUp(world), kept)) ?? '';
    expect(await assessmentById(fresh.db, world.org.id, id)).toMatchObject({
      title: 'Q4 2026',
      questionnaires: [...MODEL_IDS],
      createdBy: world.user.id,
    });
    const stored = await answersOf(fresh.db, world.org.id, id);
    expect(Object.fromEntries(stored.map(({ capability, value }) => [capability, value]))).toEqual({
      rollback: { rung: 3 },
      lineage: { unknown: true },
    });
  });

  test.each([undefined, '', 'not answers at all'])('that are none begin no assessment: %p', async (kept) => {
    const world = await aWorld(fresh.db);
    expect(await startFromCheck(contextOf(fresh.db, world), signedUp(world), kept)).toBeNull();
    expect(await assessmentsOfTeam(fresh.db, world.org.id, world.team.id)).toHaveLength(1);
  });
});

test.each([
  ['2026-01-01T00:00:00Z', 'Q1 2026'],
  ['2026-03-31T23:59:59Z', 'Q1 2026'],
  ['2026-04-01T00:00:00Z', 'Q2 2026'],
  ['2026-12-31T23:59:59Z', 'Q4 2026'],
])('%s is in %s', (date, quarter) => {
  expect(quarterOf(new Date(date))).toBe(quarter);
});
