import { auditOf } from '@/db/audit';
import { commit, exactlyOne } from '@/db/commit';
import { NOON, aTeam, aUser, aWorld, anOrg, type World } from '@/db/fixtures';
import { openInvitationsOf } from '@/db/invitations';
import {
  insertMembership,
  insertOrg,
  membersOfOrg,
  orgBySlug,
  orgsOfUser,
  updateMembership,
} from '@/db/orgs';
import { invitation as invitations, membership } from '@/db/schema/orgs';
import { deleteTeam, insertTeam } from '@/db/teams';
import { freshDb } from '@/db/testing';
import { insertUser, userByEmail } from '@/db/users';
import { member } from '../auth/testing';
import type { Grant } from '../domain/policy';
import type { MemberRole } from '../domain/vocabulary';
import type { Result } from '../errors';
import { contextOf } from '../testing';
import { acceptAsNew, acceptInvitation } from './accept-invitation';
import { changeMember, changeMemberInput, handOver, leaveOrg, removeMember } from './change-member';
import { invite, inviteInput } from './invite';
import { inviteMany } from './invite-many';
import { usableInvitation } from './open-invitation';
import { revokeInvitation } from './revoke-invitation';

const signedInNow = { method: 'password', since: NOON } as const;

const fresh = freshDb();

const as = (world: World, role: MemberRole = 'owner', minutes = 5) => ({
  ...contextOf(fresh.db, world, { role, minutes }),
  org: world.org,
});

const invited = (world: World, fields: Record<string, unknown> = {}, role?: MemberRole) =>
  invite(
    as(world, role),
    inviteInput.parse({ org: 'any', email: 'Ben@Example.org', role: 'viewer', ...fields }),
  );

function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(result.message);
  return result.value;
}

/** The token in the link that is shown where no mail goes out. */
async function tokenOf(world: World, fields: Record<string, unknown> = {}): Promise<string> {
  const { link } = valueOf(await invited(world, fields));
  return new URL(link ?? '').pathname.replace('/invite/', '');
}

const joinAsNew = (world: World, token: string, minutes = 10) =>
  acceptAsNew(as(world, 'owner', minutes), { token, name: 'Ben', password: 'correct horse battery' });

/** Somebody who is signed in with this address. */
async function someone(email: string) {
  const user = aUser({ email });
  await commit(fresh.db, (tx) => [insertUser(tx, user)]);
  return user;
}

const rolesOf = async (world: World, userId: string) =>
  (await membersOfOrg(fresh.db, world.org.id)).find((one) => one.userId === userId)?.grants;

