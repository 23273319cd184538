import { auditOf } from '@/db/audit';
import { aWorld, type World } from '@/db/fixtures';
import { orgBySlug } from '@/db/orgs';
import { teamBySlug } from '@/db/teams';
import { freshDb } from '@/db/testing';
import { contextOf } from '../testing';
import { setAims, setAimsInput } from './set-aims';

const fresh = freshDb();

async function set(world: World, fields: object) {
  const org = await orgBySlug(fresh.db, world.org.slug);
  if (org === undefined) throw new Error('the organisation is gone');
  return setAims(
    { ...contextOf(fresh.db, world), org },
    setAimsInput.parse({ org: world.org.slug, ...fields }),
  );
}
const stored = async ({ org }: World) => (await orgBySlug(fresh.db, org.slug))?.aims;

test('an organisation aims at a level of each model by a day, and a model without one at none', async () => {
  const world = await aWorld(fresh.db);
  const fields = { aws: 'reliable', awsBy: '2027-12-31', google: '', googleBy: '2027-01-01' };
  expect(await set(world, fields)).toEqual({ ok: true, value: null });
  expect(await stored(world)).toEqual({ aws: { level: 'reliable', by: '2027-12-31' } });
  await set(world, { microsoft: '3', microsoftBy: '2028-06-30' });
  expect(await stored(world)).toEqual({ microsoft: { level: '3', by: '2028-06-30' } });
  expect(await auditOf(fresh.db, world.org.id, { limit: 1 })).toMatchObject([{ action: 'org.aim' }]);
});

test('a unit has targets of its own', async () => {
  const world = await aWorld(fresh.db);
  await set(world, { unit: world.team.slug, google: '2', googleBy: '2027-12-31' });
  expect((await teamBySlug(fresh.db, world.org.id, world.team.slug))?.aims).toEqual({
    google: { level: '2', by: '2027-12-31' },
  });
  expect(await stored(world)).toBeNull();
});

test.each([
  ['a level that there is not', { aws: 'perfect', awsBy: '2027-12-31' }, 'aws'],
  ['a level without a day', { google: '1' }, 'googleBy'],
])('%s is refused, and the field is named', async (_what, fields, named) => {
  const world = await aWorld(fresh.db);
  expect(await set(world, fields)).toMatchObject({ code: 'invalid', fields: { [named]: expect.anything() } });
  expect(await stored(world)).toBeNull();
});

test.each(['31.12.2027', '2027-02-30', '0001-01-01', 'soon'])('%s is no day to aim at', async (awsBy) => {
  const world = await aWorld(fresh.db);
  await expect(set(world, { aws: 'reliable', awsBy })).rejects.toMatchObject({
    issues: expect.arrayContaining([expect.objectContaining({ path: ['awsBy'] })]),
  });
});

test('another organisation’s unit is not found', async () => {
  const [mine, theirs] = [await aWorld(fresh.db), await aWorld(fresh.db)];
  expect(await set(mine, { unit: theirs.team.slug })).toMatchObject({ code: 'not-found' });
});
