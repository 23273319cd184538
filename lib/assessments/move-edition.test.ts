import { answerOf, answersOf } from '@/db/answers';
import { assessmentById } from '@/db/assessments';
import { auditOf } from '@/db/audit';
import { aUser, aWorld, type World } from '@/db/fixtures';
import { scoreOf } from '@/db/scores';
import { freshDb } from '@/db/testing';
import { insertUser } from '@/db/users';
import { commit } from '@/db/commit';
import type { ActorContext } from '../context';
import type { Choice } from '../domain/schema/answers';
import type { Content } from '../domain/schema/content';
import { saveFinding, saveFindingInput } from '../findings/save-finding';
import { findInOrg } from '../orgs/find-in-org';
import { contextOf } from '../testing';
import { answeringView } from './answering-view';
import { draftOnEdition } from './edition-change';
import { exportAssessment } from './export-assessment';
import { finishAssessment } from './finish-assessment';
import { loadAssessment } from './load-assessment';
import { moveEdition } from './move-edition';
import { saveAnswer } from './save-answer';
import { setTargets } from './set-targets';
import { startAssessment } from './start-assessment';
import { stateCriterion } from './state-criterion';
import { answerInput } from './testing';

const fresh = freshDb();

/** Tomorrow's content: another wording of one ladder, one exclusion fewer, a capability gone, and a statement anew. */
function later(content: Content): Content {
  const changed = structuredClone(content);
  for (const capability of changed.capabilities) {
    if (capability.id === 'model-registry')
      capability.rungs = capability.rungs.map(({ text }) => ({ text: `${text} again` }));
    if (capability.id === 'feature-store') delete capability.notApplicable;
  }
  changed.capabilities = changed.capabilities.filter(({ id }) => id !== 'platform-strategy');
  const [first] = changed.models.aws.criteria;
  if (first !== undefined) first.id = 'A9-NEW1';
  return { ...changed, edition: { version: '2027.1', hash: 'later' }, measure: 'later' };
}

/** The same content in better words. */
function worded(content: Content): Content {
  const capabilities = content.capabilities.map((each) => ({ ...each, title: `New ${each.title}` }));
  return { ...content, capabilities, edition: { version: '2026.9', hash: 'worded' } };
}

type Draft = { world: World; today: ReturnType<typeof contextOf>; tomorrow: ReturnType<typeof contextOf> };

/** A draft that was started by today's content with three answers, and the same person after the release. */
async function aDraft(): Promise<Draft> {
  const world = await aWorld(fresh.db);
  const today = contextOf(fresh.db, world);
  const started = await startAssessment(
    today,
    {
      ...{ team: world.team.slug, title: 'Winter', questionnaires: ['aws', 'google'] },
      ...{ scope: undefined, useCases: undefined, inProduction: undefined },
    },
    {
      'model-registry': { rung: 2, note: 'By hand.' },
      'feature-store': { notApplicable: true, reason: 'Nobody shares one.', note: 'Ask again.' },
      rollback: { rung: 1 },
    },
  );
  if (!started.ok) throw new Error(started.message);
  const { id } = started.value;
  const assessment = { ...world.assessment, id };
  const tomorrow = { ...contextOf(fresh.db, world, { minutes: 9 }), content: later(today.content) };
  return { world: { ...world, assessment }, today, tomorrow };
}

const save = (ctx: ActorContext, world: World, capability: string, choice: Choice) =>
  saveAnswer(ctx, answerInput(world, { choice }, capability));
const move = (ctx: ActorContext, { assessment }: World, edition = 'later') =>
  moveEdition(ctx, { id: assessment.id, edition });
const stored = ({ org, assessment }: World, capability: string) =>
  answerOf(fresh.db, org.id, assessment.id, capability);

test('a draft is read, answered, stated, aimed, searched and found about by the edition that it was begun with', async () => {
  const { world, today, tomorrow } = await aDraft();
  const { id } = world.assessment;
  expect((await assessmentById(fresh.db, world.org.id, id))?.edition).toBe(today.content.edition.hash);
  expect((await loadAssessment(tomorrow, id))?.content).toEqual(today.content);
  const view = await answeringView(tomorrow, {
    ...{ id, order: undefined, org: world.org, person: { id: world.user.id, name: 'Ada' } },
  });
  expect(view?.newer).toEqual({
    from: today.content.edition.version,
    to: '2027.1',
    ladders: '2 ladders differ',
  });
  const [first] = today.content.models.aws.criteria;
  const state = (criterion: string) =>
    stateCriterion(tomorrow, { org: '', id, criterion, holds: 'yes', note: '', seen: 0 });
  expect(await state(first?.id ?? '')).toMatchObject({ ok: true });
  expect(await state('A9-NEW1')).toMatchObject({ code: 'not-found' });
  expect(await save(tomorrow, world, 'platform-strategy', { rung: 1 })).toMatchObject({ ok: true });
  expect(await setTargets(tomorrow, { id, aws: 'reliable' })).toMatchObject({ ok: true });
  expect(await exportAssessment(tomorrow, { id })).toMatchObject({
    value: { yaml: expect.stringContaining('platform-strategy') },
  });
  const finding = saveFindingInput.parse({
    ...{ org: '', id, headline: 'No plan', capabilities: 'platform-strategy' },
  });
  expect(await saveFinding(tomorrow, finding)).toMatchObject({ ok: true });
  const grants = [{ teamId: null, role: 'owner' as const }];
  const found = await findInOrg({ ...tomorrow, org: world.org, grants }, { q: 'platform strategy', in: id });
  expect(found).toMatchObject({
    value: [{ things: [{ href: expect.stringContaining('at=platform-strategy') }] }],
  });
});

