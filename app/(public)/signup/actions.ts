'use server';

import type { Route } from 'next';
import { redirect } from 'next/navigation';
import { after } from 'next/server';
import * as z from 'zod';
import { action } from '@/lib/action';
import { startFromCheck } from '@/lib/assessments/start-from-check';
import { rememberDevice, whoAsks } from '@/lib/auth/known-device';
import { openSession } from '@/lib/auth/session';
import { logBug } from '@/lib/log';
import { allowed, takeBack } from '@/lib/rate-limit';
import { signUp, signUpInput } from '@/lib/users/sign-up';
import { sendVerification } from '@/lib/users/verify-email';

export const signUpAction = action({
  for: 'anyone',
  input: signUpInput.extend({ kept: z.string().max(2_000).optional() }),
  run: async (ctx, input) => {
    const { address } = await whoAsks();
    const may = await allowed(ctx, 'sign-up', address);
    if (!may.ok) return may;
    const result = await signUp(ctx, input);
    if (!result.ok) return result;
    await takeBack(ctx, ['sign-up', address]);
    const { userId } = result.value;
    await openSession(ctx, userId);
    await rememberDevice(userId);
    after(() => sendVerification(ctx, userId).catch((error: unknown) => logBug(error, 'verification mail')));
    const assessment = await startFromCheck(ctx, result.value, input.kept);
    return { ok: true as const, value: { ...result.value, assessment } };
  },
  then: ({ org, team, assessment }) =>
    redirect(
      (assessment === null ? `/${org}/teams/${team}/start` : `/${org}/assessments/${assessment}`) as Route,
    ),
});
