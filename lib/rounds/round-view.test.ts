import { insertAnswer } from '@/db/answers';
import { insertAssessment, setArchived } from '@/db/assessments';
import { commit, exactlyOne } from '@/db/commit';
import { anAnswer, anAssessment, aTeam, aUser, minutesLater, NOON } from '@/db/fixtures';
import { keepEdition } from '@/db/frozen';
import { deleteMembership, insertMembership } from '@/db/orgs';
import { freshDb } from '@/db/testing';
import { insertTeam } from '@/db/teams';
import { insertUser } from '@/db/users';
import { deleteAssessment, restoreAssessment } from '../assessments/delete-assessment';
import { editionRow } from '../assessments/editions';
import { finishAssessment } from '../assessments/finish-assessment';
import { handInAssessment } from '../assessments/review-assessment';
import { domainOrder } from '../domain/answering-order';
import { questionsOf } from '../domain/answering-place';
import { ROWS_A_PAGE } from '../domain/page-of';
import { realContent } from '../domain/testing';
import { configureTeam, removeTeam } from '../teams/configure-team';
import { closeRound } from './close-round';
import { roundList, roundView } from './round-view';
import { roundOfTeam } from './round-of-team';
import { anOpenRound, contextNow, SITE, worldWithUnit } from './testing';

const fresh = freshDb();

type TheWorld = Awaited<ReturnType<typeof worldWithUnit>>;

async function stateOf(world: TheWorld, round: string, team = world.team) {
  const view = await roundView(await contextNow(fresh.db, world, { minutes: 30 }), round);
  return view?.rows.find(({ slug }) => slug === team.slug);
}

const answered = (world: TheWorld) =>
  commit(fresh.db, (tx) => [insertAnswer(tx, anAnswer(world)), insertAnswer(tx, anAnswer(world, LINEAGE))]);
const LINEAGE = { capability: 'lineage', value: null, note: 'ask' };

test('a team’s state follows its assessment: answering, in review, finished, in the bin and out again', async () => {
  const world = await worldWithUnit(fresh.db);
  const round = await anOpenRound(fresh.db, world, [world.team.slug, 'retail']);
  const which = { org: world.org.slug, id: world.assessment.id };
  const ctx = await contextNow(fresh.db, world, { minutes: 10 });
  await answered(world);
  expect(await stateOf(world, round)).toMatchObject({
    state: { kind: 'answering', id: world.assessment.id },
    progress: { answered: 1, of: expect.any(Number) },
    changedOn: '2026-10-01',
    people: ['Ada'],
  });
  await handInAssessment(ctx, which);
  expect(await stateOf(world, round)).toMatchObject({ state: { kind: 'in-review' }, progress: null });
  await finishAssessment(ctx, which);
  expect(await stateOf(world, round)).toMatchObject({ state: { kind: 'finished' } });
  await deleteAssessment(ctx, which);
  expect(await stateOf(world, round)).toMatchObject({ state: { kind: 'not-started' }, people: [] });
  await restoreAssessment(ctx, which);
  expect(await stateOf(world, round)).toMatchObject({ state: { kind: 'finished' } });
  await commit(fresh.db, (tx) => [
    exactlyOne(setArchived(tx, { ...world.assessment, version: 5 }, NOON), () => new Error('stale')),
  ]);
  expect(await stateOf(world, round)).toMatchObject({ state: { kind: 'not-started' } });
});

test('a draft that is deleted in the middle of a round leaves its team as not started', async () => {
  const world = await worldWithUnit(fresh.db);
  const round = await anOpenRound(fresh.db, world, [world.team.slug]);
  await answered(world);
  await deleteAssessment(await contextNow(fresh.db, world), { id: world.assessment.id });
  expect(await stateOf(world, round)).toMatchObject({ state: { kind: 'not-started' }, progress: null });
  expect(await roundList(await contextNow(fresh.db, world))).toMatchObject({
    open: [{ counts: { teams: 1, 'not-started': 1 } }],
  });
});

test('each draft is counted by the questions of its own edition and questionnaires', async () => {
  const world = await worldWithUnit(fresh.db);
  const round = await anOpenRound(fresh.db, world, [world.team.slug, 'retail']);
  const today = realContent();
  const asked = questionsOf(domainOrder(today, ['aws']));
  const [dropped = ''] = asked;
  const old = {
    ...today,
    measure: 'of old',
    edition: { ...today.edition, hash: 'old' },
    capabilities: today.capabilities.filter(({ id }) => id !== dropped),
  };
  const draft = anAssessment(world.cards, world.user, { edition: 'old' });
  await commit(fresh.db, (tx) => [
    keepEdition(tx, editionRow(old)),
    insertAssessment(tx, draft),
    insertAnswer(tx, anAnswer({ ...world, assessment: draft }, { capability: dropped })),
    insertAnswer(tx, anAnswer(world, { capability: dropped })),
  ]);
  const own = questionsOf(domainOrder(old, ['aws'])).length;
  expect(own).toBeLessThan(asked.length);
  expect((await stateOf(world, round))?.progress).toEqual({ answered: 1, of: asked.length });
  expect((await stateOf(world, round, world.cards))?.progress).toEqual({ answered: 0, of: own });
});

