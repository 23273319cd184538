import './testing';
import { randomUUID } from 'node:crypto';
import {
  accountsToDelete,
  deletionOfAccount,
  deleteGoneUser,
  takeDeletion,
  whileAccountIsThere,
} from '@/db/account-deletions';
import { answersOf, insertAnswer } from '@/db/answers';
import { auditOf } from '@/db/audit';
import { insertAudit } from '@/db/audit-insert';
import { commit, exactlyOne } from '@/db/commit';
import { aUser, aWorld, anAnswer, minutesLater, type World } from '@/db/fixtures';
import { identitiesOfUser, insertIdentity } from '@/db/identities';
import { insertInvitation, openInvitationsOf } from '@/db/invitations';
import { insertMembership, membersOfOrg, orgBySlug, updateMembership, writeTeamRoles } from '@/db/orgs';
import type { User } from '@/db/schema/people';
import { activeSession, insertSession } from '@/db/sessions';
import { freshDb } from '@/db/testing';
import { accountById, insertUser, userByEmail } from '@/db/users';
import { insertWatcher, watchersOf } from '@/db/watchers';
import { verifyAudit } from '../audit/verify-audit';
import { Stale } from '../errors';
import {
  ACCOUNT_GRACE_DAYS,
  deleteAccount,
  deleteAccountInput,
  deletionState,
  keepAccount,
} from './delete-account';
import { deleteDueAccounts, GONE_NAME } from './delete-due-accounts';
import { beginSecondFactor, confirmSetUp, secondFactorState } from './set-up-second-factor';
import { signInByProvider } from './sign-in-by-provider';
import { anAccount, asPerson, codeOf, contextAt, openSessions, PASSWORD, signIn } from './testing';

const fresh = freshDb();

const DAY = 24 * 60;
const AT_THE_END = ACCOUNT_GRACE_DAYS * DAY;

const ask = (user: User, input: object = { presentPassword: PASSWORD }, minutes = 0) =>
  deleteAccount(asPerson(fresh.db, user, { minutes }), deleteAccountInput.parse(input));

const sweep = (minutes = AT_THE_END) =>
  deleteDueAccounts({ db: fresh.db, now: minutesLater(minutes), newId: randomUUID });

const signedBy = (...names: string[]) => names.map((by) => ({ title: 'The run', by, on: '2026-10-01' }));

const goesAfter = async (user: User) => (await deletionOfAccount(fresh.db, user.id))?.after;

/** An account that belongs to an organisation of somebody else. */
async function aMember(role: 'owner' | 'contributor' = 'contributor'): Promise<{ world: World; user: User }> {
  const world = await aWorld(fresh.db);
  const user = await anAccount(fresh.db, { name: 'Ben' });
  const as = { orgId: world.org.id, userId: user.id };
  await commit(fresh.db, (tx) => [
    insertMembership(tx, { ...as, role, createdAt: minutesLater(0) }),
    ...writeTeamRoles(tx, as, [{ teamId: world.team.id, role: 'viewer' }]),
  ]);
  return { world, user };
}

const CLAIMS = {
  ...{ issuer: 'https://provider.example', subject: 'ana-1', email: 'ana@harbour.example' },
  ...{ emailVerified: true, name: 'Ana', groups: [] },
};

test('an account goes after its grace and not before, its other sessions at once, and asking twice puts nothing off', async () => {
  const user = await anAccount(fresh.db);
  await openSessions(fresh.db, user, ['here', 'there']);
  expect(await ask(user)).toEqual({ ok: true, value: { on: '2026-10-15' } });
  const { now } = contextAt(fresh.db, 1);
  expect(await activeSession(fresh.db, 'here', now)).toBeDefined();
  expect(await activeSession(fresh.db, 'there', now)).toBeUndefined();
  expect(await ask(user, { presentPassword: PASSWORD }, DAY)).toMatchObject({ value: { on: '2026-10-15' } });
  await sweep(AT_THE_END - 1);
  expect(await userByEmail(fresh.db, user.email)).toBeDefined();
  expect(await signIn(contextAt(fresh.db, DAY), { email: user.email, password: PASSWORD })).toMatchObject({
    ok: true,
  });
  await sweep();
  expect(await accountById(fresh.db, user.id)).toBeUndefined();
});

