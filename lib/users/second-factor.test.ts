import './testing';
import { commit } from '@/db/commit';
import { recoveryCode, secondFactor } from '@/db/schema/people';
import type { User } from '@/db/schema/people';
import { freshDb } from '@/db/testing';
import { updatePassword } from '@/db/users';
import { deviceFor } from '../auth/known-device';
import { enterSecondStep } from './enter-second-step';
import { newSecret, openSecret, sealSecret, stepOfCode } from './second-factor-secret';
import {
  beginSecondFactor,
  confirmSetUp,
  secondFactorState,
  turnOffSecondFactor,
} from './set-up-second-factor';
import { endSessionsOf, linkFor, takeSecondFactorAway } from './administer';
import { anAccount, asPerson, codeOf, contextAt, openSessions, PASSWORD, signIn } from './testing';

const fresh = freshDb();

/** An account that asks for codes from noon on; `minutes` is when, of all that follows. */
async function withCodes(): Promise<{ user: User; secret: string; recoveryCodes: string[] }> {
  const user = await anAccount(fresh.db);
  await beginSecondFactor(asPerson(fresh.db, user), { presentPassword: PASSWORD });
  const waiting = await secondFactorState(asPerson(fresh.db, user));
  if (waiting.state !== 'waiting') throw new Error(waiting.state);
  const { secret } = waiting;
  const confirmed = await confirmSetUp(asPerson(fresh.db, user), { code: codeOf(secret) });
  if (!confirmed.ok) throw new Error(confirmed.message);
  return { user, secret, recoveryCodes: confirmed.value.recoveryCodes };
}

/** What the browser keeps after the right password. */
async function step(user: User, minutes = 5): Promise<string> {
  const result = await signIn(contextAt(fresh.db, minutes), { email: user.email, password: PASSWORD });
  if (!result.ok || result.value.secondStep === null) throw new Error('no code is asked for');
  return result.value.secondStep;
}

const enter = (kept: string | undefined, code: string, minutes = 5, device?: string) =>
  enterSecondStep(
    contextAt(fresh.db, minutes),
    { code },
    { step: kept, client: { address: 'direct', device } },
  );

const REFUSED = { ok: false, code: 'invalid', fields: { code: expect.any(String) } };
const OVER = { ok: false, code: 'signed-out' };

describe('setting it up', () => {
  test('asks for the password, and counts only from the first right code on', async () => {
    const user = await anAccount(fresh.db);
    const ctx = asPerson(fresh.db, user);
    expect(await beginSecondFactor(ctx, { presentPassword: 'not it' })).toMatchObject({ ok: false });
    expect(await secondFactorState(ctx)).toEqual({ state: 'off' });
    await beginSecondFactor(ctx, { presentPassword: PASSWORD });
    expect(await confirmSetUp(ctx, { code: '000000' })).toMatchObject(REFUSED);
    expect(await signIn(ctx, { email: user.email, password: PASSWORD })).toEqual({
      ok: true,
      value: { userId: user.id, secondStep: null },
    });
  });

  test('gives ten recovery codes once, and neither they nor the secret stand in the database', async () => {
    const { user, secret, recoveryCodes } = await withCodes();
    expect(new Set(recoveryCodes).size).toBe(10);
    for (const code of recoveryCodes) expect(code).toMatch(/^([a-z2-9]{4}-){2}[a-z2-9]{4}$/);
    expect(await secondFactorState(asPerson(fresh.db, user))).toEqual({ state: 'on', recoveryCodesLeft: 10 });
    const kept = JSON.stringify([
      await fresh.db.select().from(secondFactor),
      await fresh.db.select().from(recoveryCode),
    ]);
    for (const each of [secret, ...recoveryCodes, ...recoveryCodes.map((code) => code.replaceAll('-', ''))])
      expect(kept).not.toContain(each);
  });

  test('does not change one that counts already', async () => {
    const { user, secret } = await withCodes();
    const ctx = asPerson(fresh.db, user, { minutes: 5 });
    expect(await beginSecondFactor(ctx, { presentPassword: PASSWORD })).toMatchObject({ code: 'conflict' });
    expect(await confirmSetUp(ctx, { code: codeOf(secret, 5) })).toMatchObject({ code: 'conflict' });
    expect(await enter(await step(user), codeOf(secret, 5))).toMatchObject({ ok: true });
  });
});

