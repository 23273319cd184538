import 'server-only';
import * as z from 'zod';
import { commit, exactlyOne } from '@/db/commit';
import { endLinks, spendLink } from '@/db/secret-links';
import { markVerified, userById } from '@/db/users';
import type { SignedIn } from '../auth/session';
import type { Context } from '../context';
import { done, failed, Stale, unlessStale, type Result } from '../errors';
import { mailConfigured, type Mailed } from '../mail';
import { allowed } from '../rate-limit';
import { mailVerification } from './mails';
import { linkNotValid, makeLink, readLink } from './secret-links';

/** Whether this person has shown that mails to their address reach them: what goes out in their name may ask for it. */
export const verified = (person: Pick<SignedIn, 'verified'>): boolean => person.verified;

/** Whether to ask for it: where nothing is mailed nobody could answer. */
export const asksToVerify = (person: Pick<SignedIn, 'verified'>): boolean =>
  mailConfigured() && !verified(person);

/** Sends the link to an account that has not used one yet. */
export async function sendVerification(ctx: Context, userId: string): Promise<Mailed> {
  const user = await userById(ctx.db, userId);
  if (user === undefined || user.emailVerifiedAt !== null || !mailConfigured()) return 'not configured';
  return mailVerification(user.email, await makeLink(ctx, { kind: 'verify-email', user }));
}

/** The same, asked for by the person: five times an hour. */
export async function sendVerificationAgain(
  ctx: Context & { person: SignedIn },
): Promise<Result<{ email: string }>> {
  if (!mailConfigured())
    return failed('invalid', 'This installation sends no mail, so there is nothing to confirm.');
  const may = await allowed(ctx, 'verify mail', ctx.person.userId);
  if (!may.ok) return may;
  const sent = await sendVerification(ctx, ctx.person.userId);
  return sent === 'failed'
    ? failed('invalid', `The mail to ${ctx.person.email} could not be sent. Please try again later.`)
    : done({ email: ctx.person.email });
}

export const linkInput = z.object({ token: z.string().max(200) });

/** Confirms the address that the link was sent to. */
export async function verifyEmail(
  ctx: Context,
  { token }: z.output<typeof linkInput>,
): Promise<Result<{ email: string }>> {
  const { db, now } = ctx;
  const read = await readLink(ctx, 'verify-email', token);
  if (read === null) return linkNotValid();
  const { link, user } = read;
  const went = await unlessStale(
    commit(db, (tx) => [
      exactlyOne(spendLink(tx, { id: link.id, now }), () => new Stale()),
      endLinks(tx, { userId: user.id, kinds: ['verify-email'], now }),
      exactlyOne(markVerified(tx, { id: user.id, email: link.email, at: now }), () => new Stale()),
    ]),
  );
  return went ? done({ email: link.email }) : linkNotValid();
}
