import { answersOf, insertAnswer, upsertStated } from '@/db/answers';
import { assessmentById } from '@/db/assessments';
import { auditOf } from '@/db/audit';
import { commit, exactlyOne } from '@/db/commit';
import { anAnswer, aStatement, aWorld, minutesLater, type World } from '@/db/fixtures';
import { scoreOf } from '@/db/scores';
import { freshDb } from '@/db/testing';
import { scoringBasis } from '../domain/requirements';
import { score } from '../domain/score';
import { storedScore } from '../domain/stored-score';
import { contextOf } from '../testing';
import { finishAssessment } from './finish-assessment';
import { domainAnswers } from './load-assessment';
import { saveAnswer } from './save-answer';
import { answerInput } from './testing';

const fresh = freshDb();

const finish = (world: World) => finishAssessment(contextOf(fresh.db, world), idOf(world));
const idOf = ({ org, assessment }: World) => ({ org: org.slug, id: assessment.id });
const rowOf = ({ org, assessment }: World) => assessmentById(fresh.db, org.id, assessment.id);
const storedOf = ({ org, assessment }: World) => scoreOf(fresh.db, org.id, assessment.id);

/** A draft with every ladder on rung 2 except one that is only a note, and one statement. */
async function answeredWorld(): Promise<World> {
  const world = await aWorld(fresh.db, { questionnaires: ['aws', 'google'] });
  const { capabilities } = contextOf(fresh.db, world).content;
  await commit(fresh.db, (tx) => [
    ...capabilities
      .slice(1)
      .map(({ id }) => insertAnswer(tx, anAnswer(world, { capability: id, value: { rung: 2 } }))),
    insertAnswer(tx, anAnswer(world, { capability: capabilities[0]?.id ?? '', value: null, note: 'later' })),
    exactlyOne(upsertStated(tx, aStatement(world), 0), () => new Error('stated already')),
  ]);
  return world;
}

test('finishing freezes the draft and stores its score with the content and the measure it was read by', async () => {
  const world = await answeredWorld();
  const { content } = contextOf(fresh.db, world);
  expect(await finish(world)).toEqual({ ok: true, value: null });
  expect(await rowOf(world)).toMatchObject({
    status: 'finished',
    finishedAt: minutesLater(5),
    finishedBy: world.user.id,
  });
  const answers = domainAnswers(await answersOf(fresh.db, world.org.id, world.assessment.id));
  const statements = { 'A2-ENV3': { holds: false } };
  expect(await storedOf(world)).toMatchObject({
    edition: content.edition.hash,
    contentVersion: content.edition.version,
    measure: content.measure,
    teamId: world.team.id,
    computedAt: minutesLater(5),
    summary: storedScore(content, score(scoringBasis(content, ['aws', 'google']), answers, statements)),
  });
  expect(await auditOf(fresh.db, world.org.id, { limit: 9 })).toMatchObject([
    { action: 'assessment.finish', actorId: world.user.id, resourceId: world.assessment.id },
  ]);
});

test('a finished assessment is not finished again', async () => {
  const world = await answeredWorld();
  await finish(world);
  const [row, stored] = [await rowOf(world), await storedOf(world)];
  expect(await finish(world)).toMatchObject({ ok: false, code: 'finished' });
  expect([await rowOf(world), await storedOf(world)]).toEqual([row, stored]);
});

test('of two who finish at the same moment, one does, and the other is told that it is done', async () => {
  const world = await answeredWorld();
  const results = await Promise.all([finish(world), finish(world)]);
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  expect(results.find(({ ok }) => !ok)).toMatchObject({ code: 'finished' });
  expect(await auditOf(fresh.db, world.org.id, { limit: 9 })).toHaveLength(1);
});

test('an answer that arrives while it is finished is either in the stored score or refused', async () => {
  const world = await answeredWorld();
  const ctx = contextOf(fresh.db, world);
  const [saved, finished] = await Promise.all([
    saveAnswer(ctx, answerInput(world, { seen: 1, choice: { rung: 4 } })),
    finish(world),
  ]);
  expect(finished).toEqual({ ok: true, value: null });
  if (!saved.ok) expect(saved.code).toBe('finished');
  const rows = await answersOf(fresh.db, world.org.id, world.assessment.id);
  const rung = rows.find(({ capability }) => capability === 'rollback')?.value;
  expect(rung).toEqual({ rung: saved.ok ? 4 : 2 });
  const statements = { 'A2-ENV3': { holds: false } };
  expect((await storedOf(world))?.summary).toEqual(
    storedScore(
      ctx.content,
      score(scoringBasis(ctx.content, ['aws', 'google']), domainAnswers(rows), statements),
    ),
  );
});

test('with nothing answered there is nothing to finish, and it stays a draft', async () => {
  const world = await aWorld(fresh.db);
  await commit(fresh.db, (tx) => [insertAnswer(tx, anAnswer(world, { value: null, note: 'only a note' }))]);
  expect(await finish(world)).toMatchObject({ ok: false, code: 'invalid' });
  expect((await rowOf(world))?.status).toBe('draft');
  expect(await storedOf(world)).toBeUndefined();
});

test('another organisation’s draft is not found, and stays one', async () => {
  const [mine, theirs] = [await aWorld(fresh.db), await answeredWorld()];
  const result = await finishAssessment(contextOf(fresh.db, mine), idOf(theirs));
  expect(result).toMatchObject({ ok: false, code: 'not-found' });
  expect((await rowOf(theirs))?.status).toBe('draft');
});
