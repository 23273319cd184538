import 'server-only';
import { setTimeout } from 'node:timers/promises';
import * as z from 'zod';
import { secondFactorOf } from '@/db/second-factors';
import { userByEmail } from '@/db/users';
import { knownDevice, type Client } from '../auth/known-device';
import { passwordFits } from '../auth/password';
import { secondStepFor } from '../auth/second-step';
import { DIRECT } from '../client-address';
import type { Context } from '../context';
import { normalEmail } from '../domain/email-address';
import { done, failed, type Result } from '../errors';
import { allowed, allowedTogether, takeBack, type Counted } from '../rate-limit';
import { countRefusal } from '../running/metrics';

export const signInInput = z.object({
  email: z.string().trim().min(1, 'enter your e-mail address').max(200),
  password: z.string().min(1, 'enter your password').max(200),
  /** Where to go afterwards; only a path of this installation is followed. */
  to: z.string().max(500).optional(),
});

/** `secondStep` is there where a code is asked for next: what the browser keeps until then. */
export type SignIn = { userId: string; secondStep: string | null };

const SLOW_MS = 2_000;

/**
 * The account that address and password belong to. Says the same whether the address or the password is wrong.
 *
 * Guessing is limited, and the person whom an address belongs to still gets in. Wrong passwords are counted
 * - by address and client together, which refuses after ten: whoever guesses from elsewhere fills a count of their own;
 * - by client alone, so that one network cannot try a few passwords on each of many addresses;
 * - by address alone, from all clients together. Refusing here would let anybody lock anybody out, so this only slows: each further try
 *   waits two seconds, the right password as well, and is then looked at.
 * A browser that got into the account before is known by a cookie (`knownDevice`) and is a client of its own, whatever network it is in,
 * that is neither slowed nor counted with others. Where no proxy is trusted, all unknown browsers are one client: guessing an address can
 * keep a new browser of that address's person out for a quarter of an hour, and a link to reset the password lets it in at once. A right
 * password takes back what was counted for it, so only failures count. Unknown addresses are counted and slowed like known ones.
 */
export async function signIn(
  ctx: Context,
  { email, password }: z.output<typeof signInInput>,
  client: Client,
  pause: (ms: number) => Promise<unknown> = setTimeout,
): Promise<Result<SignIn>> {
  const user = await userByEmail(ctx.db, email);
  const device = knownDevice(user?.id ?? '', client.device);
  const address = normalEmail(email);
  const pair: Counted = ['sign-in', `${address}\n${device ?? client.address}`];
  const wide: Counted[] = [
    ['sign-in by address', address],
    ...(client.address === DIRECT ? [] : [['sign-in by client', client.address] satisfies Counted]),
  ];
  const counted: Counted[] = device === null ? [pair, ...wide] : [pair];
  const inAll = await allowedTogether(ctx, counted);
  for (const [kind, key] of inAll ? [] : counted) {
    const may = await allowed(ctx, kind, key);
    if (may.ok) continue;
    if (kind !== 'sign-in by address') {
      countRefusal('limit');
      return may;
    }
    await pause(SLOW_MS);
  }
  const fits = await passwordFits(user?.passwordHash, password);
  if (!fits || user === undefined) {
    countRefusal('password');
    return failed('invalid', 'E-mail address and password do not fit together.');
  }
  await takeBack(ctx, ...counted);
  const factor = await secondFactorOf(ctx.db, user.id);
  const asked = factor !== undefined && factor.confirmedAt !== null;
  return done({ userId: user.id, secondStep: asked ? secondStepFor(user, ctx.now) : null });
}

const HERE = 'https://rungs.invalid';

/** The path to return to; anything that could lead to another site becomes the start page. */
export function safePath(to: string | undefined): string {
  if (to === undefined || !/^\/[\x21-\x7e]*$/.test(to)) return '/';
  // A browser shortens `/.//evil.example` to `//evil.example`, so what it makes of the path is looked at as well.
  const there = URL.canParse(to, HERE) ? new URL(to, HERE) : undefined;
  return there?.origin === HERE && !there.pathname.startsWith('//') ? to : '/';
}
