import { insertAnswer } from '@/db/answers';
import { insertAssessment, setArchived, setDeleted } from '@/db/assessments';
import { commit, exactlyOne } from '@/db/commit';
import { anAnswer, anAssessment, aTeam, aWorld, NOON, type World } from '@/db/fixtures';
import type { Assessment } from '@/db/schema/assessments';
import { insertTeam } from '@/db/teams';
import { freshDb } from '@/db/testing';
import { finishAssessment } from '../assessments/finish-assessment';
import type { Content } from '../domain/schema/content';
import type { Rung } from '../domain/vocabulary';
import { contextOf } from '../testing';
import { compareOfTeam } from './compare-assessments';

const fresh = freshDb();
const missed = () => new Error('missed');

/** An assessment of this world's team with two answers, finished unless it is a draft. */
async function round(
  world: World,
  row: Partial<Assessment>,
  { rung = 2, content }: { rung?: Rung; content?: Content } = {},
): Promise<Assessment> {
  const assessment = anAssessment(world.team, world.user, {
    questionnaires: ['aws'],
    ...row,
    status: 'draft',
  });
  const own = { ...world, assessment };
  await commit(fresh.db, (tx) => [
    insertAssessment(tx, assessment),
    insertAnswer(tx, anAnswer(own, { capability: 'model-registry', value: { rung } })),
    insertAnswer(tx, anAnswer(own, { capability: 'rollback' })),
  ]);
  if (row.status === 'draft') return assessment;
  const ctx = contextOf(fresh.db, world);
  const by = { ...ctx, content: content ?? ctx.content };
  const finished = await finishAssessment(by, { org: world.org.slug, id: assessment.id });
  if (!finished.ok) throw new Error(finished.message);
  return assessment;
}

const DELETED = { deletedAt: NOON, deletedBy: null } as const;
const aTeamWorld = () => aWorld(fresh.db, { title: 'Begun', ...DELETED });
const compare = (world: World, from?: string, to?: string) =>
  compareOfTeam(contextOf(fresh.db, world), world.team.slug, { from, to });

test('the newest finished assessment is compared with the finished one before it, unless said otherwise', async () => {
  const world = await aTeamWorld();
  const first = await round(world, { title: 'Q1', assessedOn: '2026-01-01' });
  const second = await round(world, { title: 'Q2', assessedOn: '2026-04-01' });
  const third = await round(world, { title: 'Q3', assessedOn: '2026-07-01' }, { rung: 3 });
  const draft = await round(world, { title: 'Q4', assessedOn: '2026-10-01', status: 'draft' }, { rung: 4 });
  const found = await compare(world);
  expect(found).toMatchObject({ from: { id: second.id }, to: { id: third.id }, problem: null });
  expect(found?.choices.map(({ title, status }) => `${title} ${status}`)).toEqual([
    'Q4 draft',
    'Q3 finished',
    'Q2 finished',
    'Q1 finished',
  ]);
  expect(found?.comparison).toMatchObject({
    before: { title: 'Q2', date: '2026-04-01' },
    after: { title: 'Q3', date: '2026-07-01' },
    sameMeasure: true,
    moves: [{ id: 'model-registry', kind: 'rose', before: 2, after: 3 }],
  });
  expect(await compare(world, first.id)).toMatchObject({ from: { id: first.id }, to: { id: third.id } });
  expect(await compare(world, undefined, second.id)).toMatchObject({
    from: { id: first.id },
    to: { id: second.id },
  });
  expect(await compare(world, undefined, draft.id)).toMatchObject({
    from: { id: third.id },
    to: { id: draft.id, status: 'draft' },
    comparison: { moves: [{ before: 3, after: 4 }] },
  });
});

test('archived assessments are compared only when asked for', async () => {
  const world = await aTeamWorld();
  const first = await round(world, { assessedOn: '2026-01-01' });
  const second = await round(world, { assessedOn: '2026-04-01' });
  const third = await round(world, { assessedOn: '2026-07-01' });
  await commit(fresh.db, (tx) => [exactlyOne(setArchived(tx, { ...second, version: 2 }, NOON), missed)]);
  expect(await compare(world)).toMatchObject({ from: { id: first.id }, to: { id: third.id } });
  expect(await compare(world, second.id)).toMatchObject({ from: { id: second.id, archived: true } });
});

test('each side is read by the content that it was finished by', async () => {
  const world = await aTeamWorld();
  const { content } = contextOf(fresh.db, world);
  const older = structuredClone(content);
  for (const { criteria } of Object.values(older.models))
    for (const criterion of criteria)
      if (criterion.met !== undefined && 'rung' in criterion.met) criterion.met.rung = 4;
  await round(
    world,
    { assessedOn: '2026-01-01' },
    { content: { ...older, edition: { version: '2025.1', hash: 'earlier' }, measure: 'earlier' } },
  );
  await round(world, { assessedOn: '2026-04-01' });
  expect((await compare(world))?.comparison).toMatchObject({
    sameMeasure: false,
    before: { version: '2025.1' },
    after: { version: content.edition.version },
    moves: [],
    models: [{ met: [], lost: [] }],
  });
});

test('the same assessment twice, and too few, are said in words', async () => {
  const world = await aTeamWorld();
  expect(await compare(world)).toMatchObject({
    comparison: null,
    problem: expect.stringMatching(/takes two/),
  });
  const first = await round(world, { title: 'Q1', assessedOn: '2026-01-01' });
  await round(world, { title: 'Q2', status: 'draft' });
  expect(await compare(world)).toMatchObject({
    comparison: null,
    problem: expect.stringMatching(/fewer than two/),
  });
  expect(await compare(world, first.id, first.id)).toMatchObject({
    comparison: null,
    problem: 'Choose two different assessments: Q1 was chosen twice.',
  });
});

test('what is of another team, of another organisation or in the bin is not there', async () => {
  const [world, theirs] = [await aTeamWorld(), await aTeamWorld()];
  const mine = await round(world, {});
  const foreign = await round(theirs, {});
  const second = { ...world, team: aTeam(world.org) };
  await commit(fresh.db, (tx) => [insertTeam(tx, second.team)]);
  const others = await round(second, {});
  const gone = await round(world, {});
  await commit(fresh.db, (tx) => [
    exactlyOne(
      setDeleted(tx, { ...gone, version: 2 }, { deletedAt: NOON, deletedBy: world.user.id }),
      missed,
    ),
  ]);
  for (const id of [foreign.id, others.id, gone.id, 'nothing']) {
    expect(await compare(world, mine.id, id)).toBeNull();
    expect(await compare(world, id, mine.id)).toBeNull();
  }
  expect(
    await compareOfTeam(contextOf(fresh.db, world), theirs.team.slug, { from: undefined, to: undefined }),
  ).toBeNull();
});
