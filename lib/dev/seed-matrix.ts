import { randomUUID } from 'node:crypto';
import { encode } from 'next-auth/jwt';
import { commit } from '@/db/commit';
import { deleteMembership, insertMembership, insertOrg, orgBySlug, writeTeamRoles } from '@/db/orgs';
import { insertSession, revokeSession } from '@/db/sessions';
import { insertTeam, teamBySlug } from '@/db/teams';
import { insertUser } from '@/db/users';
import { sessionCookie } from '../auth/options';
import { startAssessment } from '../assessments/start-assessment';
import { newContext } from '../context';
import { dayOf } from '../domain/calendar';
import { ROLE_NAMES, type MemberRole } from '../domain/vocabulary';
import { env } from '../env';
import { openRound } from '../rounds/open-round';
import { makeArchive, makeClient, makeLinks, makeThings, must } from './matrix-things';

/**
 * Adds to the demo's database one person for each way of standing to Harbour Bank, with a session each, and one of each thing that can be
 * named, there and in an organisation elsewhere. Prints as JSON the cookie of each person, and the ids of the things of both, for the
 * matrix of pages, downloads and changes (e2e/matrix.ts).
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
const owner = await member('owner', 'owner');
const ownerId = owner.userId;
cookies['owner'] = owner.cookie;
for (const role of ROLE_NAMES.filter((each) => each !== 'owner'))
  cookies[role] = (await member(role, role)).cookie;

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
    ...{ id: `matrix-team-${run}`, orgId: elsewhere.id, parentId: null },
    ...{ slug: 'own-team', name: 'Own team', createdAt: ctx.now },
  }),
]);
cookies['stranger'] = stranger.cookie;

const SECRET_WORD = 'quillwort';
const theirs = await makerIn(bank.slug, ownerId, SECRET_WORD);
const own = await makerIn(elsewhere.slug, stranger.userId, 'own');
const [finished, draft, round] = ['fraud-scoring-q4-2026', 'fraud-scoring-q1-2027', 'q1-2027'];

const made = await makeThings(theirs, { id: finished, team: fraud.id });
const links = await makeLinks(theirs, {
  id: finished,
  report: made['report'] ?? '',
  issue: made['issue'] ?? '',
});
const things = {
  ...{
    org: bank.slug,
    bank: bank.slug,
    orgName: bank.name,
    team: fraud.slug,
    unit: 'retail-banking',
    finished,
    draft,
    round,
  },
  ...{ archived: 'q4-2026', job: await makeArchive(theirs, 'q4-2026') },
  ...{ member: ownerId, session: owner.sid, client: await makeClient(theirs, elsewhere.id) },
  ...made,
  ...links,
};

const aims = { title: 'Own', questionnaires: ['aws' as const], team: 'own-team' };
const count = { scope: undefined, useCases: undefined, inProduction: undefined };
const ownDraft = must(await startAssessment(own, { ...aims, ...count })).id;
const dueOn = dayOf(new Date(ctx.now.getTime() + 30 * 86_400_000));
const ownRound = must(await openRound(own, { title: 'Own', dueOn, teams: ['own-team'] })).id;

/** The same of the stranger's own organisation, so that one thing of another's can stand among them. */
const owns = {
  ...{
    org: elsewhere.slug,
    bank: elsewhere.slug,
    orgName: elsewhere.name,
    team: 'own-team',
    unit: 'own-team',
    round: ownRound,
  },
  ...{
    finished: ownDraft,
    draft: ownDraft,
    archived: ownRound,
    member: stranger.userId,
    session: stranger.sid,
  },
  ...{ job: await makeArchive(own, ownRound), client: await makeClient(own, elsewhere.id) },
  ...(await makeThings(own, { id: ownDraft, team: `matrix-team-${run}` })),
};

/** Of another team of Harbour Bank, at its own newest assessment. */
const other = await teamBySlug(ctx.db, bank.id, 'payment-routing');
const beside = {
  ...{ team: other?.slug ?? '', finished: 'payment-routing-q4-2026' },
  ...(await makeThings(
    { ...theirs, word: 'beside' },
    { id: 'payment-routing-q4-2026', team: other?.id ?? '' },
  )),
};

cookies['guest'] = `rungs-share=${links['pass']}`;
console.log(JSON.stringify({ cookies, things, own: owns, beside, secret: SECRET_WORD }));

async function makerIn(
  slug: string,
  userId: string,
  word: string,
): Promise<Parameters<typeof makeThings>[0]> {
  const org = await orgBySlug(ctx.db, slug);
  if (org === undefined) throw new Error(`there is no ${slug}`);
  return { ...ctx, org, word, person: { name: word }, actor: { userId, orgId: org.id, role: 'owner' } };
}