test('it is asked for by the password, by a code as well where one is asked for, and by the address where neither is', async () => {
  const user = await anAccount(fresh.db);
  expect(await ask(user, { presentPassword: 'guessed' })).toMatchObject({
    fields: { presentPassword: 'That is not your present password.' },
  });
  expect(await ask(user, { email: user.email })).toMatchObject({ ok: false });
  await beginSecondFactor(asPerson(fresh.db, user), { presentPassword: PASSWORD });
  const factor = await secondFactorState(asPerson(fresh.db, user));
  const secret = factor.state === 'waiting' ? factor.secret : '';
  await confirmSetUp(asPerson(fresh.db, user), { code: codeOf(secret) });
  expect(await ask(user)).toMatchObject({ fields: { code: expect.stringContaining('not a code') } });
  expect(await goesAfter(user)).toBeUndefined();
  expect(await ask(user, { presentPassword: PASSWORD, code: codeOf(secret, 5) }, 5)).toMatchObject({
    ok: true,
  });

  const other = aUser({ email: 'ben@harbour.example', passwordHash: null });
  await commit(fresh.db, (tx) => [insertUser(tx, other)]);
  expect((await deletionState(asPerson(fresh.db, other))).asks).toEqual({ password: false, code: false });
  expect(await ask(other, { email: 'ana@harbour.example' })).toMatchObject({
    fields: { email: 'type ben@harbour.example to delete this account' },
  });
  expect(await ask(other, { email: ' Ben@harbour.example' })).toMatchObject({ ok: true });
});

test('the only owner of an organisation is told which, and one who is not the only one goes', async () => {
  const { world, user } = await aMember('owner');
  const { org, user: ada } = world;
  await commit(fresh.db, (tx) => [
    updateMembership(tx, { orgId: org.id, userId: ada.id }, { until: '2026-12-31' }),
  ]);
  expect(await ask(user)).toMatchObject({
    code: 'conflict',
    message: 'You are the only owner of Harbour: hand it over or delete it first.',
  });
  expect((await deletionState(asPerson(fresh.db, user))).ownedAlone).toEqual(['Harbour']);
  await commit(fresh.db, (tx) => [updateMembership(tx, { orgId: org.id, userId: ada.id }, { until: null })]);
  expect(await ask(user)).toMatchObject({ ok: true });
});

test('who became the only owner during the grace stays until somebody else is one', async () => {
  const { world, user } = await aMember('owner');
  await ask(user);
  const ada = { orgId: world.org.id, userId: world.user.id };
  await commit(fresh.db, (tx) => [updateMembership(tx, ada, { role: 'admin' })]);
  await sweep();
  expect(await accountById(fresh.db, user.id)).toMatchObject({ name: 'Ben', email: user.email });
  expect(await deletionState(asPerson(fresh.db, user))).toMatchObject({
    on: '2026-10-15',
    ownedAlone: ['Harbour'],
  });
  await commit(fresh.db, (tx) => [updateMembership(tx, ada, { role: 'owner' })]);
  await sweep(AT_THE_END + DAY);
  expect(await userByEmail(fresh.db, user.email)).toBeUndefined();
});

test('what was done in an organisation stays by an id alone, and all that is the person’s goes', async () => {
  const { world, user } = await aMember();
  const { org } = world;
  const at = minutesLater(0);
  await openSessions(fresh.db, user, ['here']);
  await commit(fresh.db, (tx) => [
    insertAnswer(tx, anAnswer(world, { updatedBy: user.id, evidence: signedBy('Ben', 'Cara', 'Benno') })),
    insertWatcher(tx, { orgId: org.id, userId: user.id }),
    insertIdentity(tx, { issuer: 'i', subject: 's', userId: user.id, createdAt: at, lastUsedAt: at }),
    ...[user.email, 'cara@harbour.example'].map((email, index) =>
      insertInvitation(tx, {
        ...{ id: `i${index}`, orgId: org.id, email, name: 'Ben', tokenHash: email, grants: [], until: null },
        ...{ createdBy: index === 0 ? world.user.id : user.id, createdAt: at, expiresAt: minutesLater(60) },
      }),
    ),
    insertAudit({
      ...{ orgId: org.id, at, userId: user.id, newId: randomUUID, detail: '{}' },
      ...{ place: { address: '198.51.100.7', device: 'Firefox' }, action: 'team.create', resourceId: 'x' },
    }),
  ]);
  const version = (await orgBySlug(fresh.db, org.slug))?.version ?? 0;
  await ask(user);
  await sweep();
  const left = await accountById(fresh.db, user.id);
  expect(left).toMatchObject({ name: GONE_NAME, passwordHash: null, emailVerifiedAt: null });
  expect(left?.email).toMatch(/^deleted-[\w-]+@deleted\.invalid$/);
  expect(left?.email).not.toContain(user.id);
  expect((await membersOfOrg(fresh.db, org.id)).map(({ userId }) => userId)).toEqual([world.user.id]);
  expect((await orgBySlug(fresh.db, org.slug))?.version).toBe(version + 1);
  const [answer] = await answersOf(fresh.db, org.id, world.assessment.id);
  expect(answer).toMatchObject({ version: 1, evidence: signedBy(GONE_NAME, 'Cara', 'Benno') });
  expect(await openInvitationsOf(fresh.db, org.id)).toEqual([]);
  expect(await watchersOf(fresh.db, org.id)).toEqual([]);
  expect(await identitiesOfUser(fresh.db, user.id)).toEqual([]);
  expect(await accountsToDelete(fresh.db, minutesLater(99 * DAY))).toEqual([]);
  const lines = await auditOf(fresh.db, org.id, { limit: 9 });
  expect(lines.map(({ action, actorName, place }) => [action, actorName, place])).toEqual([
    ['audit.forget', null, 'job'],
    ['member.delete-account', null, 'job'],
    ['team.create', null, 'erased'],
  ]);
  expect((await verifyAudit(fresh.db, org.id)).fault).toBeNull();
  expect(JSON.stringify([left, lines])).not.toMatch(/Ben|ana@|198\.51/);
});

