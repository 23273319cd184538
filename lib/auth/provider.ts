import 'server-only';
import { createHash, randomBytes } from 'node:crypto';
import { cookies } from 'next/headers';
import { NextRequest } from 'next/server';
import NextAuth, { type NextAuthOptions } from 'next-auth';
import type { OAuthConfig } from 'next-auth/providers/oauth';
import { newContext } from '../context';
import { env } from '../env';
import { log, logBug } from '../log';
import { joinByProvider } from '../members/join-by-provider';
import { requestPlace } from '../request-place';
import { safePath } from '../users/sign-in';
import { signInByProvider } from '../users/sign-in-by-provider';
import { takeConnecting } from './connecting';
import { rememberDevice } from './known-device';
import { authOptions, isSecure } from './options';
import { readClaims } from './provider-claims';
import { openSession, signedIn } from './session';

/** The address at which a sign-in by the provider begins; a plain link leads there. */
export const providerStart = (to: string): string =>
  `/api/auth/signin/oidc?to=${encodeURIComponent(safePath(to))}`;

/** What the provider is called, where one is configured. */
export const providerName = (): string | null => (env().OIDC_ISSUER === undefined ? null : env().OIDC_NAME);

type Claims = Record<string, unknown>;

/** The provider of the environment for next-auth, which finds its addresses and keys by itself. */
function oidc(): OAuthConfig<Claims>[] {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId = '', OIDC_CLIENT_SECRET: clientSecret = '' } = env();
  if (issuer === undefined) return [];
  return [
    {
      ...{ id: 'oidc', name: env().OIDC_NAME, type: 'oauth', clientId, clientSecret },
      wellKnown: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
      authorization: { params: { scope: 'openid email profile' } },
      idToken: true,
      checks: ['pkce', 'state', 'nonce'],
      userinfo: {
        // Okta and others keep the address and groups out of the token where they can be asked for; the token's word goes first.
        request: async ({ client, tokens }) => {
          const claims = checkedClaims(tokens);
          if (client.issuer.metadata.userinfo_endpoint === undefined) return claims;
          const asked = await client.userinfo(tokens.access_token ?? '');
          if (asked.sub !== claims['sub']) throw new Error('userinfo is of another subject than the token');
          return { ...asked, ...claims };
        },
      },
      profile: ({ sub }) => ({ id: String(sub) }),
    },
  ];
}

/** Of the token, after its signature, issuer, time and nonce were checked: what openid-client hands over gives them, though its type says not. */
function checkedClaims(tokens: object): Claims {
  const claims: unknown = 'claims' in tokens && typeof tokens.claims === 'function' ? tokens.claims() : null;
  if (typeof claims !== 'object' || claims === null) throw new Error('no token with claims was sent');
  return { ...claims };
}

/**
 * next-auth checks what the provider sends: state, PKCE, nonce, signature, issuer and time. Then our own session is opened, as after a
 * password, and next-auth is told to lead on without one of its own.
 */
function providerOptions(): NextAuthOptions {
  const options = authOptions();
  return {
    ...options,
    providers: oidc(),
    callbacks: {
      ...options.callbacks,
      signIn: ({ profile }) =>
        enter(profile).catch((error: unknown) => {
          logBug(error, 'sign-in by provider');
          return '/signin?error=Callback';
        }),
    },
  };
}

/** Lets whoever the claims speak of in, or not; returns where to go on. */
async function enter(raw: unknown): Promise<string> {
  const { OIDC_ISSUER = '', OIDC_GROUPS_CLAIM } = env();
  const claims = readClaims(raw, OIDC_ISSUER, OIDC_GROUPS_CLAIM);
  if (claims === null) {
    log.warn('sign-in by provider: the claims are not of OIDC_ISSUER');
    return '/signin?error=OAuthCallback';
  }
  if (claims.groups === null)
    log.warn('sign-in by provider: it did not say which groups, so roles from groups stay as they are');
  const ctx = { ...newContext(), place: await requestPlace() };
  const person = await signedIn();
  const connecting = person !== null && (await takeConnecting(person, ctx.now)) ? person.userId : null;
  const result = await signInByProvider(ctx, claims, connecting);
  if (!result.ok) return `${connecting === null ? '/signin' : '/account'}?refused=${result.detail ?? ''}`;
  const { userId, how } = result.value;
  await joinByProvider(ctx, userId, claims);
  await openSession(ctx, userId, 'oidc');
  await rememberDevice(userId);
  return how === 'connect' ? '/account?connected=1' : goOn();
}

/** The place that the sign-in began with, as next-auth kept it. */
async function goOn(): Promise<string> {
  const kept = (await cookies()).get(`${isSecure() ? '__Secure-' : ''}next-auth.callback-url`)?.value ?? '/';
  if (!URL.canParse(kept)) return '/';
  const { origin, pathname, search } = new URL(kept);
  return origin === new URL(env().NEXTAUTH_URL).origin ? safePath(pathname + search) : '/';
}

// Of a package of the older kind a bundler gives the default, and Node itself the whole.
const nextAuth = 'default' in NextAuth ? (NextAuth.default as typeof NextAuth) : NextAuth;

type Parts = { params: Promise<{ nextauth?: string[] }> };

/** next-auth's own route. A link begins a sign-in: forms may not lead to other sites, and next-auth takes no link. */
export async function authRoute(request: NextRequest, context: Parts): Promise<Response> {
  const [what, provider] = (await context.params).nextauth ?? [];
  const begins = request.method === 'GET' && what === 'signin' && provider === 'oidc';
  const handle = nextAuth(providerOptions());
  return handle(begins ? await asForm(request) : request, context) as Promise<Response>;
}

/** The form that next-auth asks for, with the token that shows it to be ours. */
async function asForm(request: NextRequest): Promise<NextRequest> {
  const token = randomBytes(32).toString('hex');
  const hash = createHash('sha256').update(`${token}${env().NEXTAUTH_SECRET}`).digest('hex');
  (await cookies()).set(`${isSecure() ? '__Host-' : ''}next-auth.csrf-token`, `${token}|${hash}`, {
    ...{ httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure() },
  });
  const to = safePath(new URL(request.url).searchParams.get('to') ?? undefined);
  return new NextRequest(`${env().NEXTAUTH_URL}/api/auth/signin/oidc`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ csrfToken: token, callbackUrl: to }),
  });
}
