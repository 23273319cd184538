import 'server-only';
import * as z from 'zod';
import { commit, exactlyOne } from '@/db/commit';
import { spendLink } from '@/db/secret-links';
import { revokeSessionsOfUser } from '@/db/sessions';
import { markVerified, updatePassword, userByEmail } from '@/db/users';
import type { Client } from '../auth/known-device';
import { hashPassword } from '../auth/password';
import type { Context } from '../context';
import { normalEmail } from '../domain/email-address';
import { done, failed, Stale, unlessStale, type Result } from '../errors';
import { mailConfigured } from '../mail';
import { allowed } from '../rate-limit';
import { mailPasswordChanged, mailReset } from './mails';
import { newPasswordField } from './new-password';
import { endOpenLinks, linkNotValid, makeLink, readLink } from './secret-links';

export const askResetInput = z.object({
  email: z.string().trim().min(1, 'enter your e-mail address').max(200, 'at most 200 characters'),
});

export const NO_MAIL =
  'This installation sends no mail. Ask whoever runs it for a link with which you set a new password.';

/** The answer to everybody who asks, known or not. Whoever is told this is sent a link afterwards, by `sendReset`, where they have an account. */
export async function askReset(
  ctx: Context,
  { email }: z.output<typeof askResetInput>,
  client: Client,
): Promise<Result<string>> {
  if (!mailConfigured()) return failed('invalid', NO_MAIL);
  const may = await allowed(ctx, 'reset by client', client.address);
  if (!may.ok) return may;
  const mayThis = await allowed(ctx, 'reset', normalEmail(email));
  return mayThis.ok ? done('If there is an account with this address, a mail is on its way.') : mayThis;
}

/** Sends the link, to the address that is kept and not to the one that was typed. Goes on after the answer, whose time says nothing so. */
export async function sendReset(ctx: Context, { email }: z.output<typeof askResetInput>): Promise<void> {
  const user = await userByEmail(ctx.db, email);
  if (user !== undefined) await mailReset(user.email, await makeLink(ctx, { kind: 'reset-password', user }));
}

export const resetInput = z.object({ token: z.string().max(200), newPassword: newPasswordField });

/**
 * Sets the password of the account that the link was sent to, ends all its sessions and open links, and tells it by mail. That the link
 * arrived shows the address to be theirs. A second factor stays, and is asked for when they sign in.
 */
export async function resetPassword(
  ctx: Context,
  { token, newPassword }: z.output<typeof resetInput>,
): Promise<Result<{ userId: string }>> {
  const { db, now } = ctx;
  const read = await readLink(ctx, 'reset-password', token);
  if (read === null) return linkNotValid();
  const { link, user } = read;
  const passwordHash = await hashPassword(newPassword);
  const stale = () => new Stale();
  const went = await unlessStale(
    commit(db, (tx) => [
      exactlyOne(spendLink(tx, { id: link.id, now }), stale),
      updatePassword(tx, { id: user.id, passwordHash }),
      exactlyOne(markVerified(tx, { id: user.id, email: link.email, at: now }), stale),
      revokeSessionsOfUser(tx, { userId: user.id, revokedAt: now }),
      endOpenLinks(tx, { userId: user.id, now }),
    ]),
  );
  if (!went) return linkNotValid();
  await mailPasswordChanged(user.email);
  return done({ userId: user.id });
}