test('of two sweeps at once and a keeping one wins, and nothing is done by halves', async () => {
  const { world, user } = await aMember();
  await ask(user);
  await Promise.all([sweep(), sweep()]);
  const lines = await auditOf(fresh.db, world.org.id, { limit: 9 });
  expect(lines.filter(({ action }) => action === 'member.delete-account')).toHaveLength(1);

  const kept = await anAccount(fresh.db);
  await ask(kept);
  expect(await keepAccount(asPerson(fresh.db, kept))).toEqual({ ok: true, value: null });
  // The sweep had read it as due before.
  const due = { userId: kept.id, now: minutesLater(AT_THE_END) };
  const taken = commit(fresh.db, (tx) => [exactlyOne(takeDeletion(tx, due), () => new Error('kept'))]);
  await expect(taken).rejects.toThrow('kept');
  await commit(fresh.db, (tx) => [
    deleteGoneUser(tx, { userId: kept.id, address: 'deleted-x@deleted.invalid' }),
  ]);
  await sweep(99 * DAY);
  expect(await accountById(fresh.db, kept.id)).toMatchObject({ email: kept.email });
});

test('the provider lets its person in during the grace, and makes a new account after it', async () => {
  const { world, user } = await aMember();
  await signInByProvider(contextAt(fresh.db), CLAIMS, user.id);
  await commit(fresh.db, (tx) => [insertAnswer(tx, anAnswer(world, { updatedBy: user.id }))]);
  await ask(user);
  expect(await signInByProvider(contextAt(fresh.db, DAY), CLAIMS, null, 'open')).toMatchObject({
    value: { userId: user.id, how: 'enter' },
  });
  await sweep();
  const after = await signInByProvider(contextAt(fresh.db, AT_THE_END + 1), CLAIMS, null, 'open');
  expect(after).toMatchObject({ value: { how: 'create' } });
  expect(after.ok && after.value.userId).not.toBe(user.id);
  expect(await membersOfOrg(fresh.db, world.org.id)).toHaveLength(1);
});

test('nobody gets into what is left by a session that was opened, or an identity connected, at the moment of the deletion', async () => {
  const { world, user } = await aMember();
  await commit(fresh.db, (tx) => [insertAnswer(tx, anAnswer(world, { updatedBy: user.id }))]);
  await ask(user);
  await sweep();
  const [createdAt, expiresAt] = [minutesLater(AT_THE_END), minutesLater(AT_THE_END + 60)];
  await commit(fresh.db, (tx) => [insertSession(tx, { id: 'late', userId: user.id, createdAt, expiresAt })]);
  expect(await activeSession(fresh.db, 'late', createdAt)).toBeUndefined();
  await expect(
    commit(fresh.db, (tx) => [exactlyOne(whileAccountIsThere(tx, user.id), () => new Error('gone'))]),
  ).rejects.toThrow('gone');
  await expect(signInByProvider(contextAt(fresh.db), CLAIMS, user.id)).rejects.toBeInstanceOf(Stale);
  expect(
    await signIn(contextAt(fresh.db, AT_THE_END), { email: user.email, password: PASSWORD }),
  ).toMatchObject({
    ok: false,
  });
});
