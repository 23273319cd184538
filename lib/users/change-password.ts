import 'server-only';
import * as z from 'zod';
import { commit } from '@/db/commit';
import { revokeSessionsOfUser } from '@/db/sessions';
import { endLinks } from '@/db/secret-links';
import { updatePassword } from '@/db/users';
import { hashPassword } from '../auth/password';
import type { SignedIn } from '../auth/session';
import type { Context } from '../context';
import { done, type Result } from '../errors';
import { mailPasswordChanged } from './mails';
import { newPasswordField } from './new-password';
import { presentPasswordField, withPresentPassword } from './present-password';

export const changePasswordInput = z.object({
  presentPassword: presentPasswordField,
  newPassword: newPasswordField,
});

/** Another password, for whoever knows the present one. All other sessions end, and links that could undo it; the account is told by mail. */
export async function changePassword(
  ctx: Context & { person: SignedIn },
  { presentPassword, newPassword }: z.output<typeof changePasswordInput>,
): Promise<Result<null>> {
  const { db, now, person } = ctx;
  const asked = await withPresentPassword(ctx, presentPassword);
  if (!asked.ok) return asked;
  const { userId, sessionId } = person;
  const passwordHash = await hashPassword(newPassword);
  await commit(db, (tx) => [
    updatePassword(tx, { id: userId, passwordHash }),
    revokeSessionsOfUser(tx, { userId, revokedAt: now, except: sessionId }),
    endLinks(tx, { userId, kinds: ['reset-password', 'change-email'], now }),
  ]);
  await mailPasswordChanged(asked.value.email);
  return done(null);
}
