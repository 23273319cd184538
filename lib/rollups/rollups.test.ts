import { assessmentById, insertAssessment } from '@/db/assessments';
import { commit, exactlyOne } from '@/db/commit';
import { aScore, aWorld, anAssessment, minutesLater, type World } from '@/db/fixtures';
import { insertOrigin } from '@/db/origins';
import { orgsWithoutRollups } from '@/db/rollups';
import { rollup } from '@/db/schema/rounds';
import { upsertScore } from '@/db/scores';
import { updateTeam } from '@/db/teams';
import { freshDb } from '@/db/testing';
import { archiveAssessment } from '../assessments/archive-assessment';
import { deleteAssessment, emptyOldBins, restoreAssessment } from '../assessments/delete-assessment';
import { contextOf } from '../testing';
import { rebuildMissingRollups, rebuildRollups } from './rebuild-rollups';
import { aDraft, finish, finished, storedRollups, teamBelow } from './testing';

const fresh = freshDb();

const stored = ({ org }: World) => storedRollups(fresh.db, org.id);
const teams = async (world: World) =>
  Object.fromEntries(Object.entries(await stored(world)).map(([key, { sums }]) => [key, sums.teams]));

/** What a computation of everything gives instead of what grew change by change. */
async function rebuilt(world: World) {
  await rebuildRollups(contextOf(fresh.db, world), world.org.id);
  return stored(world);
}

async function twoUnits() {
  const world = await aWorld(fresh.db);
  const [retail, payments] = [await teamBelow(fresh.db, world), await teamBelow(fresh.db, world)];
  const below = (parent: { id: string }, count: number) =>
    Promise.all(Array.from({ length: count }, () => teamBelow(fresh.db, world, { parentId: parent.id })));
  return { world, retail, payments, cards: await below(retail, 4), tills: await below(payments, 4) };
}

test('finishing stores the roll-ups of the team, its unit and the organisation, newest and of the quarter, in its own commit', async () => {
  const { world, retail, cards } = await twoUnits();
  const [team, other] = cards;
  if (team === undefined || other === undefined) throw new Error('there are four');
  await finished(fresh.db, world, other, 1, '2026-07-15');
  await finished(fresh.db, world, team, 2, '2026-10-01');
  expect(await teams(world)).toEqual({
    [`${other.id} newest`]: 1,
    [`${other.id} 2026-Q3`]: 1,
    [`${team.id} newest`]: 1,
    [`${team.id} 2026-Q4`]: 1,
    [`${retail.id} newest`]: 2,
    [`${retail.id} 2026-Q3`]: 1,
    [`${retail.id} 2026-Q4`]: 1,
    'all newest': 2,
    'all 2026-Q3': 1,
    'all 2026-Q4': 1,
  });
  const all = (await stored(world))['all newest'];
  expect(all).toMatchObject({ oldest: '2026-07-15', newest: '2026-10-01' });
  expect(all?.lowest['data']).toMatchObject({ team: other.id });
  expect(await rebuilt(world)).toEqual(await stored(world));
});

test('a finished assessment that is refused leaves the roll-ups as they were', async () => {
  const { world, retail } = await twoUnits();
  await finished(fresh.db, world, retail, 1, '2026-07-15');
  const before = await stored(world);
  const empty = anAssessment(retail, world.user);
  await commit(fresh.db, (tx) => [insertAssessment(tx, empty)]);
  expect(await finish(fresh.db, world, empty)).toMatchObject({ ok: false });
  expect(await stored(world)).toEqual(before);
});

test('of teams that finish at the same instant, in one unit and in two, none is lost', async () => {
  const { world, cards, tills } = await twoUnits();
  const drafts = await Promise.all([...cards, ...tills].map((team) => aDraft(fresh.db, world, team, 2)));
  const results = await Promise.all(drafts.map((draft) => finish(fresh.db, world, draft)));
  expect(results.map(({ ok }) => ok)).toEqual(drafts.map(() => true));
  const grown = await stored(world);
  expect(grown['all newest']?.sums.teams).toBe(8);
  expect(await rebuilt(world)).toEqual(grown);
});

test('what is archived, deleted and taken back at the same instant as others finish ends as one computation gives it', async () => {
  const { world, cards } = await twoUnits();
  const [first, second, third] = cards;
  if (first === undefined || second === undefined || third === undefined) throw new Error('there are four');
  const old = await finished(fresh.db, world, first, 1, '2026-01-10');
  const older = await finished(fresh.db, world, first, 0, '2025-10-10');
  const other = await finished(fresh.db, world, second, 3, '2026-01-12');
  const draft = await aDraft(fresh.db, world, third, 2);
  const ctx = contextOf(fresh.db, world);
  const results = await Promise.all([
    archiveAssessment(ctx, { id: old.id, archived: 'yes' }),
    deleteAssessment(ctx, { id: older.id }),
    deleteAssessment(ctx, { id: other.id }),
    finish(fresh.db, world, draft),
    rebuildRollups(ctx, world.org.id),
  ]);
  expect(results.slice(0, 4)).toEqual(Array.from({ length: 4 }, () => ({ ok: true, value: null })));
  const grown = await stored(world);
  expect(grown['all newest']?.sums.teams).toBe(1);
  expect(await rebuilt(world)).toEqual(grown);
});

