import 'server-only';
import * as z from 'zod';
import { commit } from '@/db/commit';
import { deleteIdentitiesOfUser, identitiesOfUser } from '@/db/identities';
import { accountById } from '@/db/users';
import type { SignedIn } from '../auth/session';
import type { Context } from '../context';
import { joinByProvider } from '../members/join-by-provider';
import { done, failed, type Result } from '../errors';
import { presentPasswordField } from './present-password';
import { dayOf } from '../domain/calendar';

type PersonContext = Context & { person: SignedIn };

export type ProviderState = {
  /** Since when the provider lets somebody into the account; `null` for nobody. */
  connectedOn: string | null;
  /** Whether something else opens it as well. */
  mayDisconnect: boolean;
};

export async function providerState({ db, person }: PersonContext): Promise<ProviderState> {
  const [first] = await identitiesOfUser(db, person.userId);
  const account = await accountById(db, person.userId);
  return {
    connectedOn: first === undefined ? null : dayOf(first.createdAt),
    mayDisconnect: (account?.passwordHash ?? null) !== null,
  };
}

export const connectProviderInput = z.object({ presentPassword: presentPasswordField });

export const disconnectProviderInput = z.object({});

/**
 * From now on the provider lets nobody into the account, and what its groups gave is gone, as no sign-in would take it away any more.
 * Sessions that it opened go on until they end or are ended.
 */
export async function disconnectProvider(ctx: PersonContext): Promise<Result<null>> {
  const { mayDisconnect } = await providerState(ctx);
  if (!mayDisconnect)
    return failed('conflict', 'This account has no password, so nothing else would open it. Set one first.');
  const { userId } = ctx.person;
  await joinByProvider(ctx, userId, { email: null, emailVerified: false, groups: [] });
  await commit(ctx.db, (tx) => [deleteIdentitiesOfUser(tx, userId)]);
  return done(null);
}
