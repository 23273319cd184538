import './testing';
import { activeSession } from '@/db/sessions';
import { freshDb } from '@/db/testing';
import { accountById, userById } from '@/db/users';
import { askEmailChange, askEmailChangeInput, changeEmail } from './change-email';
import { changeName, changeNameInput } from './change-name';
import { changePassword } from './change-password';
import { resetPassword, sendReset } from './reset-password';
import { endOtherSessions, endSession, listSessions } from './sessions';
import {
  anAccount,
  asPerson,
  contextAt,
  freshMail,
  newestToken,
  openSessions,
  PASSWORD,
  signIn,
  subjects,
} from './testing';

const fresh = freshDb();
const server = freshMail();

const email = 'ana@harbour.example';
const NEW = 'new@harbour.example';
const isOpen = async (id: string) =>
  (await activeSession(fresh.db, id, contextAt(fresh.db, 6).now)) !== undefined;

describe('the present password', () => {
  test('is asked for what takes the account over, and a wrong one changes nothing', async () => {
    const user = await anAccount(fresh.db);
    const ctx = asPerson(fresh.db, user);
    const wrong = { ok: false, code: 'invalid', fields: { presentPassword: expect.any(String) } };
    const given = { presentPassword: 'not it', newPassword: 'another long password', email: NEW };
    expect(await changePassword(ctx, given)).toMatchObject(wrong);
    expect(await askEmailChange(ctx, given)).toMatchObject(wrong);
    expect(await accountById(fresh.db, user.id)).toEqual(user);
    expect(server.received).toEqual([]);
  });

  test('is not guessed from an open browser: ten wrong ones are the end for a while', async () => {
    const ctx = asPerson(fresh.db, await anAccount(fresh.db));
    const given = (presentPassword: string) => ({ presentPassword, newPassword: 'another long password' });
    for (let time = 0; time < 10; time += 1) await changePassword(ctx, given('not it'));
    expect(await changePassword(ctx, given(PASSWORD))).toMatchObject({ code: 'too-many' });
  });

  test('of an account that has none is said to be none', async () => {
    const ctx = asPerson(fresh.db, await anAccount(fresh.db, { passwordHash: null }));
    expect(await askEmailChange(ctx, { presentPassword: 'x', email: NEW })).toMatchObject({
      message: expect.stringContaining('no password yet'),
    });
  });
});

test('another password ends all other sessions and links to reset it, and is told by mail', async () => {
  const user = await anAccount(fresh.db);
  await openSessions(fresh.db, user, ['here', 'phone']);
  await sendReset(contextAt(fresh.db), { email });
  const token = newestToken(server);
  const newPassword = 'another long password';
  expect(
    await changePassword(asPerson(fresh.db, user), { presentPassword: PASSWORD, newPassword }),
  ).toMatchObject({
    ok: true,
  });
  expect([await isOpen('here'), await isOpen('phone')]).toEqual([true, false]);
  expect(await resetPassword(contextAt(fresh.db), { token, newPassword })).toMatchObject({ ok: false });
  expect(await signIn(contextAt(fresh.db), { email, password: newPassword })).toMatchObject({ ok: true });
  expect(subjects(server).at(-1)).toBe(`${email}: Your password was changed`);
});

