import { auditOf } from '@/db/audit';
import { commit } from '@/db/commit';
import { aTeam, aWorld, type World } from '@/db/fixtures';
import { orgBySlug } from '@/db/orgs';
import { rollupsOfNode } from '@/db/rollups';
import { insertTeam, teamsOfOrg } from '@/db/teams';
import { freshDb } from '@/db/testing';
import { finishedWorld } from '../assessments/testing';
import { IMPORT_ROWS } from '../domain/team-import';
import { contextOf } from '../testing';
import { configureTeam, removeTeam } from './configure-team';
import { importTeams } from './import-teams';
import { teamList } from './team-list';

const fresh = freshDb();

async function contextNow(world: World) {
  const org = await orgBySlug(fresh.db, world.org.slug);
  if (org === undefined) throw new Error('the organisation is gone');
  return { ...contextOf(fresh.db, world), org };
}
const run = async (world: World, csv: string, go: 'check' | 'import' = 'import') =>
  importTeams(await contextNow(world), { csv, go });
const listed = async (world: World) =>
  (await teamList(contextOf(fresh.db, world))).map(({ path, unit }) => (unit ? `${path} (unit)` : path));

const CSV = 'name,parent\r\nCards,Retail\r\n"Retail"\r\n"Pricing, cards",Retail / Cards\r\n';

test('a checked list writes nothing, and the same list imported makes the tree', async () => {
  const world = await aWorld(fresh.db);
  const checked = await run(world, CSV, 'check');
  expect(checked).toMatchObject({ ok: true, value: { written: false } });
  expect(await listed(world)).toEqual(['Fraud']);
  expect(await run(world, CSV)).toMatchObject({ ok: true, value: { written: true } });
  expect(await listed(world)).toEqual([
    'Fraud',
    'Retail (unit)',
    'Retail / Cards (unit)',
    'Retail / Cards / Pricing, cards',
  ]);
  expect(await auditOf(fresh.db, world.org.id, { limit: 1 })).toMatchObject([
    { action: 'team.import', detail: { added: 3, changed: 0 } },
  ]);
});

test('importing the same list again changes nothing', async () => {
  const world = await aWorld(fresh.db);
  await run(world, CSV);
  expect(await run(world, CSV)).toMatchObject({ ok: true, value: { written: false } });
  expect(await teamsOfOrg(fresh.db, world.org.id)).toHaveLength(4);
});

test('with one line refused, nothing of the list is written', async () => {
  const world = await aWorld(fresh.db);
  expect(await run(world, `${CSV}Lost,Nowhere\n`)).toMatchObject({
    value: {
      written: false,
      rows: expect.arrayContaining([expect.objectContaining({ outcome: 'refused' })]),
    },
  });
  expect(await listed(world)).toEqual(['Fraud']);
});

test.each([
  ['nothing at all', '', 'name the columns'],
  ['no column of names', 'team;unit\nA;B', 'name the columns'],
  ['a column of its own', 'name,colour\nA,red', 'no column “colour”'],
  ['a heading alone', 'name,parent\n', 'no team under'],
  ['a line with too much', 'name,parent\nA,B,C,D', 'Line 2'],
  ['a quote that does not end', 'name\n"A', 'does not end'],
  ['too many lines', `name\n${'A\n'.repeat(IMPORT_ROWS + 1)}`, '5,000'],
])('a file with %s is refused with what is wrong', async (_what, csv, said) => {
  const world = await aWorld(fresh.db);
  expect(await run(world, csv)).toMatchObject({
    code: 'invalid',
    fields: { csv: expect.stringContaining(said) },
  });
});

test('teams of one name in two units have an address each', async () => {
  const world = await aWorld(fresh.db);
  await run(world, 'name,parent\nA,\nB,\nPricing,A\nPricing,B\n');
  const slugs = (await teamsOfOrg(fresh.db, world.org.id)).map(({ slug }) => slug);
  expect(new Set(slugs).size).toBe(5);
});

test('of two who import at the same moment one is told, and no team is there twice', async () => {
  const world = await aWorld(fresh.db);
  const ctx = await contextNow(world);
  const results = await Promise.all([1, 2].map(() => importTeams(ctx, { csv: CSV, go: 'import' })));
  expect(results.filter((each) => each.ok && each.value.written)).toHaveLength(1);
  expect(await teamsOfOrg(fresh.db, world.org.id)).toHaveLength(4);
});

test('a team that is moved counts in its new unit at once', async () => {
  const world = await finishedWorld(fresh.db);
  const unit = aTeam(world.org, { name: 'Retail', slug: 'retail' });
  await commit(fresh.db, (tx) => [insertTeam(tx, unit)]);
  await run(world, `name,parent,address\nFraud,Retail,${world.team.slug}\n`);
  const counted = async () =>
    (await rollupsOfNode(fresh.db, world.org.id, unit.id)).find(({ period }) => period === 'newest')?.teams ??
    0;
  expect(await counted()).toBe(1);
  const back = { team: world.team.slug, name: 'Fraud detection', parent: '' };
  expect(await configureTeam(await contextNow(world), back)).toEqual({ ok: true, value: null });
  expect(await counted()).toBe(0);
  expect(await listed(world)).toEqual(['Fraud detection', 'Retail']);
});

test('a move that would make the tree go round is refused, also by two at the same moment', async () => {
  const world = await aWorld(fresh.db);
  await run(world, 'name,parent\nA,\nB,\nC,A\n');
  const ctx = await contextNow(world);
  expect(await configureTeam(ctx, { team: 'a', name: 'A', parent: 'c' })).toMatchObject({
    code: 'invalid',
    fields: { parent: 'A would be below itself' },
  });
  const both = await Promise.all([
    configureTeam(ctx, { team: 'a', name: 'A', parent: 'b' }),
    configureTeam(ctx, { team: 'b', name: 'B', parent: 'a' }),
  ]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both.find(({ ok }) => !ok)).toMatchObject({ code: 'conflict' });
});

test('a team goes when it was never assessed; one with assessments or teams stays', async () => {
  const world = await aWorld(fresh.db);
  await run(world, 'name,parent\nA,\nB,A\n');
  const remove = async (team: string) => removeTeam(await contextNow(world), { team });
  expect(await remove('a')).toMatchObject({ code: 'invalid', message: expect.stringContaining('below it') });
  expect(await remove(world.team.slug)).toMatchObject({
    code: 'invalid',
    message: expect.stringContaining('assessments'),
  });
  expect(await remove('b')).toEqual({ ok: true, value: null });
  expect(await listed(world)).toEqual(['A', 'Fraud']);
});

test('another organisation’s team is neither moved, a unit, nor removed', async () => {
  const [mine, theirs] = [await aWorld(fresh.db), await aWorld(fresh.db)];
  const ctx = await contextNow(mine);
  const foreign = theirs.team.slug;
  expect(await configureTeam(ctx, { team: foreign, name: 'X', parent: '' })).toMatchObject({
    code: 'not-found',
  });
  expect(await configureTeam(ctx, { team: mine.team.slug, name: 'X', parent: foreign })).toMatchObject({
    code: 'invalid',
  });
  expect(await removeTeam(ctx, { team: foreign })).toMatchObject({ code: 'not-found' });
  expect(await run(mine, `name,address\nX,${foreign}\n`)).toMatchObject({ value: { written: false } });
});
