import 'server-only';
import { whileAccountIsThere } from '@/db/account-deletions';
import { commit, exactlyOne } from '@/db/commit';
import { isUniqueViolation } from '@/db/errors';
import { identityOf, insertIdentity, touchIdentity } from '@/db/identities';
import { insertUser, userByEmail } from '@/db/users';
import type { Context } from '../context';
import {
  decideProviderSignIn,
  PROVIDER_REFUSALS,
  type ProviderClaims,
  type ProviderDecision,
  type ProviderRefusal,
} from '../domain/provider-sign-in';
import { done, failed, Stale, type Result } from '../errors';
import { signUpRule, type SignUpRule } from './sign-up-rule';

export type ProviderSignIn = { userId: string; how: 'enter' | 'connect' | 'create' };

/**
 * The account of whoever the provider says signed in there, made where there is none. `connecting` is who asked, while signed in, that
 * this identity enters their account from now on. Fails with the sentence of `PROVIDER_REFUSALS` and its name as the detail.
 */
export async function signInByProvider(
  ctx: Context,
  claims: ProviderClaims,
  connecting: string | null,
  rule: SignUpRule = signUpRule(),
): Promise<Result<ProviderSignIn, ProviderRefusal>> {
  try {
    return await decideAndCommit(ctx, claims, connecting, rule);
  } catch (error) {
    // The same person in two tabs at once, or their account was deleted at this moment: it is decided on what is there now.
    if (isUniqueViolation(error) || error instanceof Stale)
      return decideAndCommit(ctx, claims, connecting, rule);
    throw error;
  }
}

async function decideAndCommit(
  ctx: Context,
  claims: ProviderClaims,
  connecting: string | null,
  rule: SignUpRule,
): Promise<Result<ProviderSignIn, ProviderRefusal>> {
  const { db } = ctx;
  // The address first: of the same person in two tabs, an account that the other made in between is then known by its identity as well.
  const holder = claims.email === null ? undefined : await userByEmail(db, claims.email);
  const decision = decideProviderSignIn({
    claims,
    known: (await identityOf(db, claims))?.userId ?? null,
    holder: holder?.id ?? null,
    connecting,
    mayCreate: rule !== 'closed',
  });
  if (decision.kind === 'refuse')
    return failed('forbidden', PROVIDER_REFUSALS[decision.because], { detail: decision.because });
  return done({ userId: await carryOut(ctx, claims, decision), how: decision.kind });
}

async function carryOut(
  { db, now, newId }: Context,
  { issuer, subject, name }: ProviderClaims,
  decision: Exclude<ProviderDecision, { kind: 'refuse' }>,
): Promise<string> {
  const key = { issuer, subject };
  if (decision.kind === 'enter') {
    await commit(db, (tx) => [
      exactlyOne(whileAccountIsThere(tx, decision.userId), () => new Stale()),
      touchIdentity(tx, { ...key, at: now }),
    ]);
    return decision.userId;
  }
  const userId = decision.kind === 'create' ? newId() : decision.userId;
  await commit(db, (tx) => [
    ...(decision.kind === 'create'
      ? [
          insertUser(tx, {
            ...{ id: userId, email: decision.email, name: name ?? decision.email },
            ...{ createdAt: now, emailVerifiedAt: now },
          }),
        ]
      : [exactlyOne(whileAccountIsThere(tx, userId), () => new Stale())]),
    insertIdentity(tx, { ...key, userId, createdAt: now, lastUsedAt: now }),
  ]);
  return userId;
}