describe('another address', () => {
  const ask = async (user: Parameters<typeof asPerson>[1], to = NEW) =>
    askEmailChange(asPerson(fresh.db, user), { presentPassword: PASSWORD, email: to });

  test('counts once its link was used there, and the one before is told', async () => {
    const user = await anAccount(fresh.db);
    expect(await ask(user)).toEqual({ ok: true, value: { email: NEW } });
    expect(subjects(server)).toEqual([`${NEW}: Confirm your new e-mail address`]);
    expect((await userById(fresh.db, user.id))?.email).toBe(email);
    expect(await changeEmail(contextAt(fresh.db, 5), { token: newestToken(server) })).toMatchObject({
      ok: true,
    });
    expect(await userById(fresh.db, user.id)).toMatchObject({
      email: NEW,
      emailVerifiedAt: contextAt(fresh.db, 5).now,
    });
    expect(subjects(server).at(-1)).toBe(`${email}: Your e-mail address was changed`);
    expect(await signIn(contextAt(fresh.db), { email: NEW, password: PASSWORD })).toMatchObject({ ok: true });
  });

  test('kills a link to reset the password that lies in the mailbox before', async () => {
    const user = await anAccount(fresh.db);
    await sendReset(contextAt(fresh.db), { email });
    const token = newestToken(server);
    await ask(user);
    await changeEmail(contextAt(fresh.db), { token: newestToken(server) });
    expect(await resetPassword(contextAt(fresh.db), { token, newPassword: PASSWORD })).toMatchObject({
      ok: false,
    });
  });

  test('that has an account already is sent nothing, and who asks is told the same', async () => {
    const user = await anAccount(fresh.db);
    await anAccount(fresh.db, { email: NEW });
    expect(await ask(user)).toEqual({ ok: true, value: { email: NEW } });
    expect(server.received).toEqual([]);
  });

  test('that got an account before the link was used is refused, and stays with that account', async () => {
    const user = await anAccount(fresh.db);
    await ask(user);
    const other = await anAccount(fresh.db, { email: NEW });
    expect(await changeEmail(contextAt(fresh.db), { token: newestToken(server) })).toMatchObject({
      ok: false,
      message: 'There is an account with this address already.',
    });
    expect((await userById(fresh.db, user.id))?.email).toBe(email);
    expect((await userById(fresh.db, other.id))?.email).toBe(NEW);
  });

  test('is over after an hour, and the one before is no new one', async () => {
    const user = await anAccount(fresh.db);
    expect(await ask(user, email)).toMatchObject({ ok: false, fields: { email: expect.any(String) } });
    await ask(user);
    const token = newestToken(server);
    expect(await changeEmail(contextAt(fresh.db, 60), { token })).toMatchObject({ code: 'not-found' });
  });

  test('is looked at like that of a new account', () => {
    const given = { presentPassword: 'x', email: '\u0430na@harbour.example' };
    expect(askEmailChangeInput.safeParse(given).error?.issues[0]?.path).toEqual(['email']);
  });
});

test('a person names themselves anew, and not nothing', async () => {
  const user = await anAccount(fresh.db);
  await changeName(asPerson(fresh.db, user), { name: 'Ana Ortiz' });
  expect((await userById(fresh.db, user.id))?.name).toBe('Ana Ortiz');
  expect(changeNameInput.safeParse({ name: ' ' }).error?.issues[0]?.message).toBe('enter your name');
});

describe('sessions', () => {
  test('are listed with this one first, and one or all others are ended', async () => {
    const user = await anAccount(fresh.db);
    await openSessions(fresh.db, user, ['desk', 'here', 'phone']);
    const ctx = asPerson(fresh.db, user, { minutes: 5 });
    const listed = await listSessions(ctx);
    expect(listed.map(({ id, here }) => [id, here])[0]).toEqual(['here', true]);
    expect(listed).toHaveLength(3);
    expect(listed[0]).toMatchObject({ device: 'A browser that is not known', lastSeenOn: '2026-10-01' });
    await endSession(ctx, { id: 'phone' });
    expect((await listSessions(ctx)).map(({ id }) => id)).toEqual(['here', 'desk']);
    await endOtherSessions(ctx);
    expect((await listSessions(ctx)).map(({ id }) => id)).toEqual(['here']);
  });

  test('of another person are neither listed nor ended', async () => {
    const user = await anAccount(fresh.db);
    const other = await anAccount(fresh.db, { email: 'ben@harbour.example' });
    await openSessions(fresh.db, other, ['of Ben']);
    const ctx = asPerson(fresh.db, user, { minutes: 5 });
    await endSession(ctx, { id: 'of Ben' });
    await endOtherSessions(ctx);
    expect(await listSessions(ctx)).toEqual([]);
    expect(await isOpen('of Ben')).toBe(true);
  });
});