describe('an invitation', () => {
  test('is kept without its secret, and its link is given where no mail goes out', async () => {
    const world = await aWorld(fresh.db);
    const { link, mailed, email } = valueOf(await invited(world));
    expect([mailed, email]).toEqual(['not configured', 'ben@example.org']);
    const [row] = await fresh.db.select().from(invitations);
    expect(link).toMatch(/^https:\/\/rungs\.example\/invite\/[\w-]{43}$/);
    expect(JSON.stringify(row)).not.toContain(String(link).slice(-43));
  });

  test('makes an account of its address and a member with what was offered', async () => {
    const world = await aWorld(fresh.db);
    const fields = { role: '', team: world.team.slug, teamRole: 'contributor', until: '2027-03-31' };
    const { userId } = valueOf(await joinAsNew(world, await tokenOf(world, fields)));
    expect((await userByEmail(fresh.db, 'ben@example.org'))?.id).toBe(userId);
    expect(await membersOfOrg(fresh.db, world.org.id)).toContainEqual(
      expect.objectContaining({
        ...{ userId, until: '2027-03-31' },
        grants: [{ teamId: world.team.id, role: 'contributor' }],
      }),
    );
    const [last] = await auditOf(fresh.db, world.org.id, { limit: 1 });
    expect(last).toMatchObject({ action: 'member.join', actorId: userId });
  });

  test('makes no account where the installation takes none, and is not used up by that', async () => {
    const world = await aWorld(fresh.db);
    const token = await tokenOf(world);
    const input = { token, name: 'Ben', password: 'correct horse battery' };
    expect(await acceptAsNew(as(world), input, 'closed')).toMatchObject({ code: 'forbidden' });
    expect((await acceptAsNew(as(world), input, 'invite')).ok).toBe(true);
  });

  test('is good once, also for two who use it at the same moment', async () => {
    const world = await aWorld(fresh.db);
    const token = await tokenOf(world);
    const results = await Promise.all([joinAsNew(world, token), joinAsNew(world, token)]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await joinAsNew(world, token)).toMatchObject({ ok: false, code: 'not-found' });
  });

  test('is over when it was taken back, when it expired, and when another was sent to the address', async () => {
    const world = await aWorld(fresh.db);
    const first = await tokenOf(world);
    const second = await tokenOf(world);
    expect(await joinAsNew(world, first)).toMatchObject({ code: 'not-found' });
    expect(await usableInvitation(as(world, 'owner', 7 * 24 * 60 + 6), second)).toBeNull();
    const [open] = await openInvitationsOf(fresh.db, world.org.id);
    valueOf(await revokeInvitation(as(world), { id: open?.id ?? '' }));
    expect(await joinAsNew(world, second)).toMatchObject({ code: 'not-found' });
    expect(await revokeInvitation(as(world), { id: open?.id ?? '' })).toMatchObject({ code: 'not-found' });
  });

  test('is not used up by looking at it, however often', async () => {
    const world = await aWorld(fresh.db);
    const token = await tokenOf(world);
    for (let times = 0; times < 3; times += 1)
      expect(await usableInvitation(as(world), token)).toMatchObject({ offers: 'viewer' });
    expect((await joinAsNew(world, token)).ok).toBe(true);
  });

  test('is bound to its address: who is signed in with another cannot use it', async () => {
    const world = await aWorld(fresh.db);
    const token = await tokenOf(world);
    const [ben, eve] = [await someone('ben@example.org'), await someone('eve@example.org')];
    const by = ({ id, email }: typeof ben) => ({
      ...as(world),
      person: { sessionId: 's', userId: id, name: 'x', email, verified: true, ...signedInNow },
    });
    expect(await acceptInvitation(by(eve), { token, firm: '' })).toMatchObject({ code: 'forbidden' });
    expect(await joinAsNew(world, token)).toMatchObject({ code: 'conflict' });
    expect(valueOf(await acceptInvitation(by(ben), { token, firm: '' }))).toEqual({ org: world.org.slug });
    expect(await rolesOf(world, ben.id)).toEqual([{ teamId: null, role: 'viewer' }]);
  });

  test('may be accepted for one’s own firm, and for no other', async () => {
    const world = await aWorld(fresh.db);
    const ben = await someone('ben@example.org');
    const [firm, other] = [anOrg({ slug: 'northgate' }), anOrg({ slug: 'other' })];
    await commit(fresh.db, (tx) => [
      ...[firm, other].map((org) => insertOrg(tx, org)),
      insertMembership(tx, { orgId: firm.id, userId: ben.id, role: 'contributor', createdAt: NOON }),
    ]);
    const token = await tokenOf(world, { role: 'facilitator' });
    const person = {
      sessionId: 's',
      userId: ben.id,
      name: 'Ben',
      email: ben.email,
      verified: true,
      ...signedInNow,
    };
    expect(await acceptInvitation({ ...as(world), person }, { token, firm: 'other' })).toMatchObject({
      fields: { firm: expect.any(String) },
    });
    valueOf(await acceptInvitation({ ...as(world), person }, { token, firm: 'northgate' }));
    expect((await membersOfOrg(fresh.db, world.org.id)).find(({ userId }) => userId === ben.id)?.firmId).toBe(
      firm.id,
    );
  });

  const JAN = '2027-01-31';
  const team = { teamId: 'fraud', role: 'contributor' as const };
  const whole = (role: MemberRole) => ({ teamId: null, role });
  test.each<{
    what: string;
    before: [MemberRole, string | null];
    offered: Record<string, unknown>;
    after: [Grant[], string | null] | 'refused';
  }>([
    {
      ...{ what: 'what is weaker changes nothing', before: ['owner', null] },
      ...{ offered: { role: 'viewer', team: 'fraud', teamRole: 'facilitator', until: JAN } },
      after: [[whole('owner')], null],
    },
    {
      ...{ what: 'what is longer and weaker does not lengthen', before: ['facilitator', JAN] },
      ...{ offered: { role: 'viewer' }, after: [[whole('facilitator')], JAN] },
    },
    {
      ...{ what: 'what is stronger comes with its last day', before: ['viewer', null] },
      ...{ offered: { role: 'facilitator', until: JAN }, after: [[whole('facilitator')], JAN] },
    },
    {
      ...{ what: 'what adds up without a day is added', before: ['viewer', null] },
      ...{ offered: { role: '', team: 'fraud', teamRole: 'contributor' } },
      after: [[whole('viewer'), team], null],
    },
    {
      ...{ what: 'what adds up to another day is refused', before: ['viewer', null] },
      ...{ offered: { role: '', team: 'fraud', teamRole: 'contributor', until: JAN }, after: 'refused' },
    },
  ])('to who became a member by other ways since: $what', async ({ before, offered, after }) => {
    const world = await aWorld(fresh.db);
    const ben = await someone('ben@example.org');
    await commit(fresh.db, (tx) => [insertTeam(tx, aTeam(world.org, { id: team.teamId, slug: 'fraud' }))]);
    const token = await tokenOf(world, offered);
    const [role, until] = before;
    const own = { orgId: world.org.id, userId: ben.id };
    await commit(fresh.db, (tx) => [insertMembership(tx, { ...own, role, until, createdAt: NOON })]);
    const person = { sessionId: 's', userId: ben.id, name: 'Ben', email: ben.email, verified: true };
    const by = { ...as(world), person: { ...person, ...signedInNow } };
    const [grants, end] = after === 'refused' ? [[whole(role)], until] : after;
    expect(await acceptInvitation(by, { token, firm: '' })).toMatchObject(
      after === 'refused' ? { code: 'conflict', message: expect.stringContaining('member') } : { ok: true },
    );
    const member = (await membersOfOrg(fresh.db, world.org.id)).find(({ userId }) => userId === ben.id);
    expect([member?.grants, member?.until]).toEqual([grants, end]);
  });

  test('brings back a member whose access had ended', async () => {
    const world = await aWorld(fresh.db);
    const ben = await someone('ben@example.org');
    await commit(fresh.db, (tx) => [
      insertMembership(tx, { orgId: world.org.id, userId: ben.id, role: 'viewer', createdAt: NOON }),
    ]);
    const token = await tokenOf(world, { email: 'x@example.org' });
    await commit(fresh.db, (tx) => [
      updateMembership(tx, { orgId: world.org.id, userId: ben.id }, { until: '2026-01-01' }),
      tx.update(invitations).set({ email: 'ben@example.org' }),
    ]);
    const person = {
      sessionId: 's',
      userId: ben.id,
      name: 'Ben',
      email: ben.email,
      verified: true,
      ...signedInNow,
    };
    valueOf(await acceptInvitation({ ...as(world), person }, { token, firm: '' }));
    expect(await orgsOfUser(fresh.db, ben.id, '2026-10-01')).toHaveLength(1);
  });

  test('for a team that is gone offers what is left, and nothing where that was all', async () => {
    const world = await aWorld(fresh.db);
    const team = aTeam(world.org);
    await commit(fresh.db, (tx) => [insertTeam(tx, team)]);
    const inTeam = { team: team.slug, teamRole: 'contributor' };
    const both = await tokenOf(world, { ...inTeam, role: 'viewer' });
    const alone = await tokenOf(world, { ...inTeam, email: 'eve@example.org', role: '' });
    await commit(fresh.db, (tx) => [exactlyOne(deleteTeam(tx, team), () => new Error('stale'))]);
    expect((await usableInvitation(as(world), both))?.offers).toBe('viewer');
    expect(await usableInvitation(as(world), alone)).toBeNull();
  });

  test.each([
    ['no role at all', { role: '' }, 'role'],
    ['a role that is none', { role: 'root' }, undefined],
    ['a team that is not there', { team: 'none', teamRole: 'viewer' }, 'team'],
    ['a day that has passed', { until: '2026-09-30' }, 'until'],
    ['a member already', { email: 'ada@harbour.example' }, 'email'],
  ])('with %s is refused at its field', async (_what, fields, field) => {
    const world = await aWorld(fresh.db);
    await commit(fresh.db, (tx) => [
      insertUser(tx, aUser({ id: 'ada', email: 'ada@harbour.example' })),
      insertMembership(tx, { orgId: world.org.id, userId: 'ada', role: 'viewer', createdAt: NOON }),
    ]);
    const parsed = inviteInput.safeParse({ org: 'any', email: 'ben@example.org', role: 'viewer', ...fields });
    if (field === undefined) return expect(parsed.success).toBe(false);
    const result = await invite(as(world), parsed.data ?? inviteInput.parse({}));
    return expect(result).toMatchObject({ ok: false, fields: { [field]: expect.any(String) } });
  });

  test('by an admin makes no owner', async () => {
    const world = await aWorld(fresh.db);
    expect(await invited(world, { role: 'owner' }, 'admin')).toMatchObject({ code: 'forbidden' });
    expect((await invited(world, { role: 'admin' }, 'admin')).ok).toBe(true);
  });
});

