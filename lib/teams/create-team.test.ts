import { auditOf } from '@/db/audit';
import { aWorld, type World } from '@/db/fixtures';
import { teamBySlug, teamsOfOrg } from '@/db/teams';
import { freshDb } from '@/db/testing';
import { contextOf } from '../testing';
import { createTeam, createTeamInput } from './create-team';

const fresh = freshDb();

const create = (world: World, name: string) =>
  createTeam(contextOf(fresh.db, world), createTeamInput.parse({ org: world.org.slug, name }));
const slugOf = async (world: World, name: string) => {
  const created = await create(world, name);
  if (!created.ok) throw new Error(created.message);
  return created.value.slug;
};

test('a team is found by the address made of its name, at the top of the tree', async () => {
  const world = await aWorld(fresh.db);
  expect(await slugOf(world, 'Crédit & Co.')).toBe('credit-co');
  expect(await teamBySlug(fresh.db, world.org.id, 'credit-co')).toMatchObject({
    name: 'Crédit & Co.',
    parentId: null,
    version: 1,
  });
  expect(await auditOf(fresh.db, world.org.id, { limit: 9 })).toMatchObject([
    { action: 'team.create', actorId: world.user.id, detail: { name: 'Crédit & Co.' } },
  ]);
});

test('a second team of the same name has an address of its own', async () => {
  const world = await aWorld(fresh.db);
  expect(await slugOf(world, 'Pricing')).toBe('pricing');
  expect(await slugOf(world, 'Pricing')).toMatch(/^pricing-[0-9a-f]{6}$/);
});

test('teams of one name that are added at the same moment all get in', async () => {
  const world = await aWorld(fresh.db);
  const slugs = await Promise.all(['Pricing', 'Pricing', 'Pricing'].map((name) => slugOf(world, name)));
  expect(new Set(slugs).size).toBe(3);
  expect(await teamsOfOrg(fresh.db, world.org.id)).toHaveLength(4);
});

test('the same name is free in another organisation', async () => {
  const [mine, theirs] = [await aWorld(fresh.db), await aWorld(fresh.db)];
  expect(await slugOf(mine, 'Pricing')).toBe('pricing');
  expect(await slugOf(theirs, 'Pricing')).toBe('pricing');
});

test.each(['new', 'Settings', '信用', '!!!'])(
  'a name that makes no address of its own has one: %s',
  async (name) => {
    const world = await aWorld(fresh.db);
    expect(await slugOf(world, name)).toBe('team');
    expect(await teamBySlug(fresh.db, world.org.id, 'team')).toMatchObject({ name });
  },
);

test.each([
  ['empty', '', 'enter the name of the team'],
  ['of 10,000 letters', 'x'.repeat(10_000), 'at most 200 characters'],
])('a name that is %s is refused', async (_what, name, said) => {
  const world = await aWorld(fresh.db);
  expect(() => createTeamInput.parse({ org: world.org.slug, name })).toThrow(said);
});
