import { insertAnswer } from '@/db/answers';
import { assessmentById, insertAssessment } from '@/db/assessments';
import { auditOf } from '@/db/audit';
import { commit } from '@/db/commit';
import { aTeam, aWorld, anAnswer, anAssessment, type World } from '@/db/fixtures';
import type { Team } from '@/db/schema/teams';
import { insertTeam } from '@/db/teams';
import { freshDb } from '@/db/testing';
import { answeringView } from '../assessments/answering-view';
import { finishAssessment } from '../assessments/finish-assessment';
import { loadAssessment } from '../assessments/load-assessment';
import { saveAnswer } from '../assessments/save-answer';
import { sourceChanges } from '../assessments/source-changes';
import { answerInput } from '../assessments/testing';
import { contextOf } from '../testing';
import { provisionOfTeam, setProvision } from './set-provision';
import { sharedCapabilities, sourceOf } from './source-of';

const fresh = freshDb();

const SHARED = 'cost-management';

type Shop = { world: World; ctx: ReturnType<typeof contextOf>; platform: Team };

/** A team with a draft below a unit, and a platform team that has finished: cost management on this rung, and rollback, not shared. */
async function shop(rung: 1 | 3 = 3): Promise<Shop> {
  const world = await aWorld(fresh.db, { questionnaires: ['aws', 'microsoft', 'google'] });
  const ctx = contextOf(fresh.db, world);
  const platform = aTeam(world.org, { name: 'ML platform', slug: 'ml-platform' });
  const unit = aTeam(world.org, { name: 'Retail', slug: 'retail' });
  const team = aTeam(world.org, { name: 'Cards', slug: 'cards', parentId: unit.id });
  const draft = anAssessment(team, world.user, { title: 'Cards now' });
  await commit(fresh.db, (tx) => [
    ...[platform, unit, team].map((each) => insertTeam(tx, each)),
    insertAssessment(tx, draft),
  ]);
  const all = { world: { ...world, team, assessment: draft }, ctx, platform };
  await platformSays(all, rung, '2026-09-01');
  return all;
}

async function platformSays({ world, ctx, platform }: Shop, rung: 1 | 3, assessedOn: string): Promise<void> {
  const answered = anAssessment(platform, world.user, { title: 'Platform', assessedOn });
  const at = { ...world, team: platform, assessment: answered };
  await commit(fresh.db, (tx) => [
    insertAssessment(tx, answered),
    insertAnswer(tx, anAnswer(at, { capability: SHARED, value: { rung }, note: 'one bill' })),
    insertAnswer(tx, anAnswer(at, { capability: 'rollback', value: { rung: 4 } })),
  ]);
  const finished = await finishAssessment(ctx, { org: world.org.slug, id: answered.id });
  if (!finished.ok) throw new Error(finished.message);
}

const give = ({ ctx }: Shop, team: string, source = 'ml-platform', capabilities?: string[]) =>
  setProvision(ctx, { team, source, capabilities: capabilities ?? sharedCapabilities(ctx.content) });
const answersOf = async ({ ctx, world }: Shop) =>
  (await loadAssessment(ctx, world.assessment.id))?.assessment.answers;

test.each(['cards', 'retail'])(
  'what is given to %s is read by the team, with who answered it',
  async (to) => {
    const all = await shop();
    expect(await give(all, to)).toEqual({ ok: true, value: null });
    expect(await answersOf(all)).toEqual({
      [SHARED]: { rung: 3, note: 'Answered by ML platform, 1 Sep 2026. one bill' },
    });
    const view = await answeringView(all.ctx, {
      ...{ id: all.world.assessment.id, order: undefined, org: all.world.org },
      person: all.world.user,
    });
    expect(view?.inherited[SHARED]).toEqual({
      team: { slug: 'ml-platform', name: 'ML platform' },
      date: '2026-09-01',
      choice: { rung: 3 },
      note: 'one bill',
    });
  },
);

test('the nearest gift counts: a team’s own before its unit’s', async () => {
  const all = await shop();
  await give(all, 'retail');
  await give(all, 'cards', 'ml-platform', ['rollback']);
  expect(Object.keys((await answersOf(all)) ?? {})).toEqual(['rollback']);
  await give(all, 'cards', '');
  expect(Object.keys((await answersOf(all)) ?? {})).toEqual([SHARED]);
});

