'use server';

import { redirect } from 'next/navigation';
import * as z from 'zod';
import { action } from '@/lib/action';
import { keepConnecting } from '@/lib/auth/connecting';
import { askEmailChange, askEmailChangeInput } from '@/lib/users/change-email';
import {
  connectProviderInput,
  disconnectProvider,
  disconnectProviderInput,
} from '@/lib/users/connect-provider';
import { changeName, changeNameInput } from '@/lib/users/change-name';
import { changePassword, changePasswordInput } from '@/lib/users/change-password';
import { deleteAccount, deleteAccountInput } from '@/lib/users/delete-account';
import { withPresentPassword } from '@/lib/users/present-password';
import { endOtherSessions, endSession, endSessionInput } from '@/lib/users/sessions';
import {
  beginSecondFactor,
  beginSecondFactorInput,
  confirmSecondFactorInput,
  confirmSetUp,
  turnOffInput,
  turnOffSecondFactor,
} from '@/lib/users/set-up-second-factor';

export const changeNameAction = action({
  for: 'signed-in',
  input: changeNameInput,
  run: changeName,
  then: () => redirect('/account?name=1'),
});

/** Stays on the page and says where the mail went. */
export const askEmailChangeAction = action({
  for: 'signed-in',
  input: askEmailChangeInput,
  run: askEmailChange,
});

export const changePasswordAction = action({
  for: 'signed-in',
  input: changePasswordInput,
  run: changePassword,
  then: () => redirect('/account?password=1'),
});

export const endSessionAction = action({
  for: 'signed-in',
  input: endSessionInput,
  run: endSession,
  then: () => redirect('/account?sessions=1'),
});

export const endOtherSessionsAction = action({
  for: 'signed-in',
  input: z.object({}),
  run: (ctx) => endOtherSessions(ctx),
  then: () => redirect('/account?sessions=1'),
});

/** The page it leads to holds the link to the provider, as a form may not lead to another site. */
export const connectProviderAction = action({
  for: 'signed-in',
  input: connectProviderInput,
  run: async (ctx, { presentPassword }) => {
    const asked = await withPresentPassword(ctx, presentPassword);
    if (asked.ok) await keepConnecting(ctx.person, ctx.now);
    return asked;
  },
  then: () => redirect('/account/connect'),
});

export const disconnectProviderAction = action({
  for: 'signed-in',
  input: disconnectProviderInput,
  run: disconnectProvider,
  then: () => redirect('/account?disconnected=1'),
});

export const beginSecondFactorAction = action({
  for: 'signed-in',
  input: beginSecondFactorInput,
  run: beginSecondFactor,
  then: () => redirect('/account/codes'),
});

/** Stays on the page, which shows the recovery codes this once. */
export const confirmSetUpAction = action({
  for: 'signed-in',
  input: confirmSecondFactorInput,
  run: confirmSetUp,
});

export const turnOffAction = action({
  for: 'signed-in',
  input: turnOffInput,
  run: turnOffSecondFactor,
  then: () => redirect('/account?off=1'),
});

export const deleteAccountAction = action({
  for: 'signed-in',
  input: deleteAccountInput,
  run: deleteAccount,
  then: () => redirect('/account?deleted=1'),
});
