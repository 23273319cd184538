import 'server-only';
import * as z from 'zod';
import { userByEmail } from '@/db/users';
import { passwordFits } from '../auth/password';
import type { Context } from '../context';
import { done, failed, type Result } from '../errors';

export const signInInput = z.object({
  email: z.string().trim().min(1, 'enter your e-mail address').max(200),
  password: z.string().min(1, 'enter your password').max(200),
  /** Where to go afterwards; only a path of this installation is followed. */
  to: z.string().max(500).optional(),
});

/** The account that address and password belong to. Says the same whether the address or the password is wrong. */
export async function signIn(
  ctx: Context,
  input: z.output<typeof signInInput>,
): Promise<Result<{ userId: string }>> {
  const user = await userByEmail(ctx.db, input.email);
  const fits = await passwordFits(user?.passwordHash, input.password);
  return fits && user !== undefined
    ? done({ userId: user.id })
    : failed('invalid', 'E-mail address and password do not fit together.');
}

const HERE = 'https://rungs.invalid';

/** The path to return to; anything that could lead to another site becomes the start page. */
export function safePath(to: string | undefined): string {
  if (to === undefined || !/^\/[\x21-\x7e]*$/.test(to)) return '/';
  // A browser shortens `/.//evil.example` to `//evil.example`, so what it makes of the path is looked at as well.
  const there = URL.canParse(to, HERE) ? new URL(to, HERE) : undefined;
  return there?.origin === HERE && !there.pathname.startsWith('//') ? to : '/';
}
