import 'server-only';
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { accountById } from '@/db/users';
import type { User } from '@/db/schema/people';
import type { Context } from '../context';
import { env } from '../env';

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
  const [expected, sent] = [Buffer.from(signature([who, until, nonce].join('.'), user)), Buffer.from(given)];
  return expected.length === sent.length && timingSafeEqual(expected, sent) ? { user, nonce } : null;
}

const signature = (bare: string, { passwordHash }: Account): string =>
  createHmac('sha256', env().NEXTAUTH_SECRET)
    .update(`second step\n${bare}\n${passwordHash}`)
    .digest('base64url');
