import { auditOf } from '@/db/audit';
import type { World } from '@/db/fixtures';
import { freshDb } from '@/db/testing';
import { orgOverview } from '../orgs/org-overview';
import { contextOf } from '../testing';
import { changeDecision, settleDecision } from './change-decision';
import { listDecisions } from './list-decisions';
import { dismissProposal, makeDecision, makeDecisionInput } from './make-decision';
import { shortWorld } from './testing';

const fresh = freshDb();
const KEY = 'role:ml-engineer';
const ctxOf = (world: World, minutes = 5) => contextOf(fresh.db, world, { minutes });
const list = (world: World) => listDecisions(ctxOf(world, 60));
const make = (world: World, change: Partial<Parameters<typeof makeDecision>[1]> = {}, minutes = 5) =>
  makeDecision(ctxOf(world, minutes), {
    ...{ source: KEY, title: 'Fund an ML engineer', beforeOn: '2026-12-31', waiting: 0 },
    ...change,
  });

async function made(world: World, change: Partial<Parameters<typeof makeDecision>[1]> = {}): Promise<string> {
  const result = await make(world, change);
  if (!result.ok) throw new Error(result.message);
  return result.value.id;
}

test('what several teams miss is proposed, with their names, until somebody makes a decision of it', async () => {
  const world = await shortWorld(fresh.db);
  expect(await list(world)).toMatchObject({
    open: [],
    proposed: [
      {
        key: KEY,
        title: 'Hire or train 1 ML engineer',
        teams: [{ slug: 'cards' }, { slug: world.team.slug }],
      },
    ],
  });
  await made(world);
  expect(await list(world)).toMatchObject({
    proposed: [],
    open: [{ title: 'Fund an ML engineer', beforeOn: '2026-12-31', source: KEY, teams: 2, by: 'Ada' }],
  });
  expect((await orgOverview(ctxOf(world), ['aws'])).takes.decisions).toEqual([
    { title: 'Fund an ML engineer', beforeOn: '2026-12-31', teams: 2 },
  ]);
});

test('of two who make something of the same proposal the second is told, and an unknown one is no proposal', async () => {
  const world = await shortWorld(fresh.db);
  await made(world);
  expect(await make(world, { title: 'Mine' })).toMatchObject({ code: 'conflict' });
  expect(await dismissProposal(ctxOf(world), { source: KEY })).toMatchObject({ code: 'conflict' });
  expect(await make(world, { source: 'role:cio' })).toMatchObject({ code: 'conflict' });
  expect((await list(world)).open).toHaveLength(1);
});

test('a dismissed proposal does not come back until it is opened again', async () => {
  const world = await shortWorld(fresh.db);
  expect(await dismissProposal(ctxOf(world), { source: KEY })).toMatchObject({ ok: true });
  const { proposed, settled } = await list(world);
  expect(proposed).toEqual([]);
  expect(settled).toMatchObject([{ title: 'Hire or train 1 ML engineer', status: 'dismissed' }]);
  const id = settled[0]?.id ?? '';
  const opened = await settleDecision(ctxOf(world), { id, version: 1, status: 'open', outcome: '' });
  expect(opened).toMatchObject({ ok: true });
  expect((await list(world)).open).toMatchObject([{ teams: 2 }]);
});

test('one of somebody’s own says itself how many teams wait, and is changed by whoever saw its newest words', async () => {
  const world = await shortWorld(fresh.db);
  const id = await made(world, { source: '', title: 'One cloud', waiting: 7, beforeOn: '' });
  const change = { id, title: 'One cloud for all', beforeOn: '2027-03-31', waiting: 9 };
  expect(await changeDecision(ctxOf(world), { ...change, version: 1 })).toMatchObject({ ok: true });
  expect(await changeDecision(ctxOf(world), { ...change, title: 'Mine', version: 1 })).toMatchObject({
    code: 'conflict',
  });
  expect((await list(world)).open).toMatchObject([
    { title: 'One cloud for all', beforeOn: '2027-03-31', teams: 9, version: 2 },
  ]);
});

test('decided asks for the words of the decision, which stay when it is opened again', async () => {
  const world = await shortWorld(fresh.db);
  const id = await made(world);
  const settle = (version: number, status: 'open' | 'decided', outcome: string) =>
    settleDecision(ctxOf(world), { id, version, status, outcome });
  expect(await settle(1, 'decided', '')).toMatchObject({
    code: 'invalid',
    fields: { outcome: expect.any(String) },
  });
  expect(await settle(1, 'decided', 'One from April on.')).toMatchObject({ ok: true });
  expect(await list(world)).toMatchObject({
    open: [],
    proposed: [],
    settled: [{ status: 'decided', outcome: 'One from April on.' }],
  });
  const changed = await changeDecision(ctxOf(world), {
    id,
    version: 2,
    title: 'X',
    beforeOn: '',
    waiting: 0,
  });
  expect(changed).toMatchObject({ code: 'finished' });
  expect(await settle(2, 'open', '')).toMatchObject({ ok: true });
  expect((await list(world)).open).toMatchObject([{ outcome: 'One from April on.' }]);
  const actions = (await auditOf(fresh.db, world.org.id, { limit: 9 })).map(({ action }) => action);
  expect(actions.toSorted()).toEqual(['decision.make', 'decision.settle', 'decision.settle']);
});

test('a decision of another organisation is not found', async () => {
  const [world, other] = [await shortWorld(fresh.db), await shortWorld(fresh.db)];
  const id = await made(world);
  const settled = { id, version: 1, status: 'dismissed' as const, outcome: '' };
  expect(await settleDecision(ctxOf(other), settled)).toMatchObject({ code: 'not-found' });
  expect((await list(other)).open).toEqual([]);
});

test.each([
  ['no words', { title: ' ' }],
  ['a day that is none', { title: 'X', beforeOn: '2027-02-30' }],
  ['half a team', { title: 'X', waiting: '1.5' }],
  ['fewer than no team', { title: 'X', waiting: '-1' }],
])('a form with %s is refused', (_what, input) => {
  expect(makeDecisionInput.safeParse({ org: 'o', ...input }).success).toBe(false);
});
