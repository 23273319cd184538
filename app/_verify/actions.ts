'use server';

import * as z from 'zod';
import { action } from '@/lib/action';
import { sendVerificationAgain } from '@/lib/users/verify-email';

export const sendVerificationAction = action({
  for: 'signed-in',
  input: z.object({}),
  run: (ctx) => sendVerificationAgain(ctx),
});
