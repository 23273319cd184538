import './testing';
import { commit, exactlyOne } from '@/db/commit';
import { secretLink } from '@/db/schema/people';
import { activeSession } from '@/db/sessions';
import { freshDb } from '@/db/testing';
import { accountById, updateEmail } from '@/db/users';
import { askReset, resetInput, resetPassword, sendReset } from './reset-password';
import { readLink, sweepLinks } from './secret-links';
import {
  anAccount,
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
const NEW = 'another long password';

/** The token that is mailed to who asks. */
async function asked(minutes = 0): Promise<string> {
  await sendReset(contextAt(fresh.db, minutes), { email });
  return newestToken(server);
}

const reset = (token: string, minutes = 5, newPassword = NEW) =>
  resetPassword(contextAt(fresh.db, minutes), { token, newPassword });

test('who asks is told the same whether there is an account or not, and only an account is sent a mail', async () => {
  await anAccount(fresh.db);
  const answers = [];
  for (const each of [email, 'nobody@harbour.example', 'no address at all']) {
    answers.push(await askReset(contextAt(fresh.db), { email: each }, { address: 'direct' }));
    await sendReset(contextAt(fresh.db), { email: each });
  }
  expect(new Set(answers.map((each) => JSON.stringify(each))).size).toBe(1);
  expect(answers[0]).toEqual({
    ok: true,
    value: 'If there is an account with this address, a mail is on its way.',
  });
  expect(subjects(server)).toEqual([`${email}: Set a new password`]);
});

test('an address that only looks like the account’s, or is another way to write it, sends the mail to the address that is kept', async () => {
  await anAccount(fresh.db, { email: 'kim@harbour.example' });
  await sendReset(contextAt(fresh.db), { email: '\u212Aim@harbour.example' });
  await sendReset(contextAt(fresh.db), { email: 'k\u0456m@harbour.example' });
  expect(subjects(server)).toEqual(['kim@harbour.example: Set a new password']);
});

test('the link sets the password, ends every session, shows the address to be theirs and says so by mail', async () => {
  const user = await anAccount(fresh.db);
  await openSessions(fresh.db, user, ['phone', 'desk']);
  const token = await asked();
  expect(await reset(token)).toEqual({ ok: true, value: { userId: user.id } });
  for (const id of ['phone', 'desk'])
    expect(await activeSession(fresh.db, id, contextAt(fresh.db, 6).now)).toBeUndefined();
  expect((await accountById(fresh.db, user.id))?.emailVerifiedAt).toEqual(contextAt(fresh.db, 5).now);
  expect(await signIn(contextAt(fresh.db), { email, password: NEW })).toMatchObject({ ok: true });
  expect(await signIn(contextAt(fresh.db), { email, password: PASSWORD })).toMatchObject({ ok: false });
  expect(subjects(server).at(-1)).toBe(`${email}: Your password was changed`);
});

test('looking at the link changes nothing, however often a program does', async () => {
  await anAccount(fresh.db);
  const token = await asked();
  for (let time = 0; time < 3; time += 1)
    expect(await readLink(contextAt(fresh.db), 'reset-password', token)).not.toBeNull();
  expect(await reset(token)).toMatchObject({ ok: true });
});

test('the link works once, also for two who use it at the same moment', async () => {
  await anAccount(fresh.db);
  const token = await asked();
  const results = await Promise.all(
    ['one long password', 'two long passwords'].map((each) => reset(token, 5, each)),
  );
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await reset(token)).toMatchObject({ ok: false, code: 'not-found' });
});

test('a link is over after an hour, after the next one was asked for, and after the address was changed', async () => {
  const user = await anAccount(fresh.db);
  const first = await asked();
  expect(await reset(first, 60)).toMatchObject({ ok: false, code: 'not-found' });
  const second = await asked();
  const third = await asked();
  expect(await reset(second)).toMatchObject({ ok: false, code: 'not-found' });
  const moved = { id: user.id, email: 'new@harbour.example', from: email, at: contextAt(fresh.db).now };
  await commit(fresh.db, (tx) => [exactlyOne(updateEmail(tx, moved), () => new Error('missed'))]);
  expect(await reset(third)).toMatchObject({ ok: false, code: 'not-found' });
  expect((await accountById(fresh.db, user.id))?.passwordHash).toBe(user.passwordHash);
});

test('a token is no link of another kind, and the database does not have it', async () => {
  await anAccount(fresh.db);
  const token = await asked();
  expect(await readLink(contextAt(fresh.db), 'verify-email', token)).toBeNull();
  expect(await readLink(contextAt(fresh.db), 'change-email', token)).toBeNull();
  expect(JSON.stringify(await fresh.db.select().from(secretLink))).not.toContain(token);
});

test.each(['', 'x', 'a'.repeat(43), '../../etc'])('an invented token (%j) opens nothing', async (token) => {
  await anAccount(fresh.db);
  expect(await reset(token)).toMatchObject({ ok: false, code: 'not-found' });
});

test('an address gets five mails an hour', async () => {
  const outcomes = [];
  for (let time = 0; time < 6; time += 1)
    outcomes.push(await askReset(contextAt(fresh.db), { email }, { address: `203.0.113.${time}` }));
  expect(outcomes.map((each) => each.ok || each.code)).toEqual([true, true, true, true, true, 'too-many']);
});

test('a password that is too short is refused by name', () => {
  expect(resetInput.safeParse({ token: 'x', newPassword: 'short' }).error?.issues[0]).toMatchObject({
    path: ['newPassword'],
    message: 'at least 10 characters',
  });
});

test('links that ended a month ago are forgotten, others are kept', async () => {
  await anAccount(fresh.db);
  await asked();
  await sweepLinks(contextAt(fresh.db, 29 * 1_440));
  expect(await fresh.db.$count(secretLink)).toBe(1);
  await sweepLinks(contextAt(fresh.db, 32 * 1_440));
  expect(await fresh.db.$count(secretLink)).toBe(0);
});
