'use server';

import { action } from '@/lib/action';
import { whoAsks } from '@/lib/auth/known-device';
import { allowed } from '@/lib/rate-limit';
import { verifyUpload, verifyUploadInput } from '@/lib/reports/verify-upload';

/** Stays on the page and shows what was found. */
export const verifyAction = action({
  for: 'anyone',
  input: verifyUploadInput,
  run: async (ctx, input) => {
    const may = await allowed(ctx, 'verify upload', (await whoAsks()).address);
    return may.ok ? verifyUpload(ctx, input) : may;
  },
});
