import 'server-only';
import * as z from 'zod';
import {
  deleteAccountDeletion,
  deletionOfAccount,
  insertAccountDeletion,
  organisationsJoined,
} from '@/db/account-deletions';
import { commit } from '@/db/commit';
import { membersOfOrg } from '@/db/orgs';
import type { User } from '@/db/schema/people';
import { secondFactorOf } from '@/db/second-factors';
import { endLinks } from '@/db/secret-links';
import { revokeSessionsOfUser } from '@/db/sessions';
import { accountById } from '@/db/users';
import type { SignedIn } from '../auth/session';
import type { Context } from '../context';
import { dayOf } from '../domain/calendar';
import { normalEmail } from '../domain/email-address';
import { hasOwner } from '../domain/grants';
import { list } from '../domain/labels';
import { done, failed, type Result } from '../errors';
import { allowed, takeBack } from '../rate-limit';
import { mailAccountDeletion } from './mails';
import { withPresentPassword } from './present-password';
import { spendCode } from './spend-code';

/** Days in which an account that its person deleted may still be kept. */
export const ACCOUNT_GRACE_DAYS = 14;

const GRACE_MS = ACCOUNT_GRACE_DAYS * 86_400_000;

type PersonContext = Context & { person: SignedIn };

/** Which of these are needed depends on how the account is entered. */
export const deleteAccountInput = z.object({
  presentPassword: z.string().max(200).default(''),
  code: z.string().trim().max(40).default(''),
  email: z.string().max(400).default(''),
});

export const keepAccountInput = z.object({});

export type DeletionState = {
  /** The day on which the account goes; `null` where it stays. */
  on: string | null;
  /** The organisations that would have no owner left. */
  ownedAlone: string[];
  asks: { password: boolean; code: boolean };
};

/** Whether the account goes, and what deleting it takes. */
export async function deletionState({ db, person }: PersonContext): Promise<DeletionState> {
  const { userId } = person;
  const [deletion, ownedAlone, account, factor] = await Promise.all([
    deletionOfAccount(db, userId),
    onlyOwnerOf(db, userId),
    accountById(db, userId),
    secondFactorOf(db, userId),
  ]);
  return {
    on: deletion === undefined ? null : dayOf(deletion.after),
    ownedAlone,
    asks: {
      password: (account?.passwordHash ?? null) !== null,
      code: factor !== undefined && factor.confirmedAt !== null,
    },
  };
}

/** The day on which the account goes, for a notice; `null` where it stays. */
export async function accountGoesOn({ db }: Pick<Context, 'db'>, userId: string): Promise<string | null> {
  const deletion = await deletionOfAccount(db, userId);
  return deletion === undefined ? null : dayOf(deletion.after);
}

/** The names of the organisations that would have no owner left without this person; not of those that are to be deleted themselves. */
export async function onlyOwnerOf(db: Context['db'], userId: string): Promise<string[]> {
  const names: string[] = [];
  for (const { id, name, role, deleteAfter } of await organisationsJoined(db, userId)) {
    if (role !== 'owner' || deleteAfter !== null) continue;
    const members = await membersOfOrg(db, id);
    if (hasOwner(members) && !hasOwner(members.filter((member) => member.userId !== userId)))
      names.push(name);
  }
  return names;
}

/** Sets the day on which the account goes, and ends all its other sessions. Until then it works as before, and its person may keep it. */
export async function deleteAccount(
  ctx: PersonContext,
  input: z.output<typeof deleteAccountInput>,
): Promise<Result<{ on: string }>> {
  const { person } = ctx;
  const shown = await showsToBeTheirs(ctx, input);
  if (!shown.ok) return shown;
  return setDeletion(ctx, shown.value, person.sessionId);
}

/** Sets the day for an account; `except` is a session that goes on. */
export async function setDeletion(
  ctx: Context,
  user: Pick<User, 'id' | 'email'>,
  except?: string,
): Promise<Result<{ on: string }>> {
  const { db, now } = ctx;
  const ownedAlone = await onlyOwnerOf(db, user.id);
  if (ownedAlone.length > 0) return failed('conflict', onlyOwnerSentence(ownedAlone));
  const before = await deletionOfAccount(db, user.id);
  const after = before?.after ?? new Date(now.getTime() + GRACE_MS);
  await commit(db, (tx) => [
    insertAccountDeletion(tx, { userId: user.id, after }),
    revokeSessionsOfUser(tx, { userId: user.id, revokedAt: now, except }),
    endLinks(tx, { userId: user.id, kinds: ['change-email'], now }),
  ]);
  if (before === undefined) await mailAccountDeletion(user.email, dayOf(after));
  return done({ on: dayOf(after) });
}

export const onlyOwnerSentence = (names: readonly string[]): string =>
  `You are the only owner of ${list([...names])}: hand ${names.length === 1 ? 'it' : 'them'} over or delete ${names.length === 1 ? 'it' : 'them'} first.`;

/** Keeps an account that was to be deleted. */
export async function keepAccount({ db, person }: PersonContext): Promise<Result<null>> {
  await commit(db, (tx) => [deleteAccountDeletion(tx, person.userId)]);
  return done(null);
}

/** By the password and a code, as far as the account asks for them to sign in; whoever comes in by the provider alone types their address. */
async function showsToBeTheirs(
  ctx: PersonContext,
  { presentPassword, code, email }: z.output<typeof deleteAccountInput>,
): Promise<Result<User>> {
  const { userId } = ctx.person;
  const account = await accountById(ctx.db, userId);
  if (account === undefined) return failed('not-found', 'There is no such account.');
  if (account.passwordHash === null) {
    if (normalEmail(email) === account.email) return done(account);
    const wrong = `type ${account.email} to delete this account`;
    return failed('invalid', `Type ${account.email} to delete this account.`, { fields: { email: wrong } });
  }
  const asked = await withPresentPassword(ctx, presentPassword);
  if (!asked.ok) return asked;
  const factor = await secondFactorOf(ctx.db, userId);
  if (factor === undefined || factor.confirmedAt === null) return asked;
  const may = await allowed(ctx, 'second factor', userId);
  if (!may.ok) return may;
  if (!(await spendCode(ctx, factor, code))) {
    const wrong = 'That is not a code that works now. Each code works once.';
    return failed('invalid', wrong, { fields: { code: wrong } });
  }
  await takeBack(ctx, ['second factor', userId]);
  return asked;
}
