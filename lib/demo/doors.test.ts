import { commit } from '@/db/commit';
import { setMeta } from '@/db/meta';
import { insertOrg } from '@/db/orgs';
import { anOrg, aUser, aWorld } from '@/db/fixtures';
import { freshDb } from '@/db/testing';
import { insertUser } from '@/db/users';
import { contextOf } from '../testing';
import { DEMO_MARK } from './demo-mode';
import type * as Doors from './doors';

const fresh = freshDb();

process.env['NEXTAUTH_URL'] = 'https://rungs.example';
process.env['NEXTAUTH_SECRET'] = 'of the tests, forty characters or longer';

/** The doors of a process that was started with or without the demo's variable: it is read once, at first use. */
async function doorsWith(demo: string | undefined): Promise<typeof Doors> {
  if (demo === undefined) delete process.env['RUNGS_DEMO'];
  else process.env['RUNGS_DEMO'] = demo;
  import.meta.jest.resetModules();
  return import('./doors');
}

/** What somebody might do by hand to a real database to make it look like the demo's. */
async function lookalike(mark: { key: string; value: string } | null) {
  const world = await aWorld(fresh.db);
  const { DOORS } = await doorsWith('1');
  const people = DOORS.map(({ email }) => aUser({ email }));
  await commit(fresh.db, (tx) => [
    insertOrg(tx, anOrg({ slug: 'harbour-bank' })),
    ...people.map((person) => insertUser(tx, person)),
    ...(mark === null ? [] : [setMeta(tx, mark)]),
  ]);
  return { ctx: contextOf(fresh.db, world), people };
}

const doorIds = ['team', 'consultant', 'executive'];

describe('no door opens, although its people are there,', () => {
  test.each([
    ['in a database that the demo did not make', '1', null],
    ['in a database with another mark', '1', { key: DEMO_MARK.key, value: 'yes' }],
    ['in the demo’s database, served without the demo’s variable', undefined, DEMO_MARK],
    ['in the demo’s database, served with the variable off', '0', DEMO_MARK],
    ['without either', undefined, null],
  ])('%s', async (_what, demo, mark) => {
    const { ctx } = await lookalike(mark);
    const { openDoor } = await doorsWith(demo);
    for (const id of doorIds) expect(await openDoor(ctx, id)).toMatchObject({ ok: false, code: 'not-found' });
  });
});

test('in the demo each door lets in its person', async () => {
  const { ctx, people } = await lookalike(DEMO_MARK);
  const { DOORS, openDoor } = await doorsWith('1');
  expect(DOORS.map(({ id }) => id)).toEqual(doorIds);
  for (const [index, { id, path }] of DOORS.entries())
    expect(await openDoor(ctx, id)).toEqual({ ok: true, value: { userId: people[index]?.id, path } });
});

test.each(['', 'admin', 'ana.ortiz@harbour.example', '__proto__'])(
  'there is no other door: %p',
  async (id) => {
    const { ctx } = await lookalike(DEMO_MARK);
    const { openDoor } = await doorsWith('1');
    expect(await openDoor(ctx, id)).toMatchObject({ ok: false, code: 'not-found' });
  },
);
