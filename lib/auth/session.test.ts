import { ADDRESS, sentBack, serveFrom, within } from './testing';
import { randomUUID } from 'node:crypto';
import { encode } from 'next-auth/jwt';
import { commit } from '@/db/commit';
import { aUser, minutesLater } from '@/db/fixtures';
import type { User } from '@/db/schema/people';
import { insertSession, sessionsOfUser } from '@/db/sessions';
import { freshDb } from '@/db/testing';
import { insertUser } from '@/db/users';
import { newContext, type Context } from '../context';
import { env } from '../env';
import { closeSession, openSession, signedIn } from './session';

const SESSION_DAYS = 30;

const fresh = freshDb();
beforeEach(() => serveFrom(fresh.db));

const daysAgo = (days: number): Pick<Context, 'now'> => ({ now: new Date(Date.now() - days * 86_400_000) });

async function account(): Promise<User> {
  const user = aUser({ name: 'Ana Ortiz', passwordHash: 'a hash' });
  await commit(fresh.db, (tx) => [insertUser(tx, user)]);
  return user;
}

/** The line that opening a session sets. */
async function opened(user: User, at: Pick<Context, 'now'> = daysAgo(0)): Promise<string> {
  const { cookies } = await within('', () => openSession({ ...newContext(), ...at }, user.id));
  expect(cookies).toHaveLength(1);
  return cookies[0] ?? '';
}

const whoHas = async (cookie: string) => (await within(cookie, signedIn)).value;

test('who signed in is known at the next request, by name and address and nothing secret', async () => {
  const user = await account();
  expect(await whoHas(sentBack(await opened(user)))).toEqual({
    sessionId: expect.any(String),
    userId: user.id,
    name: 'Ana Ortiz',
    email: user.email,
    verified: false,
    method: 'password',
    since: expect.any(Date),
  });
});

test('without a cookie nobody is signed in', async () => {
  expect(await whoHas('')).toBeNull();
});

test('the cookie is out of reach of scripts and other sites, and on https of plain http', async () => {
  const line = await opened(await account());
  expect(env().NEXTAUTH_URL).toBe(ADDRESS);
  expect(line).toMatch(/^__Secure-next-auth\.session-token=/);
  for (const part of ['HttpOnly', 'SameSite=lax', 'Secure', 'Path=/', `Max-Age=${SESSION_DAYS * 86_400}`])
    expect(line.split('; ')).toContain(part);
});

test('a session that has run out is nobody, though its cookie is still good', async () => {
  const user = await account();
  expect(await whoHas(sentBack(await opened(user, daysAgo(SESSION_DAYS - 1))))).not.toBeNull();
  expect(await whoHas(sentBack(await opened(user, daysAgo(SESSION_DAYS))))).toBeNull();
});

test('after signing out a copy of the cookie is worth nothing, and the browser is told to drop its own', async () => {
  const copy = sentBack(await opened(await account()));
  const { cookies } = await within(copy, () => closeSession(newContext()));
  expect(cookies.join()).toMatch(/^__Secure-next-auth\.session-token=;.*1970/);
  expect(await whoHas(copy)).toBeNull();
});

test('signing out on one device leaves the others signed in', async () => {
  const user = await account();
  const [phone, desk] = [sentBack(await opened(user)), sentBack(await opened(user))];
  await within(phone, () => closeSession(newContext()));
  expect(await whoHas(phone)).toBeNull();
  expect(await whoHas(desk)).toMatchObject({ userId: user.id });
});

describe('a cookie that this installation did not set is nobody:', () => {
  const cookieOf = async (token: object, secret = env().NEXTAUTH_SECRET) =>
    `__Secure-next-auth.session-token=${await encode({ token: { ...token }, secret })}`;

  test.each<[string, (userId: string, sid: string) => Promise<string> | string]>([
    [
      'signed with another secret',
      (sub, sid) => cookieOf({ sub, sid }, 'somebody else’s secret of forty letters'),
    ],
    ['naming a session that there is not', (sub) => cookieOf({ sub, sid: 'none' })],
    ['naming a person and no session', (sub) => cookieOf({ sub })],
    ['with a number for a session', (sub) => cookieOf({ sub, sid: 1 })],
    ['with letters that are no token', () => '__Secure-next-auth.session-token=abc.def'],
    [
      'under the name for plain http',
      async (sub, sid) => (await cookieOf({ sub, sid })).replace('__Secure-', ''),
    ],
  ])('%s', async (_what, cookie) => {
    const user = await account();
    const sid = randomUUID();
    await commit(fresh.db, (tx) => [
      insertSession(tx, {
        id: sid,
        userId: user.id,
        createdAt: daysAgo(0).now,
        expiresAt: new Date(Date.now() + 60_000),
      }),
    ]);
    expect(await whoHas(await cookieOf({ sub: user.id, sid }))).toMatchObject({ userId: user.id });
    expect(await whoHas(await cookie(user.id, sid))).toBeNull();
  });
});

test('who signs in again in one browser has a new session, and the one before is over', async () => {
  const user = await account();
  const first = sentBack(await opened(user));
  const { cookies } = await within(first, () => openSession(newContext(), user.id));
  expect(sentBack(cookies[0])).not.toBe(first);
  expect(await whoHas(first)).toBeNull();
  expect(await whoHas(sentBack(cookies[0]))).toMatchObject({ userId: user.id });
});

test('a session remembers the browser that it was opened in, and when it was last seen, to the hour', async () => {
  const user = await account();
  const cookie = sentBack(await opened(user, daysAgo(2)));
  const seen = async () =>
    (await sessionsOfUser(fresh.db, user.id, new Date()))[0]?.lastSeenAt?.getTime() ?? 0;
  expect(Date.now() - (await seen())).toBeGreaterThan(86_400_000);
  await whoHas(cookie);
  const first = await seen();
  expect(Date.now() - first).toBeLessThan(60_000);
  await whoHas(cookie);
  expect(await seen()).toBe(first);
});

test('a session is its person’s, whoever else the token names', async () => {
  const [ana, ben] = [await account(), await account()];
  await commit(fresh.db, (tx) => [
    insertSession(tx, {
      id: 'of Ana',
      userId: ana.id,
      createdAt: minutesLater(0),
      expiresAt: new Date(Date.now() + 60_000),
    }),
  ]);
  const token = await encode({ token: { sub: ben.id, sid: 'of Ana' }, secret: env().NEXTAUTH_SECRET });
  expect(await whoHas(`__Secure-next-auth.session-token=${token}`)).toMatchObject({ userId: ana.id });
});
