import { freshDb } from '@/db/testing';
import { finishedWorld } from '../assessments/testing';
import { createShareInput } from './create-share';
import { create } from './testing';

const fresh = freshDb();

test('where no mail is configured the link is made, and it is said that it was not mailed', async () => {
  const world = await finishedWorld(fresh.db);
  const made = await create(fresh.db, world, { to: ' cio@harbour.example ' });
  expect(made).toMatchObject({ ok: true, value: { mailed: 'not configured' } });
  expect(await create(fresh.db, world)).toMatchObject({ ok: true, value: { mailed: null } });
});

test.each(['cio', 'a@harbour.example, b@harbour.example', 'Ana <a@harbour.example>'])(
  'a link goes to one address: %s is refused',
  (to) => {
    expect(() => createShareInput.parse({ org: 'harbour', title: 'For the board', to })).toThrow(
      expect.objectContaining({ issues: [expect.objectContaining({ path: ['to'] })] }),
    );
  },
);
