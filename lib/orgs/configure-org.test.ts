import { auditOf } from '@/db/audit';
import { aWorld, type World } from '@/db/fixtures';
import { orgBySlug } from '@/db/orgs';
import { freshDb } from '@/db/testing';
import type { ModelId } from '../domain/vocabulary';
import { contextOf } from '../testing';
import { configureOrg, configureOrgInput } from './configure-org';

const fresh = freshDb();

const configure = (world: World, fields: object) =>
  configureOrg(
    { ...contextOf(fresh.db, world), org: world.org },
    configureOrgInput.parse({
      org: world.org.slug,
      name: world.org.name,
      questionnaires: ['aws'],
      ...fields,
    }),
  );
const stored = ({ org }: World) => orgBySlug(fresh.db, org.slug);

test.each<[string, object, ModelId[]]>([
  ['without a lead', { questionnaires: ['google', 'aws'] }, ['aws', 'google']],
  [
    'with a lead',
    { questionnaires: ['aws', 'microsoft', 'google'], lead: 'google' },
    ['google', 'aws', 'microsoft'],
  ],
  [
    'with a lead that is not chosen',
    { questionnaires: ['microsoft', 'aws'], lead: 'google' },
    ['aws', 'microsoft'],
  ],
  ['with a single one', { questionnaires: 'google' }, ['google']],
])(
  'the questionnaires stand in the order of the content, the lead first: %s',
  async (_what, fields, expected) => {
    const world = await aWorld(fresh.db);
    expect(await configure(world, fields)).toEqual({ ok: true, value: null });
    expect((await stored(world))?.questionnaires).toEqual(expected);
    expect(await auditOf(fresh.db, world.org.id, { limit: 9 })).toMatchObject([
      { action: 'org.configure', actorId: world.user.id, detail: { questionnaires: expected } },
    ]);
  },
);

test('the name changes, and the address stays, so that no link breaks', async () => {
  const world = await aWorld(fresh.db);
  await configure(world, { name: ' Harbour Bank plc ' });
  expect(await stored(world)).toMatchObject({ slug: world.org.slug, name: 'Harbour Bank plc', version: 2 });
});

test('settings that somebody changed meanwhile are not overwritten', async () => {
  const world = await aWorld(fresh.db);
  await configure(world, { name: 'First' });
  expect(await configure(world, { name: 'Second' })).toMatchObject({ ok: false, code: 'conflict' });
  expect(await stored(world)).toMatchObject({ name: 'First', version: 2 });
});

test('of two who change them at the same moment, one is told of the other', async () => {
  const world = await aWorld(fresh.db);
  const results = await Promise.all([
    configure(world, { name: 'First' }),
    configure(world, { name: 'Second' }),
  ]);
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await auditOf(fresh.db, world.org.id, { limit: 9 })).toHaveLength(1);
});

test.each([
  ['no name', { name: ' ' }, 'name'],
  ['no questionnaire', { questionnaires: undefined }, 'questionnaires'],
  ['an unknown lead', { lead: 'ibm' }, 'lead'],
])('%s is refused, and the field is named', async (_what, fields, named) => {
  const world = await aWorld(fresh.db);
  expect(() => configure(world, fields)).toThrow(
    expect.objectContaining({ issues: [expect.objectContaining({ path: [named] })] }),
  );
});