test('a draft is finished by its own edition, and its score says so', async () => {
  const { world, today, tomorrow } = await aDraft();
  const { id } = world.assessment;
  expect(await finishAssessment(tomorrow, { org: '', id })).toMatchObject({ ok: true });
  expect(await scoreOf(fresh.db, world.org.id, id)).toMatchObject({
    edition: today.content.edition.hash,
    measure: today.content.measure,
  });
  expect(await move(tomorrow, world)).toMatchObject({ code: 'finished' });
});

test('where only words changed, a draft follows today’s content, and nobody is asked', async () => {
  const { world, today } = await aDraft();
  const ctx = { ...today, content: worded(today.content) };
  const found = await draftOnEdition(ctx, world.assessment.id);
  expect(found?.loaded.content).toBe(ctx.content);
  expect(found?.change).toBeNull();
  expect(await move(ctx, world, 'worded')).toMatchObject({ code: 'conflict' });
});

test('a draft from before editions were kept follows today’s content', async () => {
  const world = await aWorld(fresh.db);
  const ctx = { ...contextOf(fresh.db, world), content: later(contextOf(fresh.db, world).content) };
  expect((await loadAssessment(ctx, world.assessment.id))?.content).toBe(ctx.content);
});

test('moving flags reworded answers, opens what always applies now with its reason as a note, and deletes nothing', async () => {
  const { world, tomorrow } = await aDraft();
  const { id } = world.assessment;
  const ben = aUser();
  await commit(fresh.db, (tx) => [insertUser(tx, ben)]);
  const before = await answersOf(fresh.db, world.org.id, id);
  const by = { ...tomorrow, actor: { ...tomorrow.actor, userId: ben.id } };
  expect(await move(by, world)).toEqual({ ok: true, value: null });
  expect(await answersOf(fresh.db, world.org.id, id)).toHaveLength(before.length);
  expect(await stored(world, 'model-registry')).toMatchObject({
    ...{ value: { rung: 2 }, note: 'By hand.', flagged: true, version: 2, updatedBy: world.user.id },
  });
  expect(await stored(world, 'feature-store')).toMatchObject({
    ...{
      value: null,
      note: 'Was not applicable: Nobody shares one.\nAsk again.',
      version: 2,
      updatedBy: ben.id,
    },
  });
  expect(await stored(world, 'rollback')).toMatchObject({ value: { rung: 1 }, flagged: false, version: 1 });
  const loaded = await loadAssessment(tomorrow, id);
  expect(loaded?.row.edition).toBe('later');
  expect(loaded?.content).toBe(tomorrow.content);
  expect(await auditOf(fresh.db, world.org.id, { limit: 1 })).toMatchObject([
    {
      action: 'assessment.configure',
      detail: { edition: '2027.1', flagged: 1, reopened: 1 },
    },
  ]);
  expect(await move(tomorrow, world)).toMatchObject({ code: 'conflict' });
});

test('what a moved draft was answered by is read again after the next release', async () => {
  const { world, tomorrow } = await aDraft();
  await move(tomorrow, world);
  const next = { ...tomorrow.content, edition: { version: '2027.2', hash: 'next' }, measure: 'next' };
  const loaded = await loadAssessment({ ...tomorrow, content: next }, world.assessment.id);
  expect(loaded?.content.edition).toEqual({ version: '2027.1', hash: 'later' });
});

test('only the edition that was looked at is moved to', async () => {
  const { world, tomorrow } = await aDraft();
  expect(await move(tomorrow, world, 'another')).toMatchObject({
    code: 'conflict',
    message: expect.stringMatching(/changed again/),
  });
  expect((await stored(world, 'model-registry'))?.flagged).toBe(false);
});

test('an answer saved at the same moment is neither lost nor in the way', async () => {
  const { world, tomorrow } = await aDraft();
  const [moved, saved] = await Promise.all([
    move(tomorrow, world),
    save(tomorrow, world, 'lineage', { rung: 3 }),
  ]);
  expect([moved.ok, saved.ok]).toEqual([true, true]);
  expect((await stored(world, 'lineage'))?.value).toEqual({ rung: 3 });
});

test('another organisation’s draft is not there to be moved', async () => {
  const { world } = await aDraft();
  const other = await aDraft();
  expect(await move(other.tomorrow, world)).toMatchObject({ code: 'not-found' });
  expect(await draftOnEdition(other.tomorrow, world.assessment.id)).toBeNull();
});
