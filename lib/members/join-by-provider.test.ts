import { randomUUID } from 'node:crypto';
import { auditOf } from '@/db/audit';
import { commit, exactlyOne } from '@/db/commit';
import { NOON, aUser, aWorld, type World } from '@/db/fixtures';
import { domainsOfOrg, holdDomain, insertDomain, setDomainRole } from '@/db/domains';
import { groupRolesOf } from '@/db/group-roles';
import { insertMembership, membersOfOrg, orgById, orgOfId, updateMembership } from '@/db/orgs';
import type { OrgDomain } from '@/db/schema/sign-in';
import { freshDb } from '@/db/testing';
import { insertUser } from '@/db/users';
import { addGroupRole, removeGroupRole } from '../orgs/group-roles';
import { contextOf } from '../testing';
import { contextAt } from '../users/testing';
import { acceptInvitation } from './accept-invitation';
import { changeMember, changeMemberInput, removeMember } from './change-member';
import { invite, inviteInput } from './invite';
import { joinByProvider } from './join-by-provider';

const fresh = freshDb();
const stale = () => new Error('stale');

/** An organisation whose domain `harbour.example` is, and somebody with an account who belongs nowhere. */
async function harbour(role: OrgDomain['role'] = 'contributor') {
  const world = await aWorld(fresh.db);
  const domain = { orgId: world.org.id, domain: 'harbour.example', token: 't', createdAt: NOON };
  const ben = aUser({ email: `${randomUUID()}@harbour.example`, name: 'Ben' });
  await commit(fresh.db, (tx) => [
    insertUser(tx, ben),
    insertDomain(tx, domain),
    exactlyOne(holdDomain(tx, { ...domain, version: 1 }, NOON), stale),
    exactlyOne(setDomainRole(tx, { ...domain, version: 2 }, role), stale),
  ]);
  return { world, ben };
}

const signIn = (user: { id: string; email: string }, claims: object = {}) =>
  joinByProvider(contextAt(fresh.db), user.id, {
    ...{ email: user.email, emailVerified: true, groups: [], ...claims },
  });

/** What the person may do, in whole and in teams; nothing for who is no member. */
const mayDo = async ({ org }: World, user: { id: string }) =>
  (await orgOfId(fresh.db, org.id, user.id, '2026-10-01'))?.grants ?? null;

const owner = async (world: World) => ({
  ...contextOf(fresh.db, world),
  org: (await orgById(fresh.db, world.org.id)) ?? world.org,
});

const actionsOf = async ({ org }: World) =>
  (await auditOf(fresh.db, org.id, { limit: 20 })).map(({ action }) => action);

async function give(world: World, group: string, role: 'admin' | 'facilitator' | 'viewer', team = '') {
  const added = await addGroupRole(await owner(world), { group, role, team });
  if (!added.ok) throw new Error(added.message);
}

test('a confirmed address in the domain joins once, in the role of the domain, and the log says so', async () => {
  const { world, ben } = await harbour();
  await Promise.all([signIn(ben), signIn(ben), signIn(ben)]);
  await signIn(ben);
  expect(await mayDo(world, ben)).toEqual([{ teamId: null, role: 'contributor' }]);
  expect((await actionsOf(world)).filter((action) => action === 'member.join-domain')).toHaveLength(1);
});

test.each([
  ['an address that is not confirmed', { emailVerified: false }],
  ['no address', { email: null }],
  ['a subdomain', { email: 'ben@mail.harbour.example' }],
  ['a domain that ends alike', { email: 'ben@not-harbour.example' }],
  ['the domain before another @', { email: '"x@harbour.example"@other.example' }],
])('%s joins nothing', async (_what, claims) => {
  const { world, ben } = await harbour();
  await signIn(ben, claims);
  expect(await mayDo(world, ben)).toBeNull();
});

test('a domain that was not shown to be anybody’s lets nobody join', async () => {
  const world = await aWorld(fresh.db);
  const ben = aUser({ email: 'ben@quay.example' });
  await commit(fresh.db, (tx) => [
    insertUser(tx, ben),
    insertDomain(tx, { orgId: world.org.id, domain: 'quay.example', token: 't', createdAt: NOON }),
  ]);
  await signIn(ben);
  expect(await mayDo(world, ben)).toBeNull();
});

test('who was removed does not come back by signing in, and does by an invitation', async () => {
  const { world, ben } = await harbour();
  await give(world, 'ops', 'facilitator');
  await signIn(ben, { groups: ['ops'] });
  expect(await removeMember(await owner(world), { user: ben.id })).toMatchObject({ ok: true });
  await signIn(ben, { groups: ['ops'] });
  expect(await mayDo(world, ben)).toBeNull();
  const fields = inviteInput.parse({ org: 'any', email: ben.email, role: 'viewer' });
  const invited = await invite(await owner(world), fields);
  if (!invited.ok) throw new Error(invited.message);
  const token = new URL(invited.value.link ?? '').pathname.replace('/invite/', '');
  const person = { ...contextOf(fresh.db, { user: ben, org: world.org }) };
  expect(await acceptInvitation(person, { token, firm: '' })).toMatchObject({ ok: true });
  await signIn(ben, { groups: ['ops'] });
  expect(await mayDo(world, ben)).toEqual([
    { teamId: null, role: 'viewer' },
    { teamId: null, role: 'facilitator' },
  ]);
});

