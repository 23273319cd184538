'use server';

import type { Route } from 'next';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { action } from '@/lib/action';
import { isSecure } from '@/lib/auth/options';
import { enterCode, enterCodeInput } from '@/lib/shares/enter-code';
import { PASS_SECONDS } from '@/lib/shares/share-pass';
import { passCookie } from './pass-cookie';

/** With the right code a cookie for this address alone; where the link is not valid any more, its page says so. */
export const enterCodeAction = action({
  for: 'anyone',
  input: enterCodeInput,
  run: async (ctx, input) => {
    const entered = await enterCode(ctx, input);
    if (!entered.ok && entered.code === 'not-found') redirect(pathOf(input.token));
    return entered;
  },
  then: async ({ pass }, { token }) => {
    (await cookies()).set(passCookie(), pass, {
      ...{ httpOnly: true, sameSite: 'lax', secure: isSecure() },
      ...{ path: pathOf(token), maxAge: PASS_SECONDS },
    });
    redirect(pathOf(token));
  },
});

const pathOf = (token: string): Route => `/s/${encodeURIComponent(token)}` as Route;
