import { freshDb } from '@/db/testing';
import { finishedWorld } from '../assessments/testing';
import { readPdf } from '../pdf/read-pdf';
import { contextOf } from '../testing';
import { sharedPdf } from './shared-pdf';
import { CODE, linked } from './testing';

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

test('without its code, or with a token that was guessed, there is no page', async () => {
  const world = await finishedWorld(fresh.db);
  expect(await take(await linked(fresh.db, world, { code: CODE }))).toMatchObject({ code: 'forbidden' });
  expect(await take('guessed')).toMatchObject({ code: 'not-found' });
});
