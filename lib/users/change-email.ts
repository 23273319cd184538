import 'server-only';
import * as z from 'zod';
import { commit, exactlyOne } from '@/db/commit';
import { isUniqueViolation } from '@/db/errors';
import { spendLink } from '@/db/secret-links';
import { updateEmail, userByEmail } from '@/db/users';
import type { SignedIn } from '../auth/session';
import type { Context } from '../context';
import { emailSchema } from '../domain/schema/email-address';
import { done, failed, Stale, unlessStale, type Result } from '../errors';
import { mailConfigured } from '../mail';
import { allowed } from '../rate-limit';
import { mailAddressChanged, mailNewAddress } from './mails';
import { presentPasswordField, withPresentPassword } from './present-password';
import { endOpenLinks, linkNotValid, makeLink, readLink } from './secret-links';
import type { linkInput } from './verify-email';

export const askEmailChangeInput = z.object({ presentPassword: presentPasswordField, email: emailSchema });

/** Sends a link to the new address; until it is used there, nothing changes. Says the same where that address has an account already. */
export async function askEmailChange(
  ctx: Context & { person: SignedIn },
  { presentPassword, email }: z.output<typeof askEmailChangeInput>,
): Promise<Result<{ email: string }>> {
  if (!mailConfigured())
    return failed(
      'invalid',
      'This installation sends no mail, and a new address is confirmed by one. Ask whoever runs it.',
    );
  const asked = await withPresentPassword(ctx, presentPassword);
  if (!asked.ok) return asked;
  const user = asked.value;
  if (email === user.email) {
    const same = 'That is the address that you have.';
    return failed('invalid', same, { fields: { email: same } });
  }
  const may = await allowed(ctx, 'verify mail', user.id);
  if (!may.ok) return may;
  if ((await userByEmail(ctx.db, email)) !== undefined) return done({ email });
  const sent = await mailNewAddress(email, await makeLink(ctx, { kind: 'change-email', user, email }));
  return sent === 'failed'
    ? failed('invalid', `The mail to ${email} could not be sent. Please try again later.`)
    : done({ email });
}

/** Gives the account the address at which the link arrived, and tells the one before. Older links of the account are dead. */
export async function changeEmail(
  ctx: Context,
  { token }: z.output<typeof linkInput>,
): Promise<Result<{ email: string }>> {
  const { db, now } = ctx;
  const read = await readLink(ctx, 'change-email', token);
  if (read === null) return linkNotValid();
  const { link, user } = read;
  const stale = () => new Stale();
  try {
    const went = await unlessStale(
      commit(db, (tx) => [
        exactlyOne(spendLink(tx, { id: link.id, now }), stale),
        exactlyOne(updateEmail(tx, { id: user.id, email: link.email, from: user.email, at: now }), stale),
        endOpenLinks(tx, { userId: user.id, now }),
      ]),
    );
    if (!went) return linkNotValid();
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    return failed('conflict', 'There is an account with this address already.');
  }
  await mailAddressChanged(user.email);
  return done({ email: link.email });
}
