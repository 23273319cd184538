import './testing';
import { freshDb } from '@/db/testing';
import { userById } from '@/db/users';
import { asksToVerify, sendVerification, sendVerificationAgain, verified, verifyEmail } from './verify-email';
import { anAccount, asPerson, contextAt, freshMail, newestToken, subjects } from './testing';

const fresh = freshDb();
const server = freshMail();

test('an account is asked to confirm its address until the link that was mailed there is used', async () => {
  const user = await anAccount(fresh.db);
  expect(asksToVerify(asPerson(fresh.db, user).person)).toBe(true);
  expect(await sendVerification(contextAt(fresh.db), user.id)).toBe('sent');
  expect(subjects(server)).toEqual(['ana@harbour.example: Confirm your e-mail address']);
  expect((await userById(fresh.db, user.id))?.emailVerifiedAt).toBeNull();
  expect(await verifyEmail(contextAt(fresh.db, 5), { token: newestToken(server) })).toEqual({
    ok: true,
    value: { email: user.email },
  });
  const after = { ...user, emailVerifiedAt: (await userById(fresh.db, user.id))?.emailVerifiedAt ?? null };
  expect(after.emailVerifiedAt).toEqual(contextAt(fresh.db, 5).now);
  expect(verified(asPerson(fresh.db, after).person)).toBe(true);
  expect(asksToVerify(asPerson(fresh.db, after).person)).toBe(false);
});

test('an address that is confirmed is mailed no link', async () => {
  const user = await anAccount(fresh.db, { emailVerifiedAt: contextAt(fresh.db).now });
  expect(await sendVerification(contextAt(fresh.db), user.id)).toBe('not configured');
  expect(server.received).toEqual([]);
});

test('the link is over after three days', async () => {
  const user = await anAccount(fresh.db);
  await sendVerification(contextAt(fresh.db), user.id);
  const token = newestToken(server);
  expect(await verifyEmail(contextAt(fresh.db, 3 * 1_440), { token })).toMatchObject({ code: 'not-found' });
  expect(await verifyEmail(contextAt(fresh.db, 3 * 1_440 - 1), { token })).toMatchObject({ ok: true });
});

test('it is sent again when asked for, five times an hour, and then the one before is dead', async () => {
  const ctx = asPerson(fresh.db, await anAccount(fresh.db));
  await sendVerificationAgain(ctx);
  const first = newestToken(server);
  for (let time = 1; time < 5; time += 1)
    expect(await sendVerificationAgain(ctx)).toEqual({ ok: true, value: { email: ctx.person.email } });
  expect(await sendVerificationAgain(ctx)).toMatchObject({ ok: false, code: 'too-many' });
  expect(await verifyEmail(ctx, { token: first })).toMatchObject({ ok: false });
  expect(await verifyEmail(ctx, { token: newestToken(server) })).toMatchObject({ ok: true });
});

test('a mail that cannot be sent is said, by the address', async () => {
  server.behaviour.refuses = true;
  expect(await sendVerificationAgain(asPerson(fresh.db, await anAccount(fresh.db)))).toMatchObject({
    ok: false,
    message: 'The mail to ana@harbour.example could not be sent. Please try again later.',
  });
});
