import 'server-only';
import * as z from 'zod';
import type { User } from '@/db/schema/people';
import { accountById } from '@/db/users';
import { passwordFits } from '../auth/password';
import type { SignedIn } from '../auth/session';
import type { Context } from '../context';
import { done, failed, type Result } from '../errors';
import { allowed, takeBack } from '../rate-limit';

export const presentPasswordField = z.string().min(1, 'enter your present password').max(200);

/** The account of who is signed in, once they typed its password again: whoever sits at an open browser cannot take the account over. */
export async function withPresentPassword(
  ctx: Context & { person: Pick<SignedIn, 'userId'> },
  presentPassword: string,
): Promise<Result<User>> {
  const { userId } = ctx.person;
  const may = await allowed(ctx, 'password again', userId);
  if (!may.ok) return may;
  const user = await accountById(ctx.db, userId);
  if (!(await passwordFits(user?.passwordHash, presentPassword)) || user === undefined) {
    const wrong =
      user?.passwordHash === null
        ? 'This account has no password yet. Set one by “Forgotten your password?” on the page to sign in.'
        : 'That is not your present password.';
    return failed('invalid', wrong, { fields: { presentPassword: wrong } });
  }
  await takeBack(ctx, ['password again', userId]);
  return done(user);
}
