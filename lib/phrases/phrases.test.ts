import { auditOf } from '@/db/audit';
import { commit } from '@/db/commit';
import { anOrg, aWorld, NOON, type World } from '@/db/fixtures';
import { insertMembership, insertOrg } from '@/db/orgs';
import { freshDb } from '@/db/testing';
import type { MemberRole } from '../domain/vocabulary';
import { contextOf } from '../testing';
import { deletePhrase } from './delete-phrase';
import { listPhrases, phrasesFor } from './list-phrases';
import { savePhrase, savePhraseInput } from './save-phrase';

const fresh = freshDb();

const contextIn = (world: World, org = world.org) => contextOf(fresh.db, { ...world, org });
const save = (world: World, fields: object = {}, org = world.org) =>
  savePhrase(
    contextIn(world, org),
    savePhraseInput.parse({ org: org.slug, headline: 'Nobody watches', ...fields }),
  );

async function saved(world: World, fields: object = {}): Promise<string> {
  const result = await save(world, fields);
  if (!result.ok) throw new Error(result.message);
  return result.value.id;
}

test('a phrase is kept with its links, and changed by who saw it last', async () => {
  const world = await aWorld(fresh.db);
  const words = { text: 'Of **six**', recommendation: '- Watch', capabilities: ['rollback', 'rollback'] };
  const id = await saved(world, words);
  expect(await listPhrases(contextIn(world))).toEqual([
    { id, headline: 'Nobody watches', ...words, capabilities: ['rollback'], version: 1 },
  ]);
  const changed = { headline: 'Somebody watches', phrase: id, version: 1 };
  expect(await save(world, changed)).toMatchObject({ ok: true });
  expect(await save(world, changed)).toMatchObject({ ok: false, code: 'conflict' });
  expect(await listPhrases(contextIn(world))).toMatchObject([{ headline: 'Somebody watches', version: 2 }]);
});

test('phrases stand by their headlines', async () => {
  const world = await aWorld(fresh.db);
  for (const headline of ['b', 'A', 'c 10', 'c 9']) await save(world, { headline });
  const headlines = (await listPhrases(contextIn(world))).map(({ headline }) => headline);
  expect(headlines).toEqual(['A', 'b', 'c 9', 'c 10']);
});

test('a deleted phrase is gone, and the audit log still has its words', async () => {
  const world = await aWorld(fresh.db);
  const phrase = await saved(world, { text: 'Words' });
  expect(await deletePhrase(contextIn(world), { phrase })).toMatchObject({ ok: true });
  expect(await deletePhrase(contextIn(world), { phrase })).toMatchObject({ ok: false, code: 'not-found' });
  expect(await auditOf(fresh.db, world.org.id, { limit: 9 })).toContainEqual(
    expect.objectContaining({
      action: 'phrase.delete',
      detail: expect.objectContaining({ headline: 'Nobody watches', text: 'Words' }),
    }),
  );
});

test('a phrase of another organisation is not found', async () => {
  const [world, stranger] = [await aWorld(fresh.db), await aWorld(fresh.db)];
  const phrase = await saved(stranger);
  expect(await save(world, { phrase, version: 1 })).toMatchObject({ ok: false, code: 'not-found' });
  expect(await deletePhrase(contextIn(world), { phrase })).toMatchObject({ ok: false, code: 'not-found' });
  expect(await listPhrases(contextIn(stranger))).toHaveLength(1);
});

test.each([
  ['no headline', { headline: ' ' }, 'headline'],
  ['a headline of 201 characters', { headline: 'x'.repeat(201) }, 'headline'],
  ['a text of 4,001 characters', { text: 'x'.repeat(4001) }, 'text'],
])('%s is refused, and the field is named', async (_what, fields, named) => {
  const world = await aWorld(fresh.db);
  expect(() => save(world, fields)).toThrow(
    expect.objectContaining({ issues: [expect.objectContaining({ path: [named] })] }),
  );
});

test('a capability that there is not is refused by name', async () => {
  const world = await aWorld(fresh.db);
  expect(await save(world, { capabilities: ['rollback', 'nope'] })).toMatchObject({
    ok: false,
    fields: { capabilities: 'There is no capability “nope”.' },
  });
});

test.each<[MemberRole, number]>([
  ['owner', 1],
  ['contributor', 1],
  ['viewer', 0],
])('the phrases of a firm come along where the person is its %s', async (role, firms) => {
  const world = await aWorld(fresh.db);
  const firm = anOrg({ name: 'Northgate' });
  await commit(fresh.db, (tx) => [
    insertOrg(tx, firm),
    insertOrg(tx, anOrg()),
    insertMembership(tx, { orgId: firm.id, userId: world.user.id, role, createdAt: NOON }),
  ]);
  await save(world, { headline: 'Theirs' }, firm);
  await save(world, { headline: 'Ours' });
  const found = await phrasesFor(contextIn(world));
  expect(found.own.map(({ headline }) => headline)).toEqual(['Ours']);
  expect(found.firms).toHaveLength(firms);
  for (const each of found.firms)
    expect(each).toMatchObject({ slug: firm.slug, name: 'Northgate', phrases: [{ headline: 'Theirs' }] });
});
