import { freshDb } from '@/db/testing';
import { anAccount, asPerson, contextAt } from './testing';
import { disconnectProvider, providerState } from './connect-provider';
import { signInByProvider } from './sign-in-by-provider';

const fresh = freshDb();

const claims = {
  ...{ issuer: 'https://login.example.org', subject: 'ana-1', email: 'ana@harbour.example' },
  ...{ emailVerified: true, name: 'Ana Ortiz', groups: [] },
};

test('who has a password may disconnect the provider, which then lets nobody into the account', async () => {
  const user = await anAccount(fresh.db);
  await signInByProvider(contextAt(fresh.db), claims, user.id);
  expect(await providerState(asPerson(fresh.db, user))).toEqual({
    connectedOn: expect.any(String),
    mayDisconnect: true,
  });
  expect(await disconnectProvider(asPerson(fresh.db, user))).toMatchObject({ ok: true });
  expect(await signInByProvider(contextAt(fresh.db), claims, null)).toMatchObject({
    ok: false,
    detail: 'taken',
  });
});

test('an account that nothing else opens stays connected', async () => {
  const made = await signInByProvider(contextAt(fresh.db), claims, null);
  if (!made.ok) throw new Error(made.message);
  const person = asPerson(fresh.db, {
    ...{ id: made.value.userId, email: claims.email, name: claims.name },
    ...{ passwordHash: null, createdAt: new Date(), emailVerifiedAt: null },
  });
  expect(await disconnectProvider(person)).toMatchObject({ ok: false, code: 'conflict' });
  expect(await signInByProvider(contextAt(fresh.db), claims, null)).toMatchObject({ ok: true });
});

test('of the same person in two tabs at once both come in, to one account', async () => {
  const [one, two] = await Promise.all([
    signInByProvider(contextAt(fresh.db), claims, null),
    signInByProvider(contextAt(fresh.db), claims, null),
  ]);
  expect([one.ok, two.ok]).toEqual([true, true]);
  expect(one.ok && two.ok && one.value.userId === two.value.userId).toBe(true);
});

test.each([
  ['open', true],
  ['invite', true],
  ['closed', false],
] as const)('where accounts are made by the rule “%s”, somebody new comes in: %s', async (rule, ok) => {
  expect(await signInByProvider(contextAt(fresh.db), claims, null, rule)).toMatchObject({ ok });
});
