import { aWorld } from '@/db/fixtures';
import { freshDb } from '@/db/testing';
import { changeRound } from './change-round';
import { closeRound } from './close-round';
import { roundView } from './round-view';
import { anOpenRound, contextNow, SITE, worldWithUnit } from './testing';

const fresh = freshDb();

const SAME = { title: 'Q4 2026', dueOn: '2026-12-01', add: [], remove: [] };

const names = async (world: Awaited<ReturnType<typeof worldWithUnit>>, id: string) =>
  (await roundView(await contextNow(fresh.db, world), id))?.rows.map(({ name }) => name);

test('a round gets another title and date, a team joins and another leaves', async () => {
  const world = await worldWithUnit(fresh.db);
  const id = await anOpenRound(fresh.db, world, ['cards']);
  const ctx = await contextNow(fresh.db, world);
  const changes = { title: 'Winter', dueOn: '2026-12-31', add: [world.team.slug], remove: ['cards'] };
  expect(await changeRound(ctx, { id, ...changes })).toMatchObject({ ok: true });
  expect(await names(world, id)).toEqual(['Fraud']);
  expect((await roundView(ctx, id))?.round).toMatchObject({ title: 'Winter', dueOn: '2026-12-31' });
});

test('two who add a team each, one after the other, lose nothing', async () => {
  const world = await worldWithUnit(fresh.db);
  const id = await anOpenRound(fresh.db, world, ['cards']);
  for (const add of [[world.team.slug], ['loans']])
    await changeRound(await contextNow(fresh.db, world), { id, ...SAME, add });
  expect(await names(world, id)).toEqual(['Fraud', 'Cards', 'Loans']);
});

test('of two who change a round at once, the second is told', async () => {
  const world = await worldWithUnit(fresh.db);
  const id = await anOpenRound(fresh.db, world, ['cards']);
  const ctx = await contextNow(fresh.db, world);
  const both = await Promise.all(['A', 'B'].map((title) => changeRound(ctx, { id, ...SAME, title })));
  expect(both.map((each) => (each.ok ? 'ok' : each.code)).toSorted()).toEqual(['conflict', 'ok']);
});

test('an overdue round can be renamed, and its date cannot be moved to another day that is past', async () => {
  const world = await worldWithUnit(fresh.db);
  const id = await anOpenRound(fresh.db, world, ['cards']);
  const later = await contextNow(fresh.db, world, { minutes: 90 * 24 * 60 });
  expect(await changeRound(later, { id, ...SAME, title: 'Late' })).toMatchObject({ ok: true });
  const moved = { id, ...SAME, dueOn: '2026-12-02' };
  expect(
    await changeRound(await contextNow(fresh.db, world, { minutes: 90 * 24 * 60 }), moved),
  ).toMatchObject({
    fields: { dueOn: 'this day is past' },
  });
});

test.each([
  [
    'taking out its last team',
    { remove: ['cards'] },
    { remove: 'a round has at least one team; close it instead' },
  ],
  ['adding a team of another open round', { add: ['loans'] }, { add: 'Loans is in the open round Other' }],
  ['adding a team that it has', { add: ['cards'] }, { add: 'Cards is in the open round Q4 2026' }],
  ['adding a team that is not there', { add: ['gone'] }, { add: 'there is no team “gone” any more' }],
])('%s is refused', async (_what, changes, fields) => {
  const world = await worldWithUnit(fresh.db);
  const id = await anOpenRound(fresh.db, world, ['cards']);
  await anOpenRound(fresh.db, world, ['loans'], 'Other');
  const ctx = await contextNow(fresh.db, world);
  expect(await changeRound(ctx, { id, ...SAME, ...changes })).toMatchObject({ code: 'invalid', fields });
});

test('a closed round, and one of another organisation, are not changed', async () => {
  const [world, other] = [await worldWithUnit(fresh.db), await aWorld(fresh.db)];
  const id = await anOpenRound(fresh.db, world, ['cards']);
  expect(await changeRound(await contextNow(fresh.db, other), { id, ...SAME })).toMatchObject({
    code: 'not-found',
  });
  await closeRound(await contextNow(fresh.db, world), { id }, SITE);
  expect(await changeRound(await contextNow(fresh.db, world), { id, ...SAME })).toMatchObject({
    code: 'finished',
  });
});
