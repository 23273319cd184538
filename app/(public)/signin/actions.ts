'use server';

import type { Route } from 'next';
import { redirect } from 'next/navigation';
import { action } from '@/lib/action';
import { rememberDevice, whoAsks } from '@/lib/auth/known-device';
import { openSession } from '@/lib/auth/session';
import { done } from '@/lib/errors';
import { enterSecondStep, secondStepInput } from '@/lib/users/enter-second-step';
import { safePath, signIn, signInInput } from '@/lib/users/sign-in';
import { dropSecondStep, keepSecondStep, keptSecondStep } from './second-step-cookie';

/** Opens the session, or goes on to the page that asks for a code. */
export const signInAction = action({
  for: 'anyone',
  input: signInInput,
  run: async (ctx, input) => {
    const result = await signIn(ctx, input, await whoAsks());
    if (!result.ok) return result;
    const { userId, secondStep } = result.value;
    if (secondStep !== null) {
      await keepSecondStep(secondStep);
      return done({ next: `/signin/code?to=${encodeURIComponent(safePath(input.to))}` });
    }
    await openSession(ctx, userId);
    await rememberDevice(userId);
    return done({ next: safePath(input.to) });
  },
  then: ({ next }) => redirect(next as Route),
});

/** The code after the password. Where the sign-in is over, it starts over with the password. */
export const enterCodeAction = action({
  for: 'anyone',
  input: secondStepInput,
  run: async (ctx, input) => {
    const from = { step: await keptSecondStep(), client: await whoAsks() };
    const result = await enterSecondStep(ctx, input, from);
    if (!result.ok) {
      if (result.code !== 'signed-out') return result;
      await dropSecondStep();
      redirect(`/signin?over=1&to=${encodeURIComponent(safePath(input.to))}` as Route);
    }
    await dropSecondStep();
    await openSession(ctx, result.value.userId);
    await rememberDevice(result.value.userId);
    return done(null);
  },
  then: (_value, { to }) => redirect(safePath(to) as Route),
});
