'use server';

import type { Route } from 'next';
import { redirect } from 'next/navigation';
import * as z from 'zod';
import { action } from '@/lib/action';
import { startFromCheck } from '@/lib/assessments/start-from-check';
import { openSession } from '@/lib/auth/session';
import { signUp, signUpInput } from '@/lib/users/sign-up';

export const signUpAction = action({
  for: 'anyone',
  input: signUpInput.extend({ kept: z.string().max(2_000).optional() }),
  run: async (ctx, input) => {
    const result = await signUp(ctx, input);
    if (!result.ok) return result;
    await openSession(ctx, result.value.userId);
    const assessment = await startFromCheck(ctx, result.value, input.kept);
    return { ok: true as const, value: { ...result.value, assessment } };
  },
  then: ({ org, team, assessment }) =>
    redirect(
      (assessment === null ? `/${org}/teams/${team}/start` : `/${org}/assessments/${assessment}`) as Route,
    ),
});
