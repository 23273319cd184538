import 'server-only';
import type { NextAuthOptions } from 'next-auth';
import { database } from '@/db/client';
import { activeSession } from '@/db/sessions';
import { env } from '../env';
import { log } from '../log';

export const SESSION_DAYS = 30;

/** Cookies are `Secure` wherever the installation is served over https. */
export const isSecure = (): boolean => env().NEXTAUTH_URL.startsWith('https://');

export const sessionCookie = (): string => `${isSecure() ? '__Secure-' : ''}next-auth.session-token`;

/**
 * next-auth reads the session everywhere and will do the OpenID providers. Password sign-in is our own server action on its token
 * format, so that it works without JavaScript. The token names a session row, checked on every request, so that it can be revoked.
 */
export function authOptions(): NextAuthOptions {
  const { NEXTAUTH_SECRET } = env();
  return {
    secret: NEXTAUTH_SECRET,
    providers: [],
    session: { strategy: 'jwt', maxAge: SESSION_DAYS * 86_400 },
    pages: { signIn: '/signin' },
    useSecureCookies: isSecure(),
    logger: {
      // Anybody can send a cookie that is no token of ours; that is no error of this installation.
      error: (code) => (code === 'JWT_SESSION_ERROR' ? log.info : log.error).call(log, { code }, 'next-auth'),
      warn: (code) => {
        log.warn({ code }, 'next-auth');
      },
    },
    callbacks: {
      async session({ session, token }) {
        const id = typeof token['sid'] === 'string' ? token['sid'] : '';
        const active = id === '' ? undefined : await activeSession(database(), id, new Date());
        if (active === undefined) return { expires: session.expires };
        return {
          expires: session.expires,
          sid: active.id,
          user: { id: active.user.id, name: active.user.name, email: active.user.email },
        };
      },
    },
  };
}
