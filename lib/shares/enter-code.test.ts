import { minutesLater, type World } from '@/db/fixtures';
import { freshDb } from '@/db/testing';
import { finishedWorld } from '../assessments/testing';
import { contextOf } from '../testing';
import { listShares } from './list-shares';
import { CODE, enter, linked, open } from './testing';

const fresh = freshDb();

const NOT_VALID = { ok: false, code: 'not-found', message: 'This link is not valid (any more).' };
const ASKS = { ok: true, value: { asks: 'code' } };

async function withCode(): Promise<{ world: World; token: string }> {
  const world = await finishedWorld(fresh.db);
  return { world, token: await linked(fresh.db, world, { code: CODE }) };
}

async function passOf(token: string, code = CODE): Promise<string> {
  const entered = await enter(fresh.db, token, code);
  if (!entered.ok) throw new Error(entered.message);
  return entered.value.pass;
}

const listed = async (world: World) => {
  const [share] = await listShares(contextOf(fresh.db, world, { minutes: 30 }));
  return share;
};

test('before the code nothing is shown, and nothing is counted as opened', async () => {
  const { world, token } = await withCode();
  expect(await open(fresh.db, token)).toEqual(ASKS);
  expect(await listed(world)).toMatchObject({ opened: 0, withCode: true });
});

test('the right code opens the link for a day', async () => {
  const { world, token } = await withCode();
  const pass = await passOf(token, ` ${CODE} `);
  expect(await open(fresh.db, token, { pass })).toMatchObject({ ok: true, value: { asks: null } });
  expect(await open(fresh.db, token, { pass, minutes: 19 + 24 * 60 })).toMatchObject({
    value: { asks: null },
  });
  expect(await open(fresh.db, token, { pass, minutes: 21 + 24 * 60 })).toEqual(ASKS);
  expect(await listed(world)).toMatchObject({ opened: 2 });
});

test('a pass opens no other link, and one that was changed opens none', async () => {
  const [one, other] = [await withCode(), await withCode()];
  const pass = await passOf(one.token);
  const [until = '', signature = ''] = pass.split('.');
  const longer = Math.floor(minutesLater(99_999).getTime() / 1000);
  const wrong = [`${longer}.${signature}`, `${until}.`, `${until}.${'A'.repeat(43)}`, until, '', `${pass}.x`];
  expect(await open(fresh.db, other.token, { pass })).toEqual(ASKS);
  for (const each of wrong) expect(await open(fresh.db, one.token, { pass: each })).toEqual(ASKS);
});

test('a wrong code opens nothing, and is forgotten after the right one', async () => {
  const { world, token } = await withCode();
  for (let times = 1; times <= 9; times += 1)
    expect(await enter(fresh.db, token, 'harbour-2025')).toMatchObject({ ok: false, code: 'invalid' });
  const pass = await passOf(token);
  for (let times = 1; times <= 9; times += 1) await enter(fresh.db, token, '');
  expect(await open(fresh.db, token, { pass })).toMatchObject({ ok: true });
  expect(await listed(world)).toMatchObject({ closed: null });
});

test('after ten wrong codes the link is locked, for the right code and an earlier pass too, and the owner sees it', async () => {
  const { world, token } = await withCode();
  const pass = await passOf(token);
  const tries = await Promise.all(Array.from({ length: 14 }, () => enter(fresh.db, token, 'guessing')));
  expect(tries.filter((each) => !each.ok && each.code === 'invalid')).toHaveLength(10);
  expect(await enter(fresh.db, token, CODE)).toEqual(NOT_VALID);
  expect(await open(fresh.db, token, { pass })).toEqual(NOT_VALID);
  expect(await listed(world)).toMatchObject({ closed: 'locked' });
});

test('a guessed link and one without a code have no code to enter', async () => {
  const world = await finishedWorld(fresh.db);
  const token = await linked(fresh.db, world);
  expect(await enter(fresh.db, token, CODE)).toEqual(NOT_VALID);
  expect(await enter(fresh.db, 'guessed', CODE)).toEqual(NOT_VALID);
});
