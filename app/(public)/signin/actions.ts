'use server';

import type { Route } from 'next';
import { redirect } from 'next/navigation';
import { action } from '@/lib/action';
import { openSession } from '@/lib/auth/session';
import { done } from '@/lib/errors';
import { safePath, signIn, signInInput } from '@/lib/users/sign-in';

export const signInAction = action({
  for: 'anyone',
  input: signInInput,
  run: async (ctx, input) => {
    const result = await signIn(ctx, input);
    if (!result.ok) return result;
    await openSession(ctx, result.value.userId);
    return done(null);
  },
  then: (_value, { to }) => redirect(safePath(to) as Route),
});
