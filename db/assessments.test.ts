import {
  assessmentById,
  assessmentsOfOrg,
  assessmentsOfTeam,
  bumpAssessment,
  insertAssessment,
  setFinished,
} from './assessments';
import { commit, exactlyOne } from './commit';
import { isUniqueViolation } from './errors';
import { type World, aTeam, aWorld, anAssessment, minutesLater } from './fixtures';
import { insertTeam, teamById, teamBySlug, teamsOfOrg, updateTeam } from './teams';
import { freshDb } from './testing';

const fresh = freshDb();

class Stale extends Error {}
const stale = () => new Stale();

const finish = ({ assessment, user }: World, version: number) =>
  commit(fresh.db, (tx) => [
    exactlyOne(
      setFinished(tx, { ...assessment, version }, { finishedAt: minutesLater(5), finishedBy: user.id }),
      stale,
    ),
  ]);

test('a change of a draft counts its version up and leaves the rest alone', async () => {
  const { assessment } = await aWorld(fresh.db);
  const changes = {
    updatedAt: minutesLater(1),
    targets: { aws: 'reliable', capabilities: { rollback: 3 } },
  } as const;
  await commit(fresh.db, (tx) => [exactlyOne(bumpAssessment(tx, assessment, changes), stale)]);
  expect(await assessmentById(fresh.db, assessment.orgId, assessment.id)).toEqual({
    ...assessment,
    ...changes,
    version: 2,
  });
});

test('finishing records who and when', async () => {
  const world = await aWorld(fresh.db);
  await finish(world, 1);
  expect(await assessmentById(fresh.db, world.org.id, world.assessment.id)).toMatchObject({
    status: 'finished',
    finishedAt: minutesLater(5),
    finishedBy: world.user.id,
    version: 2,
  });
});

test('a finished assessment is neither finished again nor changed', async () => {
  const world = await aWorld(fresh.db);
  await finish(world, 1);
  await expect(finish(world, 2)).rejects.toThrow(Stale);
  const change = commit(fresh.db, (tx) => [
    exactlyOne(
      bumpAssessment(tx, { ...world.assessment, version: 2 }, { updatedAt: minutesLater(9) }),
      stale,
    ),
  ]);
  await expect(change).rejects.toThrow(Stale);
});

test('a draft that changed meanwhile is not finished', async () => {
  const world = await aWorld(fresh.db);
  await commit(fresh.db, (tx) => [
    exactlyOne(bumpAssessment(tx, world.assessment, { updatedAt: minutesLater(1) }), stale),
  ]);
  await expect(finish(world, 1)).rejects.toThrow(Stale);
});

test('lists show the newest day first', async () => {
  const { org, team, user } = await aWorld(fresh.db);
  const other = aTeam(org);
  const titled = (on: string, of = team) => anAssessment(of, user, { title: on, assessedOn: on });
  await commit(fresh.db, (tx) => [
    insertTeam(tx, other),
    insertAssessment(tx, titled('2025-02-01')),
    insertAssessment(tx, titled('2026-11-01')),
    insertAssessment(tx, titled('2026-02-01', other)),
  ]);
  const titles = (rows: { title: string }[]) => rows.map((row) => row.title);
  expect(titles(await assessmentsOfTeam(fresh.db, org.id, team.id))).toEqual([
    '2026-11-01',
    'Autumn',
    '2025-02-01',
  ]);
  expect(titles(await assessmentsOfOrg(fresh.db, org.id))).toEqual([
    '2026-11-01',
    'Autumn',
    '2026-02-01',
    '2025-02-01',
  ]);
});

test('teams form a tree and are listed by name', async () => {
  const { org, team } = await aWorld(fresh.db);
  const child = aTeam(org, { parentId: team.id, name: 'älter', slug: 'cards' });
  await commit(fresh.db, (tx) => [insertTeam(tx, child)]);
  expect((await teamsOfOrg(fresh.db, org.id)).map((t) => t.name)).toEqual(['älter', 'Fraud']);
  expect(await teamBySlug(fresh.db, org.id, 'cards')).toEqual(child);
  await commit(fresh.db, (tx) => [exactlyOne(updateTeam(tx, child, { parentId: null }), stale)]);
  expect(await teamById(fresh.db, org.id, child.id)).toMatchObject({ parentId: null, version: 2 });
});

test('a slug names one team of an organisation, and is free in another', async () => {
  const [one, other] = [await aWorld(fresh.db), await aWorld(fresh.db)];
  const slug = one.team.slug;
  await commit(fresh.db, (tx) => [insertTeam(tx, aTeam(other.org, { slug }))]);
  const again = commit(fresh.db, (tx) => [insertTeam(tx, aTeam(one.org, { slug }))]);
  expect(await again.catch(isUniqueViolation)).toBe(true);
});
