import { answerOf, insertAnswer } from '@/db/answers';
import type { Tx } from '@/db/client';
import { commit } from '@/db/commit';
import { insertPlanStep } from '@/db/plans';
import { anAnswer, minutesLater, NOON, type World } from '@/db/fixtures';
import { freshDb } from '@/db/testing';
import type { ActorContext } from '../context';
import { contextOf } from '../testing';
import { answerByForm, answerFormInput } from './answer-by-form';
import { duplicateAssessment } from './copy-assessment';
import { deleteAssessment } from './delete-assessment';
import { previousAnswers } from './previous-answers';
import { startAssessment, startAssessmentInput } from './start-assessment';
import { finishedWorld } from './testing';

const fresh = freshDb();

/** A finished assessment, and the draft that asks what of it is still true. */
async function aRound(): Promise<{ world: World; ctx: ActorContext; id: string }> {
  const world = await finishedWorld(fresh.db, { questionnaires: ['aws', 'microsoft', 'google'] });
  const ctx = contextOf(fresh.db, world, { minutes: 90 });
  const input = { org: 'any', team: world.team.slug, title: 'Winter', questionnaires: 'aws' };
  const from = { from: world.assessment.id, scope: '', useCases: '', inProduction: '' };
  const started = await startAssessment(ctx, startAssessmentInput.parse({ ...input, ...from }));
  if (!started.ok) throw new Error(started.message);
  return { world, ctx, id: started.value.id };
}

test('a round knows each answer of last time, in the words of its rung, with who gave it and when', async () => {
  const { world, ctx, id } = await aRound();
  const ladder = ctx.content.capabilities.find((each) => each.id === 'rollback');
  expect(await previousAnswers(ctx, id, ctx.content)).toEqual({
    id: world.assessment.id,
    title: 'Autumn',
    answers: {
      rollback: {
        choice: { rung: 2 },
        note: 'one click',
        evidence: [],
        by: 'Ada',
        at: NOON.toISOString(),
        text: ladder?.rungs[2]?.text,
        same: true,
        accepted: null,
      },
    },
  });
});

test('the highest rung that was accepted since is offered with what shows it; one accepted before, or below the answer, is not', async () => {
  const { world, ctx, id } = await aRound();
  const accept = (step: string, minutes: number) => (tx: Tx) =>
    insertPlanStep(tx, {
      ...{ orgId: world.org.id, teamId: world.team.id, step, owner: null, status: 'done', dueOn: null },
      ...{ ticket: null, note: null, evidence: [{ title: 'Runbook' }], doneOn: '2026-10-01' },
      ...{ acceptedBy: world.user.id, acceptedAt: minutesLater(minutes) },
      ...{ updatedAt: minutesLater(minutes), updatedBy: world.user.id },
    });
  const acceptedNow = async () =>
    (await previousAnswers(ctx, id, ctx.content))?.answers['rollback']?.accepted;
  await commit(fresh.db, (tx) => [accept('rollback:4', -5)(tx), accept('rollback:2', 30)(tx)]);
  expect(await acceptedNow()).toBeNull();
  await commit(fresh.db, (tx) => [accept('rollback:3', 40)(tx)]);
  expect(await acceptedNow()).toMatchObject({
    ...{ rung: 3, by: 'Ada', on: minutesLater(40).toISOString(), evidence: [{ title: 'Runbook' }] },
  });
});

test('what was answered by other words is not offered to be kept as it is', async () => {
  const { ctx, id } = await aRound();
  const reworded = ctx.content.capabilities.map((each) =>
    each.id === 'rollback' ? { ...each, question: 'How do you go back?' } : each,
  );
  const previous = await previousAnswers(ctx, id, { capabilities: reworded });
  expect(previous?.answers['rollback']?.same).toBe(false);
  const retired = await previousAnswers(ctx, id, {
    capabilities: ctx.content.capabilities.filter((each) => each.id !== 'rollback'),
  });
  expect(retired?.answers).toEqual({});
});

test('an answer that came after finishing, past the door, is not what was said', async () => {
  const { world, ctx, id } = await aRound();
  await commit(fresh.db, (tx) => [insertAnswer(tx, anAnswer(world, { capability: 'lineage' }))]);
  expect(Object.keys((await previousAnswers(ctx, id, ctx.content))?.answers ?? {})).toEqual(['rollback']);
});

test('only a round asks again: not what was begun anew, a copy, or one whose source is gone', async () => {
  const { world, ctx, id } = await aRound();
  expect(await previousAnswers(ctx, world.assessment.id, ctx.content)).toBeNull();
  const copied = await duplicateAssessment(ctx, { id: world.assessment.id });
  expect(copied.ok && (await previousAnswers(ctx, copied.value.id, ctx.content))).toBeNull();
  await deleteAssessment(ctx, { id: world.assessment.id });
  expect(await previousAnswers(ctx, id, ctx.content)).toBeNull();
});

test('keeping by a form without JavaScript stores the whole answer of last time and goes on without a stop', async () => {
  const { world, ctx, id } = await aRound();
  const form = { org: world.org.slug, id, capability: 'rollback', seen: '0', go: 'keep' };
  // The last question of its domain: a place to stop would come here.
  expect(await answerByForm(ctx, answerFormInput.parse(form))).toEqual({
    ok: true,
    value: '?at=service-monitoring',
  });
  expect(await answerOf(fresh.db, world.org.id, id, 'rollback')).toMatchObject({
    value: { rung: 2 },
    note: 'one click',
    updatedBy: world.user.id,
    version: 1,
  });
});

test('keeping what was never said stores nothing', async () => {
  const { world, ctx, id } = await aRound();
  const form = { org: world.org.slug, id, capability: 'lineage', seen: '0', go: 'keep' };
  expect(await answerByForm(ctx, answerFormInput.parse(form))).toMatchObject({ ok: true });
  expect(await answerOf(fresh.db, world.org.id, id, 'lineage')).toBeUndefined();
});
