import 'server-only';
import { deleteAccountDeletion, deletionOfAccount } from '@/db/account-deletions';
import { commit } from '@/db/commit';
import { deleteSecondFactor, secondFactorOf } from '@/db/second-factors';
import { revokeSessionsOfUser, sessionsOfUser } from '@/db/sessions';
import type { User } from '@/db/schema/people';
import { userByEmail } from '@/db/users';
import type { Context } from '../context';
import { list } from '../domain/labels';
import { done, failed, type Result } from '../errors';
import { onlyOwnerOf, setDeletion } from './delete-account';
import { hoursOf, makeLink } from './secret-links';

/** What whoever runs the installation may do for an account, from its command line and from nowhere else. */

export const LINK_KINDS = ['reset-password', 'verify-email'] as const;

async function accountOf(ctx: Context, email: string): Promise<Result<User>> {
  const user = await userByEmail(ctx.db, email);
  return user === undefined
    ? failed('not-found', `there is no account with the address ${email}`)
    : done(user);
}

/** A link to hand over, where nothing is mailed. That it is used counts as its person's address being confirmed: the operator vouches. */
export async function linkFor(
  ctx: Context,
  { email, kind }: { email: string; kind: (typeof LINK_KINDS)[number] },
): Promise<Result<{ link: string; hours: number }>> {
  const found = await accountOf(ctx, email);
  if (!found.ok) return found;
  return done({ link: await makeLink(ctx, { kind, user: found.value }), hours: hoursOf(kind) });
}

/** For somebody who lost both app and recovery codes, and said so in a way that the operator believes. */
export async function takeSecondFactorAway(ctx: Context, email: string): Promise<Result<{ had: boolean }>> {
  const found = await accountOf(ctx, email);
  if (!found.ok) return found;
  const factor = await secondFactorOf(ctx.db, found.value.id);
  await commit(ctx.db, (tx) => [...deleteSecondFactor(tx, found.value.id)]);
  return done({ had: factor?.confirmedAt != null });
}

/** Signs the account out everywhere. */
export async function endSessionsOf(ctx: Context, email: string): Promise<Result<{ ended: number }>> {
  const found = await accountOf(ctx, email);
  if (!found.ok) return found;
  const { id: userId } = found.value;
  const open = await sessionsOfUser(ctx.db, userId, ctx.now);
  await commit(ctx.db, (tx) => [revokeSessionsOfUser(tx, { userId, revokedAt: ctx.now })]);
  return done({ ended: open.length });
}

/** Sets the day on which an account goes, for somebody who asks whoever runs the installation. All its sessions end. */
export async function deleteAccountOf(ctx: Context, email: string): Promise<Result<{ on: string }>> {
  const found = await accountOf(ctx, email);
  if (!found.ok) return found;
  const ownedAlone = await onlyOwnerOf(ctx.db, found.value.id);
  if (ownedAlone.length > 0)
    return failed('conflict', `${email} is the only owner of ${list(ownedAlone)}, which would have none`);
  return setDeletion(ctx, found.value);
}

/** Keeps an account that was to be deleted. */
export async function keepAccountOf(ctx: Context, email: string): Promise<Result<{ wasToGo: boolean }>> {
  const found = await accountOf(ctx, email);
  if (!found.ok) return found;
  const deletion = await deletionOfAccount(ctx.db, found.value.id);
  await commit(ctx.db, (tx) => [deleteAccountDeletion(tx, found.value.id)]);
  return done({ wasToGo: deletion !== undefined });
}
