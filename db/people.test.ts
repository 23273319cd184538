import { eq } from 'drizzle-orm';
import { commit, exactlyOne } from './commit';
import { isUniqueViolation } from './errors';
import { NOON, aUser, aWorld, anOrg, minutesLater } from './fixtures';
import {
  deleteMembership,
  insertMembership,
  insertOrg,
  membersOfOrg,
  orgOfId,
  orgOfMember,
  orgBySlug,
  orgsOfUser,
  updateOrg,
  updateMembership,
  writeTeamRoles,
} from './orgs';
import { user as userTable } from './schema/people';
import { activeSession, insertSession, revokeSession } from './sessions';
import { freshDb } from './testing';
import { insertUser, userByEmail, userById } from './users';

const fresh = freshDb();
const TODAY = '2026-10-01';

const aSession = (userId: string) => ({
  id: 'session',
  userId,
  createdAt: NOON,
  expiresAt: minutesLater(60),
});

test('an address is one account, however its letters are typed', async () => {
  const user = aUser({ email: 'Élodie@Example.org ' });
  await commit(fresh.db, (tx) => [insertUser(tx, user)]);
  expect((await userByEmail(fresh.db, 'éLODIE@example.ORG'))?.id).toBe(user.id);
  const again = commit(fresh.db, (tx) => [insertUser(tx, aUser({ email: 'ÉLODIE@EXAMPLE.ORG' }))]);
  expect(await again.catch(isUniqueViolation)).toBe(true);
});

test('a password hash is read to sign in and nowhere else', async () => {
  const user = aUser({ passwordHash: 'secret hash' });
  await commit(fresh.db, (tx) => [insertUser(tx, user), insertSession(tx, aSession(user.id))]);
  expect((await userByEmail(fresh.db, user.email))?.passwordHash).toBe('secret hash');
  const seen = [await userById(fresh.db, user.id), await activeSession(fresh.db, 'session', NOON)];
  expect(seen).toMatchObject([{ id: user.id }, { user: { id: user.id } }]);
  expect(JSON.stringify(seen)).not.toContain('hash');
});

test('a session is active until the instant at which it ends', async () => {
  const user = aUser();
  await commit(fresh.db, (tx) => [insertUser(tx, user), insertSession(tx, aSession(user.id))]);
  const lastMoment = new Date(minutesLater(60).getTime() - 1);
  expect(await activeSession(fresh.db, 'session', lastMoment)).toMatchObject({ user: { name: user.name } });
  expect(await activeSession(fresh.db, 'session', minutesLater(60))).toBeUndefined();
});

test('a revoked session is over at once', async () => {
  const user = aUser();
  await commit(fresh.db, (tx) => [insertUser(tx, user), insertSession(tx, aSession(user.id))]);
  await commit(fresh.db, (tx) => [revokeSession(tx, { id: 'session', revokedAt: minutesLater(1) })]);
  expect(await activeSession(fresh.db, 'session', NOON)).toBeUndefined();
});

test('sessions and memberships go with the account', async () => {
  const { org, user } = await aWorld(fresh.db);
  const guest = aUser();
  await commit(fresh.db, (tx) => [
    insertUser(tx, guest),
    insertSession(tx, aSession(guest.id)),
    insertMembership(tx, { orgId: org.id, userId: guest.id, role: 'viewer', createdAt: NOON }),
  ]);
  await commit(fresh.db, (tx) => [tx.delete(userTable).where(eq(userTable.id, guest.id))]);
  expect(await activeSession(fresh.db, 'session', NOON)).toBeUndefined();
  expect((await membersOfOrg(fresh.db, org.id)).map((m) => m.userId)).toEqual([user.id]);
});

test('an account that has worked on an assessment cannot be deleted', async () => {
  const { user } = await aWorld(fresh.db);
  await expect(
    commit(fresh.db, (tx) => [tx.delete(userTable).where(eq(userTable.id, user.id))]),
  ).rejects.toMatchObject({ message: expect.stringMatching(/foreign key/i) });
});

