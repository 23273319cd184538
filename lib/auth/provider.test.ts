import { ADDRESS, sentBack, serveFrom, within } from './testing';
import { generateKeyPairSync } from 'node:crypto';
import { NextRequest } from 'next/server';
import { identitiesOfUser } from '@/db/identities';
import { sessionsOfUser } from '@/db/sessions';
import { freshDb } from '@/db/testing';
import { userByEmail } from '@/db/users';
import { newContext } from '../context';
import { anAccount } from '../users/testing';
import { keepConnecting } from './connecting';
import { authRoute, providerStart } from './provider';
import { followTo, openIdProvider } from './provider-testing';
import { openSession, signedIn } from './session';

const CALLBACK = `${ADDRESS}/api/auth/callback/oidc`;

const fresh = freshDb();
let provider: Awaited<ReturnType<typeof openIdProvider>>;

beforeAll(async () => {
  provider = await openIdProvider(CALLBACK);
  Object.assign(process.env, { ...provider.settings, LOG_LEVEL: 'silent' });
});
afterAll(() => provider.close());
beforeEach(() => {
  serveFrom(fresh.db);
  Object.assign(provider.behaviour, { person: 'ana-1', change: (claims: object) => claims, key: null });
  provider.people['ana-1'] = { email: 'Ana@Harbour.Example', email_verified: true, name: 'Ana Ortiz' };
});

/** A browser's cookies of this application, and where it was sent last. */
type Browser = { jar: Map<string, string>; at: string };

const browser = (): Browser => ({ jar: new Map(), at: '' });

function keep({ jar }: Browser, lines: readonly string[]): void {
  for (const line of lines) {
    const [name = '', value = ''] = sentBack(line).split(/=(.*)/s);
    if (value === '' || /max-age=0|1970/i.test(line)) jar.delete(name);
    else jar.set(name, value);
  }
}

const cookieOf = ({ jar }: Browser): string => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');

async function visit(self: Browser, address: string): Promise<void> {
  const url = new URL(address, ADDRESS);
  const nextauth = url.pathname.split('/').slice(3);
  const { value, cookies } = await within(cookieOf(self), () =>
    authRoute(new NextRequest(url), { params: Promise.resolve({ nextauth }) }),
  );
  keep(self, [...cookies, ...value.headers.getSetCookie()]);
  self.at = value.headers.get('location') ?? '';
}

/** From the link on, to the provider and back. */
async function signInBy(self: Browser, { to = '/account', tamper = (back: string) => back } = {}) {
  await visit(self, providerStart(to));
  await visit(self, tamper(await followTo(CALLBACK, self.at)));
  return self.at;
}

const whoIs = async (self: Browser) => (await within(cookieOf(self), signedIn)).value;

test('whoever comes by the provider for the first time has an account with a confirmed address, and a session that can be revoked', async () => {
  const ana = browser();
  expect(await signInBy(ana, { to: '/account?name=1' })).toBe('/account?name=1');
  expect(await whoIs(ana)).toMatchObject({
    name: 'Ana Ortiz',
    email: 'ana@harbour.example',
    verified: true,
    method: 'oidc',
  });
  const { id } = (await userByEmail(fresh.db, 'ana@harbour.example')) ?? { id: '' };
  expect(await sessionsOfUser(fresh.db, id, new Date())).toMatchObject([{ method: 'oidc', revokedAt: null }]);
});

test('who returns has the same account, also with another address at the provider', async () => {
  const [first, second] = [browser(), browser()];
  await signInBy(first);
  provider.people['ana-1'] = { email: 'ortiz@harbour.example', email_verified: false };
  await signInBy(second);
  expect(await whoIs(second)).toMatchObject({ userId: (await whoIs(first))?.userId });
});

test('an account that has the address already is not entered, and its person is told how to connect', async () => {
  const user = await anAccount(fresh.db, { emailVerifiedAt: new Date() });
  const ana = browser();
  expect(await signInBy(ana)).toBe('/signin?refused=taken');
  expect(await whoIs(ana)).toBeNull();
  expect(await identitiesOfUser(fresh.db, user.id)).toEqual([]);
});