describe('signing in with it', () => {
  test('takes the code of now, and each code once', async () => {
    const { user, secret } = await withCodes();
    const code = codeOf(secret, 5);
    expect(await enter(await step(user), code)).toEqual({ ok: true, value: { userId: user.id } });
    expect(await enter(await step(user), code)).toMatchObject(REFUSED);
    expect(await enter(await step(user, 6), codeOf(secret, 6), 6)).toMatchObject({ ok: true });
  });

  test('of one code sent twice at once takes one', async () => {
    const { user, secret } = await withCodes();
    const kept = await step(user);
    const results = await Promise.all([1, 2, 3].map(() => enter(kept, codeOf(secret, 5))));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test('takes a code of half a minute ago or ahead, and none of two minutes', async () => {
    const { user, secret } = await withCodes();
    expect(await enter(await step(user), codeOf(secret, 3))).toMatchObject(REFUSED);
    expect(await enter(await step(user), codeOf(secret, 7))).toMatchObject(REFUSED);
    expect(await enter(await step(user), codeOf(secret, 4.5))).toMatchObject({ ok: true });
    expect(await enter(await step(user), codeOf(secret, 5.5))).toMatchObject({ ok: true });
  });

  test('takes the code with a space in it, as apps show it', async () => {
    const { user, secret } = await withCodes();
    const code = codeOf(secret, 5);
    expect(await enter(await step(user), `${code.slice(0, 3)} ${code.slice(3)}`)).toMatchObject({ ok: true });
  });

  test('takes each recovery code once, however its letters are typed', async () => {
    const { user, recoveryCodes } = await withCodes();
    const [first = '', second = ''] = recoveryCodes;
    expect(await enter(await step(user), first)).toMatchObject({ ok: true });
    expect(await enter(await step(user), first)).toMatchObject(REFUSED);
    expect(await enter(await step(user), ` ${second.toUpperCase().replaceAll('-', ' ')} `)).toMatchObject({
      ok: true,
    });
    expect(await secondFactorState(asPerson(fresh.db, user))).toMatchObject({ recoveryCodesLeft: 8 });
  });

  test('starts over after five wrong codes, also for the right one', async () => {
    const { user, secret } = await withCodes();
    const kept = await step(user);
    for (let time = 0; time < 5; time += 1) expect(await enter(kept, '000000')).toMatchObject(REFUSED);
    expect(await enter(kept, codeOf(secret, 5))).toMatchObject(OVER);
    expect(await enter(await step(user), codeOf(secret, 5))).toMatchObject({ ok: true });
  });

  test('takes no more than fifty wrong codes a day from new browsers, and the known one still gets in', async () => {
    const { user, secret } = await withCodes();
    for (let time = 0; time < 10; time += 1) {
      const kept = await step(user);
      for (let wrong = 0; wrong < 5; wrong += 1) await enter(kept, '000000');
    }
    expect(await enter(await step(user), codeOf(secret, 5))).toMatchObject({ code: 'too-many' });
    expect(await enter(await step(user), codeOf(secret, 5), 5, deviceFor(user.id))).toMatchObject({
      ok: true,
    });
  });

  test('is over after ten minutes, and when the password was changed meanwhile', async () => {
    const { user, secret } = await withCodes();
    const kept = await step(user);
    expect(await enter(kept, codeOf(secret, 16), 16)).toMatchObject(OVER);
    await commit(fresh.db, (tx) => [updatePassword(tx, { id: user.id, passwordHash: 'another' })]);
    expect(await enter(kept, codeOf(secret, 5))).toMatchObject(OVER);
  });

  test('needs the step of the password: an invented one, another’s or none opens nothing', async () => {
    const { user, secret } = await withCodes();
    const other = await anAccount(fresh.db, { email: 'ben@harbour.example' });
    const [, ...rest] = (await step(user)).split('.');
    const moved = [Buffer.from(other.id).toString('base64url'), ...rest].join('.');
    for (const kept of [undefined, '', 'x', 'a.b.c.d', moved])
      expect(await enter(kept, codeOf(secret, 5))).toMatchObject(OVER);
  });
});

test('turning it off asks for the password and a code, and takes the recovery codes with it', async () => {
  const { user, secret, recoveryCodes } = await withCodes();
  const off = (presentPassword: string, code: string) =>
    turnOffSecondFactor(asPerson(fresh.db, user, { minutes: 5 }), { presentPassword, code });
  expect(await off('not it', codeOf(secret, 5))).toMatchObject({
    fields: { presentPassword: expect.any(String) },
  });
  expect(await off(PASSWORD, '000000')).toMatchObject(REFUSED);
  expect(await secondFactorState(asPerson(fresh.db, user))).toMatchObject({ state: 'on' });
  expect(await off(PASSWORD, recoveryCodes[0] ?? '')).toMatchObject({ ok: true });
  expect(await secondFactorState(asPerson(fresh.db, user))).toEqual({ state: 'off' });
  expect(await fresh.db.$count(recoveryCode)).toBe(0);
});

test('a secret is read with its account and this installation’s secret alone', () => {
  const secret = newSecret();
  const sealed = sealSecret(secret, 'ana');
  expect(openSecret(sealed, 'ana')).toBe(secret);
  expect(openSecret(sealed, 'ben')).toBeNull();
  expect(openSecret(`A${sealed.slice(1)}`, 'ana') === secret && !sealed.startsWith('A')).toBe(false);
  expect(openSecret('', 'ana')).toBeNull();
});

// RFC 6238, appendix B, for SHA-1; of its eight digits the last six.
test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_234_567_890, '005924'],
  [20_000_000_000, '353130'],
])('at second %i the code is that of the standard', (second, code) => {
  const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
  expect(stepOfCode(secret, code, new Date(second * 1_000))).toBe(Math.floor(second / 30));
});