test('archiving and deleting put the assessment before in its place, and taking back restores every figure', async () => {
  const { world, tills } = await twoUnits();
  const [team] = tills;
  if (team === undefined) throw new Error('there are four');
  await finished(fresh.db, world, team, 1, '2026-02-01');
  const second = await finished(fresh.db, world, team, 2, '2026-05-01');
  await finished(fresh.db, world, team, 3, '2026-08-01');
  const before = await stored(world);
  const ctx = contextOf(fresh.db, world);
  await archiveAssessment(ctx, { id: second.id, archived: 'yes' });
  const without = await stored(world);
  expect(Object.keys(without)).not.toContain('all 2026-Q2');
  // Compared with the first now, so more is newly met.
  expect(without['all newest']?.sums.models.aws?.met).toBeGreaterThan(
    before['all newest']?.sums.models.aws?.met ?? Infinity,
  );
  await deleteAssessment(ctx, { id: second.id });
  await restoreAssessment(ctx, { id: second.id });
  expect(await stored(world)).toEqual(without);
  await archiveAssessment(ctx, { id: second.id, archived: 'no' });
  expect(await stored(world)).toEqual(before);
  await deleteAssessment(ctx, { id: second.id });
  expect(await stored(world)).toEqual(without);
  await emptyOldBins({ db: fresh.db, now: minutesLater(99_999) });
  expect(await assessmentById(fresh.db, world.org.id, second.id)).toBeUndefined();
  expect(await rebuilt(world)).toEqual(without);
});

test('a newer version takes the place of the one it replaces, and gives it back when it is deleted', async () => {
  const world = await aWorld(fresh.db);
  const first = await finished(fresh.db, world, world.team, 1, '2026-05-01');
  const before = await stored(world);
  const draft = await aDraft(fresh.db, world, world.team, 3, { assessedOn: '2026-05-01' });
  await commit(fresh.db, (tx) => [
    insertOrigin(tx, { assessmentId: draft.id, orgId: world.org.id, fromId: first.id, kind: 'version' }),
  ]);
  await finish(fresh.db, world, draft);
  const after = await stored(world);
  expect(after['all newest']?.sums).toMatchObject({ teams: 1, compared: { pairs: Array(8).fill(0) } });
  expect(await rebuilt(world)).toEqual(after);
  await deleteAssessment(contextOf(fresh.db, world), { id: draft.id });
  expect(await stored(world)).toEqual(before);
});

test('a unit that was assessed itself counts beside the teams below it', async () => {
  const { world, retail, cards } = await twoUnits();
  const [team] = cards;
  if (team === undefined) throw new Error('there are four');
  await finished(fresh.db, world, retail, 1, '2026-05-01');
  await finished(fresh.db, world, team, 3, '2026-05-02');
  const grown = await stored(world);
  expect(grown[`${retail.id} newest`]?.sums.teams).toBe(2);
  expect(grown['all 2026-Q2']?.sums.teams).toBe(2);
  expect(await rebuilt(world)).toEqual(grown);
});

test('a moved team counts in its new unit once everything is computed anew, and no more in the old one', async () => {
  const { world, retail, payments, cards } = await twoUnits();
  const [team] = cards;
  if (team === undefined) throw new Error('there are four');
  await finished(fresh.db, world, team, 2, '2026-05-01');
  await commit(fresh.db, (tx) => [
    exactlyOne(updateTeam(tx, team, { parentId: payments.id }), () => new Error('stale')),
  ]);
  const after = await rebuilt(world);
  expect(after[`${retail.id} newest`]).toBeUndefined();
  expect(after[`${payments.id} newest`]?.sums.teams).toBe(1);
  expect(after['all newest']?.sums.teams).toBe(1);
});

test('organisations whose scores are older than roll-ups get them at the next start, and only those', async () => {
  const [upgraded, untouched] = [await aWorld(fresh.db), await aWorld(fresh.db)];
  await finished(fresh.db, untouched, untouched.team, 2, '2026-05-01');
  const before = await stored(untouched);
  await finished(fresh.db, upgraded, upgraded.team, 2, '2026-05-01');
  const expected = await stored(upgraded);
  await commit(fresh.db, (tx) => [tx.delete(rollup)]);
  await rebuildRollups(contextOf(fresh.db, untouched), untouched.org.id);
  expect(await orgsWithoutRollups(fresh.db)).toEqual([upgraded.org.id]);
  await rebuildMissingRollups(contextOf(fresh.db, upgraded));
  expect(await orgsWithoutRollups(fresh.db)).toEqual([]);
  expect([await stored(upgraded), await stored(untouched)]).toEqual([expected, before]);
});

test('a score from before roll-ups is taken along, and the next one is compared with nothing of another measure', async () => {
  const world = await aWorld(fresh.db);
  const old = anAssessment(world.team, world.user, {
    status: 'finished',
    finishedAt: minutesLater(1),
    assessedOn: '2026-01-01',
  });
  const { summary } = aScore(old);
  await commit(fresh.db, (tx) => [insertAssessment(tx, old), upsertScore(tx, aScore(old, { summary }))]);
  await rebuildMissingRollups(contextOf(fresh.db, world));
  await finished(fresh.db, world, world.team, 2, '2026-05-01');
  expect(await rebuilt(world)).toEqual(await stored(world));
});

test('nobody’s roll-ups change when another organisation finishes something', async () => {
  const [mine, theirs] = [await aWorld(fresh.db), await aWorld(fresh.db)];
  await finished(fresh.db, mine, mine.team, 2, '2026-05-01');
  const before = await stored(mine);
  await finished(fresh.db, theirs, theirs.team, 4, '2026-05-01');
  expect(await stored(mine)).toEqual(before);
  expect(Object.keys(await stored(theirs))).toHaveLength(4);
});