test('a team that is moved in the middle of a round stays in it, under its new unit', async () => {
  const world = await worldWithUnit(fresh.db);
  const round = await anOpenRound(fresh.db, world, ['retail']);
  const ctx = await contextNow(fresh.db, world);
  await configureTeam(ctx, { team: 'cards', name: 'Cards and points', parent: world.team.slug });
  const view = await roundView(ctx, round);
  expect(view?.rows.map(({ name, unit }) => [name, unit])).toEqual([
    ['Cards and points', 'Fraud'],
    ['Loans', 'Retail'],
  ]);
});

test('a team that is removed in the middle of a round leaves it; the last one leaves it empty', async () => {
  const world = await worldWithUnit(fresh.db);
  const round = await anOpenRound(fresh.db, world, ['retail']);
  for (const team of ['cards', 'loans'])
    expect(await removeTeam(await contextNow(fresh.db, world), { team })).toMatchObject({ ok: true });
  const ctx = await contextNow(fresh.db, world);
  expect(await roundView(ctx, round)).toMatchObject({ rows: [], round: { counts: { teams: 0 } } });
  expect(await closeRound(ctx, { id: round }, SITE)).toMatchObject({ ok: true });
});

test('the people to ask began or last answered the newest assessment, and are still members', async () => {
  const world = await worldWithUnit(fresh.db);
  const round = await anOpenRound(fresh.db, world, [world.team.slug]);
  const [first, last] = [aUser({ name: 'First' }), aUser({ name: 'Last' })];
  await commit(fresh.db, (tx) => [
    ...[first, last].flatMap((user) => [
      insertUser(tx, user),
      insertMembership(tx, {
        orgId: world.org.id,
        userId: user.id,
        role: 'contributor' as const,
        createdAt: NOON,
      }),
    ]),
    insertAnswer(tx, anAnswer(world, { updatedBy: first.id, updatedAt: minutesLater(3) })),
    insertAnswer(tx, {
      ...anAnswer(world, { capability: 'lineage' }),
      updatedBy: last.id,
      updatedAt: minutesLater(4),
    }),
  ]);
  expect((await stateOf(world, round))?.people).toEqual(['Ada', 'Last']);
  await commit(fresh.db, (tx) => [deleteMembership(tx, { orgId: world.org.id, userId: last.id })]);
  expect((await stateOf(world, round))?.people).toEqual(['Ada']);
});

test('open rounds stand by the day they are due, overdue ones said so, and closed ones apart', async () => {
  const world = await worldWithUnit(fresh.db);
  const closed = await anOpenRound(fresh.db, world, ['loans'], 'Closed');
  await closeRound(await contextNow(fresh.db, world), { id: closed }, SITE);
  await anOpenRound(fresh.db, world, ['cards'], 'Open');
  const later = await contextNow(fresh.db, world, { minutes: 90 * 24 * 60 });
  expect(await roundList(later)).toMatchObject({
    open: [{ title: 'Open', overdue: true, counts: { teams: 1, 'not-started': 1 } }],
    closed: [{ title: 'Closed', overdue: false, closedOn: '2026-10-01' }],
    watching: false,
  });
});

test('the filter lets through what it names, and counts and teams stay those of the whole round', async () => {
  const world = await worldWithUnit(fresh.db);
  const round = await anOpenRound(fresh.db, world, [world.team.slug, 'retail']);
  const view = await roundView(await contextNow(fresh.db, world), round, { filter: 'not-started' });
  expect(view?.rows.map(({ name }) => name)).toEqual(['Cards', 'Loans']);
  expect(view?.teams).toHaveLength(3);
  expect(view?.round.counts).toMatchObject({ teams: 3, answering: 1, 'not-started': 2 });
});

test('a team knows the open round that it is in, and none after it closed', async () => {
  const world = await worldWithUnit(fresh.db);
  const round = await anOpenRound(fresh.db, world, [world.team.slug]);
  const ctx = await contextNow(fresh.db, world);
  expect(await roundOfTeam(ctx, world.team.slug)).toMatchObject({
    ...{ id: round, title: 'Q4 2026', dueOn: '2026-12-01', overdue: false },
    state: { kind: 'answering', id: world.assessment.id },
  });
  expect(await roundOfTeam(ctx, 'cards')).toBeNull();
  expect(await roundOfTeam(ctx, 'gone')).toBeNull();
  await closeRound(ctx, { id: round }, SITE);
  expect(await roundOfTeam(ctx, world.team.slug)).toBeNull();
});

test('a round of many teams comes by pages, and its counts speak of all of them', async () => {
  const world = await worldWithUnit(fresh.db);
  const many = Array.from({ length: ROWS_A_PAGE + 3 }, (_, index) =>
    aTeam(world.org, { slug: `t${index}`, name: `T${index}`, parentId: world.unit.id }),
  );
  await commit(fresh.db, (tx) => many.map((team) => insertTeam(tx, team)));
  const round = await anOpenRound(
    fresh.db,
    world,
    many.map(({ slug }) => slug),
  );
  const ctx = await contextNow(fresh.db, world);
  const sizes = async (page: number) => {
    const view = await roundView(ctx, round, { filter: 'unfinished', page });
    return [view?.rows.length, view?.page, view?.pages, view?.unfinished];
  };
  expect(await sizes(1)).toEqual([ROWS_A_PAGE, 1, 2, ROWS_A_PAGE + 3]);
  expect(await sizes(2)).toEqual([3, 2, 2, ROWS_A_PAGE + 3]);
  for (const absurd of [-5, 99]) expect((await sizes(absurd))[3]).toBe(ROWS_A_PAGE + 3);
});