describe('an account is connected', () => {
  const withPassword = async () => {
    const user = await anAccount(fresh.db);
    const self = browser();
    keep(self, (await within('', () => openSession(newContext(), user.id))).cookies);
    return { self, user };
  };
  const ask = async (self: Browser) => {
    const person = await whoIs(self);
    if (person === null) throw new Error('nobody is signed in');
    keep(self, (await within(cookieOf(self), () => keepConnecting(person, new Date()))).cookies);
  };

  test('by its person, signed in, who asked for it; from then on the provider lets them in', async () => {
    const { self, user } = await withPassword();
    await ask(self);
    expect(await signInBy(self)).toBe('/account?connected=1');
    const other = browser();
    expect(await signInBy(other)).toBe('/account');
    expect(await whoIs(other)).toMatchObject({ userId: user.id, method: 'oidc' });
  });

  test('not by a link alone, nor by what was asked for in another session', async () => {
    const { self } = await withPassword();
    expect(await signInBy(self)).toBe('/signin?refused=taken');
    await ask(self);
    const other = (await withPassword2()).self;
    const kept = self.jar.get('__Secure-rungs-connect') ?? '';
    other.jar.set('__Secure-rungs-connect', kept);
    expect(await signInBy(other)).toBe('/signin?refused=taken');
  });

  const withPassword2 = async () => {
    const user = await anAccount(fresh.db, { email: 'ben@harbour.example' });
    const self = browser();
    keep(self, (await within('', () => openSession(newContext(), user.id))).cookies);
    return { self, user };
  };

  test('to no identity that enters another account', async () => {
    provider.people['ana-1'] = { email: 'first@harbour.example', email_verified: true };
    await signInBy(browser());
    const { self, user } = await withPassword();
    await ask(self);
    expect(await signInBy(self)).toBe('/account?refused=elsewhere');
    expect(await identitiesOfUser(fresh.db, user.id)).toEqual([]);
  });
});

test.each([
  ['no address', { name: 'Ana' }, 'no-address'],
  ['an address that is not confirmed', { email: 'ana@harbour.example', email_verified: false }, 'unverified'],
  ['an address of which it does not say so', { email: 'ana@harbour.example' }, 'unverified'],
  ['“true” as a text', { email: 'ana@harbour.example', email_verified: 'true' }, 'unverified'],
  [
    'an address that no account may have',
    { email: 'аna@harbour.example', email_verified: true },
    'no-address',
  ],
])('nobody gets an account of whom the provider sends %s', async (_what, claims, refused) => {
  provider.people['ana-1'] = claims;
  const ana = browser();
  expect(await signInBy(ana)).toBe(`/signin?refused=${refused}`);
  expect(await whoIs(ana)).toBeNull();
});

const changed =
  (more: object) =>
  (claims: object): object => ({ ...claims, ...more });

const anotherKey = () => generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;

describe('nobody is let in by', () => {
  test.each([
    ['another state', { tamper: (back: string) => back.replace(/state=[^&]*/, 'state=another') }],
    ['no state', { tamper: (back: string) => back.replace(/state=[^&]*/, '') }],
    ['another code', { tamper: (back: string) => back.replace(/code=[^&]*/, 'code=another') }],
    ['a token of another issuer', { change: changed({ iss: 'https://login.other.example' }) }],
    ['a token for another application', { change: changed({ aud: 'another' }) }],
    ['a token with another nonce', { change: changed({ nonce: 'another' }) }],
    ['a token without a nonce', { change: changed({ nonce: undefined }) }],
    ['a token that has expired', { change: changed({ exp: Math.floor(Date.now() / 1000) - 60 }) }],
    ['a token for another person than the provider speaks of', { change: changed({ sub: 'ben-2' }) }],
    ['a token signed by another', { key: anotherKey() }],
  ])('%s', async (_what, { tamper, ...behaviour }: Record<string, unknown>) => {
    Object.assign(provider.behaviour, behaviour);
    const ana = browser();
    const tampered = tamper as ((back: string) => string) | undefined;
    await visit(ana, providerStart('/account'));
    const back = await followTo(CALLBACK, ana.at);
    await visit(ana, tampered?.(back) ?? back);
    expect(ana.at).toBe(`${ADDRESS}/api/auth/error?error=OAuthCallback`);
    expect(await whoIs(ana)).toBeNull();
    expect(await userByEmail(fresh.db, 'ana@harbour.example')).toBeUndefined();
  });

  test('what another browser began', async () => {
    const [ana, mallory] = [browser(), browser()];
    await visit(mallory, providerStart('/'));
    await visit(ana, await followTo(CALLBACK, mallory.at));
    expect(await whoIs(ana)).toBeNull();
  });
});

test('a sign-in leads back to no other site', async () => {
  for (const to of ['https://evil.example/', '//evil.example', '/\\evil.example']) {
    expect(await signInBy(browser(), { to })).toBe('/');
  }
});