describe('a list of people', () => {
  const list = (world: World, csv: string, go: 'check' | 'invite' = 'check') =>
    inviteMany(as(world), { csv, go });

  test('is reported row by row before anybody is invited, and one bad row stops it', async () => {
    const world = await aWorld(fresh.db);
    const csv = [
      'email,name,role,team,until',
      'ana@example.org,Ana,Facilitator,,',
      `ben@example.org,,contributor,${world.team.slug},2027-03-31`,
      'ben@example.org,,viewer,,',
      'no address,,,,',
      'cara@example.org,,owner,fraud,',
      'dan@example.org,,boss,,',
      'eve@example.org,,viewer,nowhere,',
    ].join('\n');
    const { rows, written } = valueOf(await list(world, csv, 'invite'));
    expect(written).toBe(false);
    expect(rows.map(({ outcome, words }) => `${outcome} ${words}`)).toEqual([
      'invited ',
      'invited ',
      'refused this address stands in the list twice',
      'refused email: enter an e-mail address such as ana@example.org',
      'refused role: owner is for the whole organisation only',
      expect.stringMatching(/^refused role: /),
      'refused There is no team “nowhere”.',
    ]);
    expect(await openInvitationsOf(fresh.db, world.org.id)).toEqual([]);
  });

  test('invites each, and gives the links where no mail goes out', async () => {
    const world = await aWorld(fresh.db);
    const people = Array.from({ length: 25 }, (_, n) => `person-${n}@example.org`);
    const { rows } = valueOf(await list(world, ['email', ...people].join('\n'), 'invite'));
    expect(rows.every(({ words }) => words.includes('/invite/'))).toBe(true);
    expect(await openInvitationsOf(fresh.db, world.org.id)).toHaveLength(25);
  });

  test.each([
    ['without the column', 'name\nBen', /First line|first line/],
    ['of nobody', 'email\n', /no address/],
    ['of 501', ['email', ...Array(501).fill('a@example.org')].join('\n'), /more than the 500/],
  ])('%s is refused', async (_what, csv, message) => {
    const world = await aWorld(fresh.db);
    expect(await list(world, csv)).toMatchObject({ ok: false, message: expect.stringMatching(message) });
  });
});