test('a person finds their organisations by name, with their role in each', async () => {
  const user = aUser();
  const [north, south] = [anOrg({ name: 'north 10' }), anOrg({ name: 'North 9' })];
  await commit(fresh.db, (tx) => [
    insertUser(tx, user),
    ...[north, south, anOrg()].map((org) => insertOrg(tx, org)),
    insertMembership(tx, { orgId: north.id, userId: user.id, role: 'viewer', createdAt: NOON }),
    insertMembership(tx, { orgId: south.id, userId: user.id, role: 'owner', createdAt: NOON }),
  ]);
  expect(await orgsOfUser(fresh.db, user.id, TODAY)).toEqual([
    { id: south.id, slug: south.slug, name: 'North 9', grants: [{ teamId: null, role: 'owner' }] },
    { id: north.id, slug: north.slug, name: 'north 10', grants: [{ teamId: null, role: 'viewer' }] },
  ]);
});

test('a role can be changed and taken away', async () => {
  const { org, user } = await aWorld(fresh.db);
  await commit(fresh.db, (tx) => [
    updateMembership(tx, { orgId: org.id, userId: user.id }, { role: 'viewer' }),
  ]);
  expect((await orgOfMember(fresh.db, org.slug, user.id, TODAY))?.grants).toEqual([
    { teamId: null, role: 'viewer' },
  ]);
  await commit(fresh.db, (tx) => [deleteMembership(tx, { orgId: org.id, userId: user.id })]);
  expect(await orgOfMember(fresh.db, org.slug, user.id, TODAY)).toBeUndefined();
});

test('of two owners who leave at once, one is told to look again', async () => {
  const { org, user } = await aWorld(fresh.db);
  const other = aUser();
  await commit(fresh.db, (tx) => [
    insertUser(tx, other),
    insertMembership(tx, { orgId: org.id, userId: other.id, role: 'owner', createdAt: NOON }),
  ]);
  const leave = (userId: string) =>
    commit(fresh.db, (tx) => [
      exactlyOne(updateOrg(tx, org), () => new Error('stale')),
      deleteMembership(tx, { orgId: org.id, userId }),
    ]);
  const outcomes = await Promise.allSettled([leave(user.id), leave(other.id)]);
  expect(outcomes.map((outcome) => outcome.status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect(await membersOfOrg(fresh.db, org.id)).toHaveLength(1);
});

test('an organisation is found by its slug, and a slug is taken once', async () => {
  const { org } = await aWorld(fresh.db);
  expect(await orgBySlug(fresh.db, org.slug)).toEqual(org);
  const again = commit(fresh.db, (tx) => [insertOrg(tx, anOrg({ slug: org.slug }))]);
  expect(await again.catch(isUniqueViolation)).toBe(true);
});

test('a role may be given for single teams, and goes with the membership', async () => {
  const { org, team } = await aWorld(fresh.db);
  const guest = { orgId: org.id, userId: aUser().id };
  await commit(fresh.db, (tx) => [
    insertUser(tx, aUser({ id: guest.userId })),
    insertMembership(tx, { ...guest, role: null, createdAt: NOON }),
    ...writeTeamRoles(tx, guest, [{ teamId: team.id, role: 'contributor' }]),
  ]);
  const grants = [{ teamId: team.id, role: 'contributor' }];
  expect(await orgOfMember(fresh.db, org.slug, guest.userId, TODAY)).toMatchObject({ grants });
  expect((await membersOfOrg(fresh.db, org.id)).find(({ userId }) => userId === guest.userId)).toMatchObject({
    grants,
  });
  await commit(fresh.db, (tx) => [
    deleteMembership(tx, guest),
    insertMembership(tx, { ...guest, role: 'viewer', createdAt: NOON }),
  ]);
  expect((await orgOfMember(fresh.db, org.slug, guest.userId, TODAY))?.grants).toEqual([
    { teamId: null, role: 'viewer' },
  ]);
});

test('access ends after its last day', async () => {
  const { org, user } = await aWorld(fresh.db);
  await commit(fresh.db, (tx) => [
    updateMembership(tx, { orgId: org.id, userId: user.id }, { until: '2026-10-01' }),
  ]);
  expect(await orgOfMember(fresh.db, org.slug, user.id, '2026-10-01')).toBeDefined();
  expect(await orgOfMember(fresh.db, org.slug, user.id, '2026-10-02')).toBeUndefined();
  expect(await orgsOfUser(fresh.db, user.id, '2026-10-02')).toEqual([]);
  expect(await orgOfId(fresh.db, org.id, user.id, '2026-10-02')).toBeUndefined();
});
