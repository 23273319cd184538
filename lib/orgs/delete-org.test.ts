import { auditOf } from '@/db/audit';
import { commit } from '@/db/commit';
import { aWorld, minutesLater, type World } from '@/db/fixtures';
import { deleteOrgAfter, orgBySlug } from '@/db/orgs';
import { freshDb } from '@/db/testing';
import { userById } from '@/db/users';
import { finishedWorld } from '../assessments/testing';
import { contextOf } from '../testing';
import { deleteDueOrgs, deleteOrg, deleteOrgInput, GRACE_DAYS, keepOrg } from './delete-org';

const fresh = freshDb();

const DAY = 24 * 60;
const stored = async ({ org }: World) => orgBySlug(fresh.db, org.slug);

async function contextFor(world: World) {
  const org = await stored(world);
  if (org === undefined) throw new Error('the organisation is gone');
  return { ...contextOf(fresh.db, world, { minutes: 0 }), org };
}

const ask = async (world: World, name: string) =>
  deleteOrg(await contextFor(world), deleteOrgInput.parse({ org: world.org.slug, name }));

const sweepAfter = (days: number) => deleteDueOrgs({ db: fresh.db, now: minutesLater(days * DAY) });

test('an organisation goes with all that it has after its grace and not before, and people and other organisations stay', async () => {
  const world = await finishedWorld(fresh.db, {});
  const other = await aWorld(fresh.db);
  expect(await ask(world, ' Harbour ')).toEqual({ ok: true, value: null });
  expect((await stored(world))?.deleteAfter).toEqual(minutesLater(GRACE_DAYS * DAY));
  expect(await auditOf(fresh.db, world.org.id, { limit: 1 })).toMatchObject([
    { action: 'org.delete', detail: { on: '2026-10-15' } },
  ]);
  await sweepAfter(GRACE_DAYS - 1);
  expect(await stored(world)).toBeDefined();
  await sweepAfter(GRACE_DAYS);
  expect(await stored(world)).toBeUndefined();
  expect(await stored(other)).toBeDefined();
  expect(await userById(fresh.db, world.user.id)).toBeDefined();
});

test('another name deletes nothing', async () => {
  const world = await aWorld(fresh.db);
  expect(await ask(world, 'Harbor')).toMatchObject({
    ok: false,
    fields: { name: 'type Harbour, as it is written here' },
  });
  expect((await stored(world))?.deleteAfter).toBeNull();
});

test('asking twice does not put the day off', async () => {
  const world = await aWorld(fresh.db);
  await ask(world, 'Harbour');
  const later = { ...(await contextFor(world)), now: minutesLater(DAY) };
  expect(await deleteOrg(later, { name: 'Harbour' })).toEqual({ ok: true, value: null });
  expect((await stored(world))?.deleteAfter).toEqual(minutesLater(GRACE_DAYS * DAY));
});

test('an organisation that an owner keeps stays, also when the sweep has read it as due', async () => {
  const world = await aWorld(fresh.db);
  await ask(world, 'Harbour');
  expect(await keepOrg(await contextFor(world))).toEqual({ ok: true, value: null });
  const now = minutesLater(GRACE_DAYS * DAY);
  await commit(fresh.db, (tx) => [deleteOrgAfter(tx, { id: world.org.id, now })]);
  await sweepAfter(GRACE_DAYS + 1);
  expect((await stored(world))?.deleteAfter).toBeNull();
  expect(await auditOf(fresh.db, world.org.id, { limit: 1 })).toMatchObject([{ action: 'org.keep' }]);
});

test('who decides on an older state is told', async () => {
  const world = await aWorld(fresh.db);
  const before = await contextFor(world);
  await ask(world, 'Harbour');
  expect(await deleteOrg(before, { name: 'Harbour' })).toMatchObject({ code: 'conflict' });
});