test('access that has ended is not renewed, by the domain or by a group', async () => {
  const { world, ben } = await harbour();
  const as = { orgId: world.org.id, userId: ben.id };
  await commit(fresh.db, (tx) => [
    insertMembership(tx, { ...as, role: 'viewer', createdAt: NOON, until: '2026-09-30' }),
  ]);
  await give(world, 'ops', 'facilitator');
  await signIn(ben, { groups: ['ops'] });
  expect(await mayDo(world, ben)).toBeNull();
  const member = (await membersOfOrg(fresh.db, world.org.id)).find(({ userId }) => userId === ben.id);
  expect(member).toMatchObject({ until: '2026-09-30', fromGroups: [] });
});

test('a group gives its role beside what people gave, and takes away that alone', async () => {
  const { world, ben } = await harbour();
  await signIn(ben);
  await give(world, 'ml-leads', 'facilitator', world.team.slug);
  await signIn(ben, { groups: ['ml-leads'] });
  const byHand = { teamId: null, role: 'contributor' };
  expect(await mayDo(world, ben)).toEqual([byHand, { teamId: world.team.id, role: 'facilitator' }]);
  await signIn(ben, { groups: null });
  expect(await mayDo(world, ben)).toHaveLength(2);
  await signIn(ben);
  expect(await mayDo(world, ben)).toEqual([byHand]);
  const [newest] = await auditOf(fresh.db, world.org.id, { limit: 1 });
  expect(newest).toMatchObject({
    action: 'member.groups',
    detail: expect.objectContaining({ given: '', taken: 'facilitator from ml-leads' }),
  });
});

test('who is a member by groups alone is none without them, and comes back with them', async () => {
  const { world, ben } = await harbour(null);
  await give(world, 'ops', 'viewer');
  await signIn(ben);
  expect(await mayDo(world, ben)).toBeNull();
  await signIn(ben, { groups: ['ops'] });
  expect(await mayDo(world, ben)).toEqual([{ teamId: null, role: 'viewer' }]);
  await signIn(ben);
  expect(await mayDo(world, ben)).toBeNull();
  expect((await actionsOf(world))[0]).toBe('member.lapse');
  await signIn(ben, { groups: ['ops'] });
  expect(await mayDo(world, ben)).not.toBeNull();
});

test('a last day that somebody set outlives the groups', async () => {
  const { world, ben } = await harbour(null);
  await give(world, 'ops', 'viewer');
  await signIn(ben, { groups: ['ops'] });
  const as = { orgId: world.org.id, userId: ben.id };
  await commit(fresh.db, (tx) => [updateMembership(tx, as, { until: '2026-10-02' })]);
  await signIn(ben);
  await signIn(ben, { groups: ['ops'] });
  const member = (await membersOfOrg(fresh.db, world.org.id)).find(({ userId }) => userId === ben.id);
  expect(member).toMatchObject({ until: '2026-10-02', fromGroups: [{ role: 'viewer', group: 'ops' }] });
});

test('a member by groups alone may get a last day without a role by hand, and nobody else may', async () => {
  const { world, ben } = await harbour(null);
  await give(world, 'ops', 'viewer');
  await signIn(ben, { groups: ['ops'] });
  const fields = changeMemberInput.parse({ org: 'any', user: ben.id, role: '', until: '2026-10-02' });
  expect(await changeMember(await owner(world), fields)).toMatchObject({ ok: true });
  expect(await mayDo(world, ben)).toEqual([{ teamId: null, role: 'viewer' }]);
  const self = { ...fields, user: world.user.id };
  expect(await changeMember(await owner(world), self)).toMatchObject({ code: 'invalid' });
});

test('an owner stays one, whatever groups say', async () => {
  const { world } = await harbour();
  await give(world, 'ops', 'viewer');
  await signIn(world.user, { groups: ['ops'] });
  await signIn(world.user);
  expect(await mayDo(world, world.user)).toEqual([{ teamId: null, role: 'owner' }]);
});

test('when a group gives nothing any more, who was a member by it alone is none, and may come back', async () => {
  const { world, ben } = await harbour(null);
  await give(world, 'ops', 'viewer');
  await signIn(ben, { groups: ['ops'] });
  const [member] = (await membersOfOrg(fresh.db, world.org.id)).filter(({ userId }) => userId === ben.id);
  expect(member?.grants).toEqual([]);
  const [row] = await groupRolesOf(fresh.db, world.org.id);
  expect(await removeGroupRole(await owner(world), { id: row?.id ?? '' })).toMatchObject({ ok: true });
  expect(await mayDo(world, ben)).toBeNull();
  expect(await mayDo(world, world.user)).not.toBeNull();
  await give(world, 'ops', 'viewer');
  await signIn(ben, { groups: ['ops'] });
  expect(await mayDo(world, ben)).toHaveLength(1);
});

test('groups of who belongs to another organisation make no member here', async () => {
  const [{ world, ben }, other] = [await harbour(), await aWorld(fresh.db)];
  await give(other, 'ops', 'viewer');
  await signIn(ben, { groups: ['ops'] });
  expect(await mayDo(other, ben)).toBeNull();
  expect(await mayDo(world, ben)).not.toBeNull();
  expect(await domainsOfOrg(fresh.db, other.org.id)).toEqual([]);
});
