'use server';

import { redirect } from 'next/navigation';
import { after } from 'next/server';
import { action } from '@/lib/action';
import { rememberDevice, whoAsks } from '@/lib/auth/known-device';
import { logBug } from '@/lib/log';
import { askReset, askResetInput, resetInput, resetPassword, sendReset } from '@/lib/users/reset-password';

/** Answers before anything is looked up, so that the time tells nobody whether there is such an account. */
export const askResetAction = action({
  for: 'anyone',
  input: askResetInput,
  run: async (ctx, input) => {
    const result = await askReset(ctx, input, await whoAsks());
    if (result.ok)
      after(() => sendReset(ctx, input).catch((error: unknown) => void logBug(error, 'reset mail')));
    return result;
  },
});

/** Whoever has the mail is known from now on, so that guessing by others cannot keep them out. */
export const resetAction = action({
  for: 'anyone',
  input: resetInput,
  run: async (ctx, input) => {
    const result = await resetPassword(ctx, input);
    if (result.ok) await rememberDevice(result.value.userId);
    return result;
  },
  then: () => redirect('/signin?reset=1'),
});