describe('roles', () => {
  const change = (world: World, user: string, fields: Record<string, unknown>, role?: MemberRole) =>
    changeMember(as(world, role), changeMemberInput.parse({ org: 'any', user, ...fields }));

  test('are changed, in the organisation and in teams, and given an end', async () => {
    const world = await aWorld(fresh.db);
    const ben = await member(fresh.db, world.org, 'viewer');
    const fields = { role: 'viewer', team: [world.team.slug, ''], teamRole: ['contributor', 'viewer'] };
    valueOf(await change(world, ben.id, { ...fields, until: '2027-01-31' }));
    expect(await rolesOf(world, ben.id)).toEqual([
      { teamId: null, role: 'viewer' },
      { teamId: world.team.id, role: 'contributor' },
    ]);
  });

  test('of owners are changed by owners alone, and nobody makes themselves one', async () => {
    const world = await aWorld(fresh.db);
    const admin = await member(fresh.db, world.org, 'admin');
    const byAdmin: World = { ...world, user: admin };
    expect(await change(byAdmin, world.user.id, { role: 'viewer' }, 'admin')).toMatchObject({
      code: 'forbidden',
    });
    expect(await change(byAdmin, admin.id, { role: 'owner' }, 'admin')).toMatchObject({ code: 'forbidden' });
    expect(await removeMember(as(byAdmin, 'admin'), { user: world.user.id })).toMatchObject({
      code: 'forbidden',
    });
    expect(await handOver(as(byAdmin, 'admin'), { user: admin.id })).toMatchObject({ ok: false });
  });

  test('leave no organisation without an owner for good', async () => {
    const world = await aWorld(fresh.db);
    const own = world.user.id;
    for (const result of [
      await leaveOrg(as(world)),
      await removeMember(as(world), { user: own }),
      await change(world, own, { role: 'admin' }),
      await change(world, own, { role: 'owner', until: '2027-01-31' }),
    ])
      expect(result).toMatchObject({ ok: false, code: 'conflict' });
    expect(await rolesOf(world, own)).toEqual([{ teamId: null, role: 'owner' }]);
  });

  test('of two owners who demote each other at once are not both taken', async () => {
    const world = await aWorld(fresh.db);
    const ben = await member(fresh.db, world.org, 'owner');
    const results = await Promise.all([
      change(world, ben.id, { role: 'viewer' }),
      change({ ...world, user: ben }, world.user.id, { role: 'viewer' }),
    ]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    const owners = (await membersOfOrg(fresh.db, world.org.id)).filter(
      ({ grants }) => grants[0]?.role === 'owner',
    );
    expect(owners).toHaveLength(1);
  });

  test('are handed over: the other owns, and who gave it away stays as an admin', async () => {
    const world = await aWorld(fresh.db);
    const ben = await member(fresh.db, world.org, 'viewer');
    valueOf(await handOver(as(world), { user: ben.id }));
    expect(await rolesOf(world, ben.id)).toEqual([{ teamId: null, role: 'owner' }]);
    expect(await rolesOf(world, world.user.id)).toEqual([{ teamId: null, role: 'admin' }]);
  });

  test('go with the membership, and what was done stays', async () => {
    const world = await aWorld(fresh.db);
    const ben = await member(fresh.db, world.org, 'contributor');
    valueOf(await leaveOrg(as({ ...world, user: ben }, 'contributor')));
    expect(await rolesOf(world, ben.id)).toBeUndefined();
    expect(await fresh.db.$count(membership)).toBe(1);
  });

  test('of a member of another organisation are out of reach', async () => {
    const [own, other] = [await aWorld(fresh.db), await aWorld(fresh.db)];
    expect(await change(own, other.user.id, { role: 'viewer' })).toMatchObject({ code: 'not-found' });
    expect(await removeMember(as(own), { user: other.user.id })).toMatchObject({ code: 'not-found' });
    expect((await orgBySlug(fresh.db, other.org.slug))?.version).toBe(1);
  });
});
