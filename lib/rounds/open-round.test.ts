import { auditOf } from '@/db/audit';
import { aWorld } from '@/db/fixtures';
import { roundsOfOrg, teamsInOpenRounds } from '@/db/rounds';
import { freshDb } from '@/db/testing';
import { removeTeam } from '../teams/configure-team';
import { closeRound } from './close-round';
import { openRound, openRoundInput } from './open-round';
import { roundChoice } from './round-choice';
import { roundView } from './round-view';
import { anOpenRound, contextNow, SITE, worldWithUnit } from './testing';

const fresh = freshDb();

const FIELDS = { title: 'Q1 2027', dueOn: '2027-03-31' };

test('a round is opened for a team and for all of a unit, and the log has it', async () => {
  const world = await worldWithUnit(fresh.db);
  const ctx = await contextNow(fresh.db, world);
  const opened = await openRound(ctx, { ...FIELDS, teams: ['retail', world.team.slug] });
  if (!opened.ok) throw new Error(opened.message);
  const view = await roundView(ctx, opened.value.id);
  expect(view?.round).toMatchObject({ ...FIELDS, openedBy: 'Ada', closedOn: null, overdue: false });
  expect(view?.rows.map(({ name, unit }) => [name, unit])).toEqual([
    ['Fraud', null],
    ['Cards', 'Retail'],
    ['Loans', 'Retail'],
  ]);
  expect(await auditOf(fresh.db, world.org.id, { limit: 1 })).toMatchObject([
    { action: 'round.open', resourceId: opened.value.id, detail: { teams: 3 } },
  ]);
});

test.each([
  ['a day that is past', { dueOn: '2026-09-30', teams: ['retail'] }, { dueOn: 'this day is past' }],
  [
    'a day in the far future',
    { dueOn: '9999-12-31', teams: ['retail'] },
    { dueOn: 'at most 2 years from today' },
  ],
  ['no team', { teams: [] }, { teams: 'choose at least one team' }],
  ['a team that is not there', { teams: ['gone'] }, { teams: 'there is no team “gone” any more' }],
])('a round with %s is refused, and nothing is written', async (_what, fields, faults) => {
  const world = await worldWithUnit(fresh.db);
  const ctx = await contextNow(fresh.db, world);
  expect(await openRound(ctx, { ...FIELDS, ...fields })).toMatchObject({
    ok: false,
    code: 'invalid',
    fields: faults,
  });
  expect(await roundsOfOrg(fresh.db, world.org.id)).toEqual([]);
});

test.each([
  ['a day that is none', { dueOn: '2027-02-30' }, 'dueOn'],
  ['a day in words', { dueOn: 'tomorrow' }, 'dueOn'],
  ['no day', { dueOn: '' }, 'dueOn'],
  ['an empty title', { title: '   ' }, 'title'],
  ['a title of 201 characters', { title: 'x'.repeat(201) }, 'title'],
  ['a title with a control character', { title: 'Q1\u0000' }, 'title'],
])('a form with %s is refused by the field', (_what, fields, field) => {
  const parsed = openRoundInput.safeParse({ org: 'o', ...FIELDS, teams: 'a', ...fields });
  expect(parsed.error?.issues.map(({ path }) => path[0])).toEqual([field]);
});

test('a form with no team, one or several gives a list', () => {
  const teams = (value?: unknown) => openRoundInput.parse({ org: 'o', ...FIELDS, teams: value }).teams;
  expect([teams(), teams('a'), teams(['a', 'b'])]).toEqual([[], ['a'], ['a', 'b']]);
});

test('a team in an open round is refused in a second one, with the name of the first; closed, it is free again', async () => {
  const world = await worldWithUnit(fresh.db);
  const first = await anOpenRound(fresh.db, world, ['cards']);
  const open = async () =>
    openRound(await contextNow(fresh.db, world), { ...FIELDS, teams: ['cards', 'loans'] });
  expect(await open()).toMatchObject({
    ok: false,
    fields: { teams: 'Cards is in the open round Q4 2026' },
  });
  expect(await roundChoice(await contextNow(fresh.db, world))).toMatchObject([
    { slug: world.team.slug, takenBy: null, below: [] },
    { slug: 'retail', teams: 2, free: 1, below: [{ slug: 'cards', takenBy: 'Q4 2026' }, { slug: 'loans' }] },
  ]);
  await closeRound(await contextNow(fresh.db, world), { id: first }, SITE);
  expect(await open()).toMatchObject({ ok: true });
});

test('of two who open a round for the same team at once, one gets it', async () => {
  const world = await worldWithUnit(fresh.db);
  const ctx = await contextNow(fresh.db, world);
  const both = await Promise.all(
    ['A', 'B'].map((title) => openRound(ctx, { ...FIELDS, title, teams: ['cards'] })),
  );
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await teamsInOpenRounds(fresh.db, world.org.id)).toHaveLength(1);
});

test('a team that is removed while a round is opened leaves no round behind', async () => {
  const world = await worldWithUnit(fresh.db);
  const ctx = await contextNow(fresh.db, world);
  expect(await removeTeam(ctx, { team: 'cards' })).toMatchObject({ ok: true });
  expect(await openRound(ctx, { ...FIELDS, teams: ['loans'] })).toMatchObject({ code: 'conflict' });
  expect(await roundsOfOrg(fresh.db, world.org.id)).toEqual([]);
});

test('another organisation’s team cannot be chosen, nor its round be seen', async () => {
  const [own, other] = [await worldWithUnit(fresh.db), await aWorld(fresh.db)];
  const ctx = await contextNow(fresh.db, own);
  expect(await openRound(ctx, { ...FIELDS, teams: [other.team.slug] })).toMatchObject({ code: 'invalid' });
  const id = await anOpenRound(fresh.db, other, [other.team.slug]);
  expect(await roundView(ctx, id)).toBeNull();
});
