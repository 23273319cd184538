import { commit } from '@/db/commit';
import { NOON, aWorld } from '@/db/fixtures';
import { insertGroupGrants, insertGroupRole } from '@/db/group-roles';
import { insertMembership, orgsOfUser } from '@/db/orgs';
import { freshDb } from '@/db/testing';
import { anAccount, asPerson, contextAt } from './testing';
import { disconnectProvider, providerState } from './connect-provider';
import { signInByProvider } from './sign-in-by-provider';

const fresh = freshDb();

const claims = {
  ...{ issuer: 'https://login.example.org', subject: 'ana-1', email: 'ana@harbour.example' },
  ...{ emailVerified: true, name: 'Ana Ortiz', groups: [] },
};

const aGroup = { name: 'ops', role: 'facilitator' as const, teamId: null, createdAt: NOON };

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

test('who disconnects the provider loses what its groups gave, and nothing that people gave', async () => {
  const user = await anAccount(fresh.db);
  const [one, two] = [await aWorld(fresh.db), await aWorld(fresh.db)];
  for (const [{ org }, role] of [[one, 'viewer'] as const, [two, null] as const])
    await commit(fresh.db, (tx) => [
      insertMembership(tx, { orgId: org.id, userId: user.id, role, createdAt: NOON }),
      insertGroupRole(tx, { ...aGroup, id: org.id, orgId: org.id }),
      ...insertGroupGrants(tx, { orgId: org.id, userId: user.id }, [org.id]),
    ]);
  await signInByProvider(contextAt(fresh.db), claims, user.id);
  expect(await disconnectProvider(asPerson(fresh.db, user))).toMatchObject({ ok: true });
  const left = await orgsOfUser(fresh.db, user.id, '2026-10-01');
  expect(left).toMatchObject([{ id: one.org.id, grants: [{ teamId: null, role: 'viewer' }] }]);
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
