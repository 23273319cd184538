'use server';

import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import * as z from 'zod';
import { action } from '@/lib/action';
import { closeSession } from '@/lib/auth/session';
import { done } from '@/lib/errors';
import { THEME_COOKIE, THEMES } from './theme';

/** Ends the session row and returns to the start page. */
export const signOut = action({
  for: 'anyone',
  input: z.object({}),
  run: async (ctx) => {
    await closeSession(ctx);
    return done(null);
  },
  then: () => redirect('/'),
});

export const chooseTheme = action({
  for: 'anyone',
  input: z.object({ theme: z.enum(THEMES) }),
  run: async (_ctx, { theme }) => {
    (await cookies()).set(THEME_COOKIE, theme, { maxAge: 31_536_000, path: '/', sameSite: 'lax' });
    return done(null);
  },
});
