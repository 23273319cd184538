import 'server-only';
import { randomBytes } from 'node:crypto';
import { accountById } from '@/db/users';
import type { User } from '@/db/schema/people';
import type { Context } from '../context';
import { isSignature, signatureOf } from '../signature';

/** How long somebody has between the right password and the right code. */
export const SECOND_STEP_SECONDS = 600;

type Account = Pick<User, 'id' | 'passwordHash'>;

/** What the browser keeps after the right password where a code is asked for: whose it was and until when, signed together with the password. */
export function secondStepFor(user: Account, now: Date): string {
  const until = String(Math.floor(now.getTime() / 1000) + SECOND_STEP_SECONDS);
  const nonce = randomBytes(16).toString('base64url');
  const bare = [Buffer.from(user.id).toString('base64url'), until, nonce].join('.');
  return `${bare}.${signature(bare, user)}`;
}

/** Who entered the right password, and the name of this one sign-in; `null` once it is over or the password is another. */
export async function readSecondStep(
  { db, now }: Pick<Context, 'db' | 'now'>,
  step: string | undefined,
): Promise<{ user: User; nonce: string } | null> {
  const [who = '', until = '', nonce = '', given = '', ...more] = step?.split('.') ?? [];
  if (more.length > 0 || !/^\d{1,12}$/.test(until) || Number(until) * 1000 <= now.getTime()) return null;
  const user = await accountById(db, Buffer.from(who, 'base64url').toString());
  if (user === undefined) return null;
  return isSignature(given, signature([who, until, nonce].join('.'), user)) ? { user, nonce } : null;
}

const signature = (bare: string, { passwordHash }: Account): string =>
  signatureOf('second step', bare, passwordHash);
