import sharp from 'sharp';
import { auditOf } from '@/db/audit';
import { commit } from '@/db/commit';
import { anOrg, aWorld, NOON, type World } from '@/db/fixtures';
import { insertMembership, insertOrg } from '@/db/orgs';
import { freshDb } from '@/db/testing';
import type { MemberRole } from '../domain/vocabulary';
import { readPdf } from '../pdf/read-pdf';
import { savePhrase, savePhraseInput } from '../phrases/save-phrase';
import { contextOf } from '../testing';
import { brandOf } from './brand-of';
import { brandPdf } from './brand-pdf';
import { brandsFor } from './brands-for';
import { removeLogo } from './remove-logo';
import { saveBrand, saveBrandInput } from './save-brand';
import { saveLogo } from './save-logo';

const fresh = freshDb();

const contextIn = (world: World, org = world.org) => contextOf(fresh.db, { ...world, org });
const save = (world: World, fields: object, org = world.org) =>
  saveBrand(
    contextIn(world, org),
    saveBrandInput.parse({
      ...{ org: org.slug, name: '', accent: '', confidentiality: '', version: 0 },
      ...fields,
    }),
  );
const own = (world: World) => brandOf(contextIn(world), world.org.name);

const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20" onload="x()"><path d="M0 0h40v20z"/></svg>';
const fileOf = (content: BlobPart, name = 'logo.svg') => new File([content], name);

/** Another organisation, in which the person of this world has this role. */
async function another(world: World, role: MemberRole, name = 'Northgate Advisory') {
  const org = anOrg({ name });
  await commit(fresh.db, (tx) => [
    insertOrg(tx, org),
    insertMembership(tx, { orgId: org.id, userId: world.user.id, role, createdAt: NOON }),
  ]);
  return org;
}

test('an organisation that chose nothing has its name alone', async () => {
  const world = await aWorld(fresh.db);
  expect(await own(world)).toEqual({
    ...{ name: world.org.name, accent: null, confidentiality: null, logo: null, version: 0 },
  });
});

test('what is chosen is kept, and who chose it', async () => {
  const world = await aWorld(fresh.db);
  const chosen = { name: 'Harbour Bank plc', accent: '#1f4e79', confidentiality: 'Internal' };
  expect(await save(world, chosen)).toEqual({ ok: true, value: null });
  expect(await own(world)).toMatchObject({ ...chosen, accent: '#1F4E79', version: 1 });
  expect(await auditOf(fresh.db, world.org.id, { limit: 9 })).toMatchObject([
    { action: 'brand.save', actorId: world.user.id, detail: { ...chosen, accent: '#1F4E79' } },
  ]);
});

test('of two who change it from the same state, the second is told, and nothing of the first is lost', async () => {
  const world = await aWorld(fresh.db);
  await save(world, { name: 'First' });
  expect(await save(world, { name: 'Second' })).toMatchObject({ ok: false, code: 'conflict' });
  await save(world, { name: 'Third', version: 1 });
  expect(await save(world, { name: 'Fourth', version: 1 })).toMatchObject({ ok: false, code: 'conflict' });
  expect(await own(world)).toMatchObject({ name: 'Third', version: 2 });
});

test('a logo is kept beside the other choices, and what was left out of it is said', async () => {
  const world = await aWorld(fresh.db);
  await save(world, { accent: '#1F4E79' });
  expect(await saveLogo(contextIn(world), { file: fileOf(SVG) })).toEqual({
    ok: true,
    value: { name: 'logo.svg', removed: ['scripts'] },
  });
  const brand = await own(world);
  expect(brand).toMatchObject({ accent: '#1F4E79', logo: { kind: 'svg', width: 40, height: 20 } });
  await save(world, { name: 'Later', version: brand.version });
  expect((await own(world)).logo).toEqual(brand.logo);
});

test('a PNG is kept and drawn in the document that shows how documents look', async () => {
  const world = await aWorld(fresh.db);
  const png = await sharp({ create: { width: 30, height: 30, channels: 4, background: '#1F4E79' } })
    .png()
    .toBuffer();
  expect(await saveLogo(contextIn(world), { file: fileOf(new Uint8Array(png), 'x.txt') })).toMatchObject({
    ok: true,
  });
  await save(world, { name: 'Harbour Bank plc', confidentiality: 'Internal', version: 1 });
  const words = { org: '', headline: 'Nobody watches', text: 'Of **six**' };
  await savePhrase(contextIn(world), savePhraseInput.parse(words));
  const shown = await brandPdf(contextIn(world), { paper: 'a4' });
  if (!shown.ok) throw new Error(shown.message);
  const { text, pages, roles } = await readPdf(shown.value.pdf);
  expect(pages).toHaveLength(3);
  for (const words of ['Harbour Bank plc', 'Internal', 'Nobody watches', 'Of six'])
    expect(text).toContain(words);
  expect(roles.has('Figure')).toBe(true);
});

test.each<[string, File, RegExp]>([
  ['no file', fileOf(''), /^Choose a file/],
  ['30 MB', fileOf(new Uint8Array(30_000_000)), /^The file has 30 MB/],
  ['a broken drawing', fileOf('<svg'), /^The SVG is broken/],
  ['a PDF', fileOf('%PDF-1.7', 'logo.png'), /this is a PDF/],
])('%s is refused at its field, and the logo before it stays', async (_what, file, sentence) => {
  const world = await aWorld(fresh.db);
  await saveLogo(contextIn(world), { file: fileOf(SVG) });
  const refused = await saveLogo(contextIn(world), { file });
  expect(refused).toMatchObject({ ok: false, fields: { file: expect.stringMatching(sentence) } });
  expect((await own(world)).logo).not.toBeNull();
});

test('a logo that is taken away is gone, and the rest stays', async () => {
  const world = await aWorld(fresh.db);
  await save(world, { name: 'Harbour' });
  await saveLogo(contextIn(world), { file: fileOf(SVG) });
  expect(await removeLogo(contextIn(world))).toMatchObject({ ok: true });
  expect(await removeLogo(contextIn(world))).toMatchObject({ ok: true });
  expect(await own(world)).toMatchObject({ name: 'Harbour', logo: null, version: 3 });
});

test.each<[MemberRole, boolean]>([
  ['owner', true],
  ['contributor', true],
  ['viewer', false],
])('the brand of a firm comes along where the person is its %s: %p', async (role, comes) => {
  const world = await aWorld(fresh.db);
  const firm = await another(world, role);
  await save(world, { accent: '#8A1538' }, firm);
  const { own, firms } = await brandsFor(contextIn(world));
  expect(own.name).toBe(world.org.name);
  const brand = { name: 'Northgate Advisory', accent: '#8A1538', confidentiality: null, logo: null };
  expect(firms).toEqual(
    comes ? [{ orgId: firm.id, slug: firm.slug, name: 'Northgate Advisory', brand }] : [],
  );
});

test('an organisation of the person without a brand, and a brand of other people, do not come along', async () => {
  const [world, stranger] = [await aWorld(fresh.db), await aWorld(fresh.db)];
  await another(world, 'owner');
  await save(stranger, { name: 'Strangers' });
  expect((await brandsFor(contextIn(world))).firms).toEqual([]);
});
