import 'server-only';
import type { NextAuthOptions } from 'next-auth';
import { database } from '@/db/client';
import { commit } from '@/db/commit';
import { activeSession, touchSession, type ActiveSession } from '@/db/sessions';
import { databaseTrouble } from '@/db/unavailable';
import { env } from '../env';
import { log, logBug } from '../log';
import { readToken } from './read-token';

/** How long a session lasts, whatever happens within it. */
export const sessionSeconds = (): number => env().SESSION_DAYS * 86_400;

/** Cookies are `Secure` wherever the installation is served over https. */
export const isSecure = (): boolean => env().NEXTAUTH_URL.startsWith('https://');

export const sessionCookie = (): string => `${isSecure() ? '__Secure-' : ''}next-auth.session-token`;

/**
 * next-auth reads the session everywhere; for its own route `provider.ts` adds the OpenID Connect provider. Password sign-in is our own server action on its token
 * format, so that it works without JavaScript. The token names a session row, checked on every request, so that it can be revoked.
 */
export function authOptions(): NextAuthOptions {
  const { NEXTAUTH_SECRET } = env();
  return {
    secret: NEXTAUTH_SECRET,
    providers: [],
    session: { strategy: 'jwt', maxAge: sessionSeconds() },
    jwt: { decode: readToken },
    pages: { signIn: '/signin' },
    useSecureCookies: isSecure(),
    logger: {
      // Anybody can send a cookie that is no token of ours; that is no error of this installation.
      error: (code, detail) => {
        const level = code === 'JWT_SESSION_ERROR' ? 'info' : /OAUTH/.test(code) ? 'warn' : 'error';
        log[level]({ code, ...(level === 'warn' && { reason: reasonOf(detail) }) }, 'next-auth');
      },
      warn: (code) => {
        log.warn({ code }, 'next-auth');
      },
    },
    callbacks: {
      async session({ session, token }) {
        const id = typeof token['sid'] === 'string' ? token['sid'] : '';
        const now = new Date();
        const active = id === '' ? undefined : await activeSession(database(), id, now);
        if (active === undefined) return { expires: session.expires };
        await noteSeen(active, now);
        return {
          expires: session.expires,
          sid: active.id,
          since: active.createdAt,
          method: active.method ?? 'password',
          user: {
            id: active.user.id,
            name: active.user.name,
            email: active.user.email,
            verified: active.user.emailVerifiedAt !== null,
          },
        };
      },
    },
  };
}

/** Why single sign-on failed, for whoever set it up: what the library found wrong, never what it was sent. */
function reasonOf(detail: unknown): string | undefined {
  if (detail instanceof Error) return detail.message.slice(0, 300);
  const error = typeof detail === 'object' && detail !== null && 'error' in detail ? detail.error : undefined;
  return error instanceof Error ? error.message.slice(0, 300) : undefined;
}

const HOUR_MS = 3_600_000;

/** Once an hour, so that most requests only read. That it cannot be written keeps nobody out. */
async function noteSeen({ id, lastSeenAt }: ActiveSession, now: Date): Promise<void> {
  // Later than now where the clock was set back.
  if (lastSeenAt !== null && Math.abs(now.getTime() - lastSeenAt.getTime()) <= HOUR_MS) return;
  const unless = { from: new Date(now.getTime() - HOUR_MS), until: new Date(now.getTime() + HOUR_MS) };
  await commit(database(), (tx) => [touchSession(tx, { id, at: now, unless })]).catch((error: unknown) => {
    const trouble = databaseTrouble(error);
    if (trouble === null) logBug(error, 'last seen');
    else log.warn({ trouble }, 'when sessions were last used is not written');
  });
}
