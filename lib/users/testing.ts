import '../auth/testing';
import { randomUUID } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import type { Db } from '@/db/client';
import { commit } from '@/db/commit';
import { aUser, minutesLater } from '@/db/fixtures';
import type { User } from '@/db/schema/people';
import { insertSession } from '@/db/sessions';
import { insertUser } from '@/db/users';
import { hashPassword } from '../auth/password';
import type { SignedIn } from '../auth/session';
import type { Context } from '../context';
import { realContent } from '../domain/testing';
import { mailServer } from '../mail-testing';
import { signIn as signInFrom } from './sign-in';

/** Accounts and their mails as forms and pages have them. For tests alone. */

const content = realContent();

export const PASSWORD = 'correct horse battery';

export const contextAt = (db: Db, minutes = 0): Context => ({
  db,
  now: minutesLater(minutes),
  newId: randomUUID,
  content,
});

/** Signing in from a browser that was never seen, without waiting. */
export const signIn = (ctx: Context, input: { email: string; password: string }, address = 'direct') =>
  signInFrom(ctx, input, { address }, async () => undefined);

export async function anAccount(db: Db, row: Partial<User> = {}): Promise<User> {
  const user = aUser({ email: 'ana@harbour.example', passwordHash: await hashPassword(PASSWORD), ...row });
  await commit(db, (tx) => [insertUser(tx, user)]);
  return user;
}

/** Somebody who is signed in by a session of the row given, so many minutes after noon. */
export const asPerson = (
  db: Db,
  { id, name, email, emailVerifiedAt }: User,
  { minutes = 0, sessionId = 'here' }: { minutes?: number; sessionId?: string } = {},
): Context & { person: SignedIn } => ({
  ...contextAt(db, minutes),
  person: {
    sessionId,
    userId: id,
    name,
    email,
    verified: emailVerifiedAt !== null,
    method: 'password',
    since: minutesLater(minutes),
  },
});

/** Sessions of these ids, for an hour. */
export const openSessions = (db: Db, { id: userId }: User, ids: readonly string[]) =>
  commit(db, (tx) =>
    ids.map((id) =>
      insertSession(tx, { id, userId, createdAt: minutesLater(0), expiresAt: minutesLater(60) }),
    ),
  );

type Server = Awaited<ReturnType<typeof mailServer>>;

/** A mail server of this test file's own that the environment names, with nothing received before each test. */
export function freshMail(): Pick<Server, 'received' | 'behaviour'> {
  const server: Pick<Server, 'received' | 'behaviour'> = { received: [], behaviour: { refuses: false } };
  let close = async () => {};
  beforeAll(async () => {
    const { settings, ...started } = await mailServer();
    ({ close } = started);
    Object.assign(server, started);
    Object.assign(process.env, settings);
  });
  afterAll(() => close());
  beforeEach(() => {
    server.received.length = 0;
    server.behaviour.refuses = false;
  });
  return server;
}

/** Receivers and subjects of what was mailed, and the token of the newest link in it. */
export const subjects = ({ received }: Pick<Server, 'received'>): string[] =>
  received.map(({ to, raw }) => `${to.join()}: ${/^Subject: (.*)$/m.exec(raw)?.[1]?.trim() ?? ''}`);

export function newestToken({ received }: Pick<Server, 'received'>): string {
  const tokens = received.flatMap(({ raw }) => [
    ...raw.replaceAll('=\r\n', '').matchAll(/https:\/\/rungs\.example\/[a-z/-]+\/([\w-]{43})/g),
  ]);
  const token = tokens.at(-1)?.[1];
  if (token === undefined) throw new Error('no link was mailed');
  return token;
}

/** What an app with this secret shows so many minutes after noon. */
export const codeOf = (secret: string, minutes = 0): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: minutesLater(minutes).getTime() });
