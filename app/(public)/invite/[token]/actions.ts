'use server';

import type { Route } from 'next';
import { redirect } from 'next/navigation';
import { action } from '@/lib/action';
import { openSession } from '@/lib/auth/session';
import {
  acceptAsNew,
  acceptAsNewInput,
  acceptInvitation,
  acceptInvitationInput,
} from '@/lib/members/accept-invitation';

export const acceptInvitationAction = action({
  for: 'signed-in',
  input: acceptInvitationInput,
  run: acceptInvitation,
  then: ({ org }) => redirect(`/${org}/waiting` as Route),
});

export const acceptAsNewAction = action({
  for: 'anyone',
  input: acceptAsNewInput,
  run: async (ctx, input) => {
    const joined = await acceptAsNew(ctx, input);
    if (joined.ok) await openSession(ctx, joined.value.userId);
    return joined;
  },
  then: ({ org }) => redirect(`/${org}/waiting` as Route),
});
