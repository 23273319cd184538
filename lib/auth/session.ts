import 'server-only';
import { cookies, headers } from 'next/headers';
import { getServerSession } from 'next-auth';
import { encode } from 'next-auth/jwt';
import { cache } from 'react';
import { commit } from '@/db/commit';
import { insertSession, revokeSession } from '@/db/sessions';
import type { Session as StoredSession } from '@/db/schema/people';
import type { Context } from '../context';
import { env } from '../env';
import { authOptions, isSecure, sessionCookie, sessionSeconds } from './options';

export type SignedIn = {
  sessionId: string;
  userId: string;
  name: string;
  email: string;
  /** Whether mails to the address were shown to reach them. */
  verified: boolean;
  /** How and when they came in. */
  method: SignInMethod;
  since: Date;
};

export type SignInMethod = NonNullable<StoredSession['method']>;

/** Who is signed in, once per request; `null` for nobody, an ended or a revoked session. */
export const signedIn = cache(async (): Promise<SignedIn | null> => {
  const session = await readSession();
  if (!isSession(session)) return null;
  const { sid, user, method, since } = session;
  return {
    sessionId: sid,
    userId: user.id,
    name: user.name,
    email: user.email,
    verified: user.verified,
    method,
    since,
  };
});

/** next-auth takes whatever fails here for *signed out*; a database that is away signs nobody out. */
async function readSession(): Promise<unknown> {
  const options = authOptions();
  const read = options.callbacks?.session;
  let failure: { error: unknown } | null = null as { error: unknown } | null;
  const session: unknown = await getServerSession({
    ...options,
    callbacks: {
      ...options.callbacks,
      session: async (given) => {
        try {
          return (await read?.(given)) ?? given.session;
        } catch (error) {
          failure = { error };
          throw error;
        }
      },
    },
  });
  if (failure !== null) throw failure.error;
  return session;
}

type Session = Pick<SignedIn, 'method' | 'since'> & {
  sid: string;
  user: { id: string; name: string; email: string; verified: boolean };
};

const isSession = (value: unknown): value is Session =>
  value !== null && typeof value === 'object' && 'sid' in value && 'user' in value;

/**
 * Opens a session row and sets the cookie that names it; only in a server action or
 * route handler. A session that the browser had is over: who signs in never goes on under an id that somebody else may have put there.
 */
export async function openSession(
  ctx: Context,
  userId: string,
  method: SignInMethod = 'password',
): Promise<void> {
  const maxAge = sessionSeconds();
  const id = ctx.newId();
  const expiresAt = new Date(ctx.now.getTime() + maxAge * 1000);
  const userAgent = (await headers()).get('user-agent')?.slice(0, 300) ?? null;
  const before = await signedIn();
  await commit(ctx.db, (tx) => [
    insertSession(tx, { id, userId, createdAt: ctx.now, expiresAt, userAgent, lastSeenAt: ctx.now, method }),
    ...(before === null ? [] : [revokeSession(tx, { id: before.sessionId, revokedAt: ctx.now })]),
  ]);
  const token = await encode({ token: { sub: userId, sid: id }, secret: env().NEXTAUTH_SECRET, maxAge });
  const jar = await cookies();
  jar.set(sessionCookie(), token, { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure(), maxAge });
}

/** Revokes the row, so that a copied cookie is worth nothing either, and removes the cookie. */
export async function closeSession(ctx: Context): Promise<void> {
  const session = await signedIn();
  if (session !== null)
    await commit(ctx.db, (tx) => [revokeSession(tx, { id: session.sessionId, revokedAt: ctx.now })]);
  (await cookies()).delete(sessionCookie());
}