test('an own answer needs a reason, and counts before the one taken over', async () => {
  const all = await shop();
  await give(all, 'cards');
  const say = (note: string | null) =>
    saveAnswer(all.ctx, answerInput(all.world, { choice: { rung: 1 }, note }, SHARED));
  expect(await say(null)).toMatchObject({
    code: 'invalid',
    message: 'ML platform answers this for you. Say in the note why it differs here.',
  });
  expect(await say('We run on our own account.')).toMatchObject({ ok: true });
  expect(await answersOf(all)).toEqual({ [SHARED]: { rung: 1, note: 'We run on our own account.' } });
});

test('a change at the source shows in every draft; what is finished stays, and says what changed', async () => {
  const all = await shop(1);
  await give(all, 'retail');
  const { ctx, world } = all;
  await saveAnswer(ctx, answerInput(world, { choice: { rung: 2 } }, 'lineage'));
  const later = anAssessment(world.team, world.user, { title: 'Later', assessedOn: '2026-12-01' });
  await commit(fresh.db, (tx) => [insertAssessment(tx, later)]);
  await finishAssessment(ctx, { org: world.org.slug, id: world.assessment.id });
  const changes = async (id: string) => {
    const loaded = await loadAssessment(ctx, id);
    return loaded === null ? undefined : sourceChanges(ctx, loaded);
  };
  expect(await changes(world.assessment.id)).toBeNull();
  await platformSays(all, 3, '2026-11-01');
  expect((await answersOf(all))?.[SHARED]).toMatchObject({ rung: 1 });
  expect(await changes(world.assessment.id)).toEqual({
    team: { slug: 'ml-platform', name: 'ML platform' },
    date: '2026-11-01',
    moves: [{ capability: SHARED, title: 'Cost management', before: 1, after: 3 }],
  });
  expect(await changes(later.id)).toBeNull();
  expect((await loadAssessment(ctx, later.id))?.assessment.answers[SHARED]).toMatchObject({ rung: 3 });
});

test('what is only taken over is not finished as a team’s own assessment', async () => {
  const all = await shop();
  await give(all, 'cards');
  const { org, assessment } = all.world;
  const finished = await finishAssessment(all.ctx, { org: org.slug, id: assessment.id });
  expect(finished).toMatchObject({ code: 'invalid' });
  expect((await assessmentById(fresh.db, org.id, assessment.id))?.status).toBe('draft');
});

test('a platform team below the unit that it answers for takes nothing from itself', async () => {
  const all = await shop();
  await give(all, 'retail', 'cards');
  expect(await sourceOf(all.ctx, all.world.team.id, all.ctx.content)).toBeNull();
});

test('until the platform team has finished there is nothing to take over', async () => {
  const all = await shop();
  await give(all, 'ml-platform', 'retail');
  expect(await sourceOf(all.ctx, all.platform.id, all.ctx.content)).toBeNull();
});

test('the usual choice follows the content, another one is kept, and both are in the audit log', async () => {
  const all = await shop();
  await give(all, 'cards', 'ml-platform', [SHARED, 'nonsense']);
  expect(await provisionOfTeam(all.ctx, 'cards')).toEqual({ source: 'ml-platform', capabilities: [SHARED] });
  expect(await provisionOfTeam(all.ctx, 'retail')).toEqual({
    source: '',
    capabilities: sharedCapabilities(all.ctx.content),
  });
  const log = await auditOf(fresh.db, all.world.org.id, { limit: 9 });
  expect(log.map(({ action }) => action)).toContain('team.provide');
});

test.each([
  ['from itself', 'cards', 'cards', [SHARED], 'invalid'],
  ['from nobody', 'cards', 'nobody', [SHARED], 'invalid'],
  ['nothing', 'cards', 'ml-platform', [], 'invalid'],
  ['for a team that there is not', 'nobody', 'ml-platform', [SHARED], 'not-found'],
])('taking over %s is refused', async (_what, team, source, capabilities, code) => {
  expect(await give(await shop(), team, source, capabilities)).toMatchObject({ ok: false, code });
});

test('another organisation’s team neither gives nor takes', async () => {
  const [mine, theirs] = [await shop(), await aWorld(fresh.db)];
  expect(await give(mine, 'cards', theirs.team.slug)).toMatchObject({ code: 'invalid' });
  expect(await give(mine, theirs.team.slug)).toMatchObject({ code: 'not-found' });
});
