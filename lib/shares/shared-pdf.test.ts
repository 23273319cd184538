import { commit } from '@/db/commit';
import { minutesLater, type World } from '@/db/fixtures';
import { insertShare } from '@/db/shares';
import { freshDb } from '@/db/testing';
import { finishedWorld } from '../assessments/testing';
import { saveBrand } from '../brands/save-brand';
import type { SharedView } from '../domain/shared-view';
import { packed } from '../packed';
import { readPdf } from '../pdf/read-pdf';
import { hashOfToken } from '../secret-token';
import { contextOf } from '../testing';
import { sharedPdf } from './shared-pdf';
import { CODE, linked, open } from './testing';

const fresh = freshDb();

const take = (token: string) =>
  sharedPdf(contextOf(fresh.db, { user: { id: 'nobody' }, org: { id: 'none' } }, { minutes: 20 }), { token });

test('the page of a shared view has the sentences and names no team', async () => {
  const world = await finishedWorld(fresh.db);
  const taken = await take(await linked(fresh.db, world));
  if (!taken.ok) throw new Error(taken.message);
  const { text, pages } = await readPdf(taken.value.pdf);
  expect(pages).toHaveLength(1);
  expect(text).toContain('of 1 team');
  expect(text).not.toContain(world.team.name);
});

const brandAs = (world: World, confidentiality: string, version: number) =>
  saveBrand(contextOf(fresh.db, world), {
    ...{ name: 'Harbour Bank plc', accent: '#1F4E79', confidentiality, version },
  });

async function textOf(token: string): Promise<string> {
  const taken = await take(token);
  if (!taken.ok) throw new Error(taken.message);
  return (await readPdf(taken.value.pdf)).text;
}

test('the page carries the brand that was frozen with the view, whatever is chosen later', async () => {
  const world = await finishedWorld(fresh.db);
  await brandAs(world, 'For the board alone', 0);
  const token = await linked(fresh.db, world);
  await brandAs(world, 'Internal', 1);
  const text = await textOf(token);
  expect(text).toContain('Harbour Bank plc: machine learning teams');
  expect(text).toContain('For the board alone');
  expect(text).not.toMatch(/Internal|Confidential/);
});

test('a view that was frozen without a brand still opens, and is given none', async () => {
  const world = await finishedWorld(fresh.db);
  const now = await open(fresh.db, await linked(fresh.db, world));
  if (!now.ok || now.value.asks !== null || now.value.kind !== 'scorecard') throw new Error('no scorecard');
  const { hash, view } = now.value;
  const { brand: _, ...before } = view;
  await brandAs(world, 'Internal', 0);
  await commit(fresh.db, (tx) => [
    insertShare(tx, {
      ...{ id: `old-${world.org.id}`, orgId: world.org.id, tokenHash: hashOfToken(`old-${world.org.id}`) },
      ...{ codeHash: null, title: 'Old', issueId: null, downloads: null, createdBy: world.user.id },
      ...{ createdAt: minutesLater(1), expiresAt: minutesLater(500), hash },
      body: packed(before satisfies SharedView),
    }),
  ]);
  const text = await textOf(`old-${world.org.id}`);
  expect(text).toContain('Confidential · Harbour');
  expect(text).not.toMatch(/Internal|plc/);
});

test('without its code, or with a token that was guessed, there is no page', async () => {
  const world = await finishedWorld(fresh.db);
  expect(await take(await linked(fresh.db, world, { code: CODE }))).toMatchObject({ code: 'forbidden' });
  expect(await take('guessed')).toMatchObject({ code: 'not-found' });
});