describe('whoever runs the installation', () => {
  test('takes a second factor away, and says whether there was one', async () => {
    const { user } = await withCodes();
    expect(await takeSecondFactorAway(contextAt(fresh.db), user.email)).toEqual({
      ok: true,
      value: { had: true },
    });
    expect(await signIn(contextAt(fresh.db), { email: user.email, password: PASSWORD })).toMatchObject({
      value: { secondStep: null },
    });
    expect(await takeSecondFactorAway(contextAt(fresh.db), user.email)).toMatchObject({
      value: { had: false },
    });
  });

  test('ends all sessions of an account, and counts them', async () => {
    const user = await anAccount(fresh.db);
    await openSessions(fresh.db, user, ['phone', 'desk']);
    expect(await endSessionsOf(contextAt(fresh.db, 5), user.email)).toEqual({
      ok: true,
      value: { ended: 2 },
    });
    expect(await endSessionsOf(contextAt(fresh.db, 6), user.email)).toEqual({
      ok: true,
      value: { ended: 0 },
    });
  });

  test('gets a link for an account, and a sentence for an address without one', async () => {
    const user = await anAccount(fresh.db);
    expect(await linkFor(contextAt(fresh.db), { email: user.email, kind: 'reset-password' })).toEqual({
      ok: true,
      value: { link: expect.stringMatching(/^https:\/\/rungs\.example\/password\/[\w-]{43}$/), hours: 1 },
    });
    expect(
      await linkFor(contextAt(fresh.db), { email: 'x@y.example', kind: 'reset-password' }),
    ).toMatchObject({
      message: 'there is no account with the address x@y.example',
    });
  });
});
