import { answersOf, statedOf } from '@/db/answers';
import { assessmentById, assessmentsOfTeam } from '@/db/assessments';
import { aWorld, type World } from '@/db/fixtures';
import { frozenOf } from '@/db/frozen';
import { originOf } from '@/db/origins';
import { freshDb } from '@/db/testing';
import { LIMITS } from '../domain/limits';
import { teamHome } from '../teams/team-home';
import { contextOf } from '../testing';
import { duplicateAssessment, reopenAssessment } from './copy-assessment';
import { deleteAssessment } from './delete-assessment';
import { finishAssessment } from './finish-assessment';
import { saveAnswer } from './save-answer';
import { answerInput, finishedWorld } from './testing';

const fresh = freshDb();

const idOf = ({ assessment }: World) => ({ id: assessment.id });
const reopen = (world: World) => reopenAssessment(contextOf(fresh.db, world, { minutes: 60 }), idOf(world));

async function reopened(world: World): Promise<World> {
  const result = await reopen(world);
  if (!result.ok) throw new Error(result.message);
  return { ...world, assessment: { ...world.assessment, id: result.value.id } };
}

const storedOf = ({ org, assessment }: World) =>
  Promise.all([
    assessmentById(fresh.db, org.id, assessment.id),
    answersOf(fresh.db, org.id, assessment.id),
    frozenOf(fresh.db, org.id, assessment.id),
  ]);

test('a new version is a draft with the same answers, statements and their authors', async () => {
  const world = await finishedWorld(fresh.db);
  const version = await reopened(world);
  const [draft, answers, frozen] = await storedOf(version);
  expect(draft).toMatchObject({ status: 'draft', title: 'Autumn', targets: { aws: 'reliable' }, version: 1 });
  expect(answers).toMatchObject([
    { capability: 'rollback', value: { rung: 2 }, note: 'one click', updatedBy: world.user.id, version: 1 },
  ]);
  expect(await statedOf(fresh.db, world.org.id, version.assessment.id)).toHaveLength(1);
  expect(frozen).toBeUndefined();
  expect(await originOf(fresh.db, world.org.id, version.assessment.id)).toMatchObject({
    fromId: world.assessment.id,
    kind: 'version',
  });
});

test('nothing that is done to a new version alters the frozen one', async () => {
  const world = await finishedWorld(fresh.db);
  const [, answers, frozen] = await storedOf(world);
  const version = await reopened(world);
  const ctx = contextOf(fresh.db, version);
  await saveAnswer(ctx, answerInput(version, { seen: 1, choice: { rung: 4 } }));
  await finishAssessment(ctx, { org: world.org.slug, id: version.assessment.id });
  const [row, after, still] = await storedOf(world);
  expect(row).toMatchObject({ status: 'finished', finishedBy: world.user.id });
  expect([after, still]).toEqual([answers, frozen]);
});

test('the team’s page numbers versions and says which one is replaced', async () => {
  const world = await finishedWorld(fresh.db);
  const version = await reopened(world);
  const list = async () =>
    (await teamHome(contextOf(fresh.db, world), world.team.slug))?.assessments.map((each) => ({
      is: each.id === world.assessment.id ? 'first' : 'second',
      version: each.version,
      replaced: each.replaced,
    }));
  const first = { is: 'first', version: 1, replaced: false };
  const second = { is: 'second', version: 2, replaced: false };
  expect(await list()).toEqual(expect.arrayContaining([first, second]));
  await finishAssessment(contextOf(fresh.db, version), { org: world.org.slug, id: version.assessment.id });
  expect(await list()).toEqual(expect.arrayContaining([{ ...first, replaced: true }, second]));
});

test('one assessment has one open version, also when two people reopen it at the same moment', async () => {
  const world = await finishedWorld(fresh.db);
  const results = await Promise.all([reopen(world), reopen(world)]);
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await reopen(world)).toMatchObject({
    code: 'invalid',
    message: expect.stringContaining('open already'),
  });
  expect(await assessmentsOfTeam(fresh.db, world.org.id, world.team.id)).toHaveLength(2);
});

test('a version that was deleted makes room for another', async () => {
  const world = await finishedWorld(fresh.db);
  const version = await reopened(world);
  await deleteAssessment(contextOf(fresh.db, version), idOf(version));
  expect(await reopen(world)).toMatchObject({ ok: true });
});

test('a draft is not reopened', async () => {
  const world = await aWorld(fresh.db);
  expect(await reopen(world)).toMatchObject({ ok: false, code: 'invalid' });
});

test('a duplicate stands by itself, of today, and under a name that still fits', async () => {
  const world = await finishedWorld(fresh.db, { title: 'x'.repeat(LIMITS.title), assessedOn: '2026-04-01' });
  const ctx = contextOf(fresh.db, world, { role: 'contributor' });
  const result = await duplicateAssessment(ctx, idOf(world));
  if (!result.ok) throw new Error(result.message);
  const row = await assessmentById(fresh.db, world.org.id, result.value.id);
  expect(row).toMatchObject({ status: 'draft', assessedOn: '2026-10-01' });
  expect(row?.title).toMatch(/^Copy of x+$/);
  expect(row?.title).toHaveLength(LIMITS.title);
  expect(await answersOf(fresh.db, world.org.id, result.value.id)).toHaveLength(1);
});

test('another organisation’s assessment is neither reopened nor duplicated', async () => {
  const [mine, theirs] = [await aWorld(fresh.db), await finishedWorld(fresh.db)];
  const ctx = contextOf(fresh.db, mine);
  expect(await reopenAssessment(ctx, idOf(theirs))).toMatchObject({ code: 'not-found' });
  expect(await duplicateAssessment(ctx, idOf(theirs))).toMatchObject({ code: 'not-found' });
});
