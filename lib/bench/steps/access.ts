import { encode } from 'next-auth/jwt';
import { commit } from '@/db/commit';
import { insertMembership, orgBySlug, writeTeamRoles } from '@/db/orgs';
import { insertSession } from '@/db/sessions';
import { teamBySlug } from '@/db/teams';
import { insertUser } from '@/db/users';
import { enter, standingAt } from '../../auth/enter';
import { authOptions } from '../../auth/options';
import { atAssessment } from '../../auth/places';
import { readToken } from '../../auth/read-token';
import type { SignedIn } from '../../auth/session';
import { newContext } from '../../context';
import { can } from '../../domain/policy';
import { env } from '../../env';

const RUNS = 1_000;
const WARM_UP = 100;
const WHO = { userId: 'bench-member', sid: 'bench-session' };
const PLACE = atAssessment({ org: 'harbour-bank', id: 'fraud-scoring-q1-2027' });

/**
 * What every request of a member begins with, from the cookie's token to whether they may answer, of somebody with a role in one team
 * alone, which asks the most. Milliseconds, each time.
 */
export async function access(): Promise<number[]> {
  const cookie = await signIn();
  const times: number[] = [];
  for (let count = 0; count < RUNS + WARM_UP; count += 1) {
    const begun = performance.now();
    const may = await mayAnswer(cookie);
    times.push(performance.now() - begun);
    if (!may) throw new Error('a contributor may not answer');
  }
  return times.slice(WARM_UP);
}

/** Lets somebody in, and gives the token of their cookie. */
async function signIn(): Promise<string> {
  const { db, now } = newContext();
  const org = await orgBySlug(db, PLACE.org);
  const team = org === undefined ? undefined : await teamBySlug(db, org.id, 'fraud-scoring');
  if (org === undefined || team === undefined) throw new Error('this is not the demo’s database');
  const as = { orgId: org.id, userId: WHO.userId };
  await commit(db, (tx) => [
    insertUser(tx, {
      ...{
        id: WHO.userId,
        name: 'Member',
        email: 'member@bench.example',
        passwordHash: null,
        createdAt: now,
      },
      emailVerifiedAt: now,
    }),
    insertMembership(tx, { ...as, role: null, createdAt: now }),
    ...writeTeamRoles(tx, as, [{ teamId: team.id, role: 'contributor' }]),
    insertSession(tx, {
      ...{ id: WHO.sid, userId: WHO.userId, createdAt: now, userAgent: null, lastSeenAt: now },
      expiresAt: new Date(now.getTime() + 3_600_000),
    }),
  ]);
  return encode({ token: { sub: WHO.userId, sid: WHO.sid }, secret: env().NEXTAUTH_SECRET });
}

async function mayAnswer(cookie: string): Promise<boolean> {
  const session = authOptions().callbacks?.session;
  if (session === undefined) throw new Error('sessions are read in another way');
  const token = await readToken({ token: cookie, secret: env().NEXTAUTH_SECRET });
  if (token === null) throw new Error('the token is none');
  const read = await session({ session: { expires: '' }, token } as never);
  const { sid, user, method, since } = read as unknown as Read;
  const person: SignedIn = { ...user, userId: user.id, sessionId: sid, method, since };
  const entered = await enter(person, PLACE.org);
  if (entered === null) throw new Error('nobody got in');
  const { ctx, org: there } = await standingAt(entered.member, PLACE);
  return can(ctx.actor, 'assessment.answer', { orgId: there.id });
}

type Read = Pick<SignedIn, 'method' | 'since'> & {
  sid: string;
  user: { id: string; name: string; email: string; verified: boolean };
};
