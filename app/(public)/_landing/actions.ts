'use server';

import type { Route } from 'next';
import { redirect } from 'next/navigation';
import * as z from 'zod';
import { action } from '@/lib/action';
import { openSession } from '@/lib/auth/session';
import { openDoor } from '@/lib/demo/doors';

/** Signs in as a person of the demo. Where this is no demo, the use case knows no door. */
export const enterDemo = action({
  for: 'anyone',
  input: z.object({ door: z.string().max(20) }),
  run: async (ctx, { door }) => {
    const result = await openDoor(ctx, door);
    if (result.ok) await openSession(ctx, result.value.userId);
    return result;
  },
  then: ({ path }) => redirect(path as Route),
});
