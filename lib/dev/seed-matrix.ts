import { randomUUID } from 'node:crypto';
import { encode } from 'next-auth/jwt';
import { commit } from '@/db/commit';
import { deleteMembership, insertMembership, insertOrg, orgBySlug, writeTeamRoles } from '@/db/orgs';
import { insertSession, revokeSession } from '@/db/sessions';
import { insertTeam, teamBySlug } from '@/db/teams';
import { insertUser } from '@/db/users';
import { sessionCookie } from '../auth/options';
import { newContext } from '../context';
import { ROLE_NAMES, type MemberRole } from '../domain/vocabulary';
import { env } from '../env';
import { createShare } from '../shares/create-share';

/**
 * Adds to the demo's database one person for each way of standing to Harbour Bank, with a session each, and a shared link. Prints as JSON
 * the cookie of each and the token of the link, for the matrix of pages, downloads and changes (e2e/matrix.spec.ts).
 */
const ctx = newContext();
/** So that it may be run again. */
const run = randomUUID().slice(0, 8);
const bank = await orgBySlug(ctx.db, 'harbour-bank');
const fraud = bank === undefined ? undefined : await teamBySlug(ctx.db, bank.id, 'fraud-scoring');
if (bank === undefined || fraud === undefined) throw new Error('this is not the demo’s database');

async function person(name: string): Promise<{ userId: string; sid: string; cookie: string }> {
  const [userId, sid] = [`matrix-${name}-${run}`, randomUUID()];
  const expiresAt = new Date(ctx.now.getTime() + 3_600_000);
  const session = { id: sid, userId, createdAt: ctx.now, expiresAt, userAgent: null, lastSeenAt: ctx.now };
  await commit(ctx.db, (tx) => [
    insertUser(tx, {
      ...{ id: userId, name, email: `${userId}@example.org`, passwordHash: null, createdAt: ctx.now },
      emailVerifiedAt: ctx.now,
    }),
    insertSession(tx, session),
  ]);
  const token = await encode({ token: { sub: userId, sid }, secret: env().NEXTAUTH_SECRET });
  return { userId, sid, cookie: `${sessionCookie()}=${token}` };
}

async function member(
  name: string,
  role: MemberRole | null,
): Promise<{ userId: string; sid: string; cookie: string }> {
  const added = await person(name);
  await commit(ctx.db, (tx) => [
    insertMembership(tx, { orgId: bank?.id ?? '', userId: added.userId, role, createdAt: ctx.now }),
  ]);
  return added;
}

const cookies: Record<string, string> = { nobody: '' };
let ownerId = '';
for (const role of ROLE_NAMES) {
  const added = await member(role, role);
  cookies[role] = added.cookie;
  if (role === 'owner') ownerId = added.userId;
}

const ofTeam = await member('team', null);
await commit(ctx.db, (tx) =>
  writeTeamRoles(tx, { orgId: bank.id, userId: ofTeam.userId }, [{ teamId: fraud.id, role: 'contributor' }]),
);
cookies['team'] = ofTeam.cookie;

const removed = await member('removed', 'owner');
await commit(ctx.db, (tx) => [deleteMembership(tx, { orgId: bank.id, userId: removed.userId })]);
cookies['removed'] = removed.cookie;

const revoked = await member('revoked', 'admin');
await commit(ctx.db, (tx) => [revokeSession(tx, { id: revoked.sid, revokedAt: ctx.now })]);
cookies['revoked'] = revoked.cookie;

const stranger = await person('stranger');
const elsewhere = { id: `matrix-${run}`, slug: `matrix-${run}`, name: 'Elsewhere', createdAt: ctx.now };
await commit(ctx.db, (tx) => [
  insertOrg(tx, { ...elsewhere, questionnaires: ['aws'] }),
  insertMembership(tx, { orgId: elsewhere.id, userId: stranger.userId, role: 'owner', createdAt: ctx.now }),
  insertTeam(tx, {
    ...{
      id: `matrix-team-${run}`,
      orgId: elsewhere.id,
      parentId: null,
      slug: 'fraud-scoring',
      name: 'Fraud',
      createdAt: ctx.now,
    },
  }),
]);
cookies['stranger'] = stranger.cookie;

const shared = await createShare(
  {
    ...{ ...ctx, org: bank, person: { name: 'owner' } },
    actor: { userId: ownerId, orgId: bank.id, role: 'owner' },
  },
  { org: bank.slug, title: 'Matrix', days: 1, code: '', to: '' },
);
if (!shared.ok) throw new Error(shared.message);

console.log(JSON.stringify({ cookies, member: ownerId, share: shared.value.link.replace(/^.*\/s\//, '') }));
