import 'server-only';
import type { Tx } from '@/db/client';
import type { Write } from '@/db/commit';
import { commit } from '@/db/commit';
import { deleteOldLinks, endLinks, insertSecretLink, openLink, type SecretLinkKind } from '@/db/secret-links';
import type { SecretLink, User } from '@/db/schema/people';
import { accountById } from '@/db/users';
import type { Context } from '../context';
import { env } from '../env';
import { failed, type Failure } from '../errors';
import { hashOfToken, newToken } from '../secret-token';

const MINUTES: Record<SecretLinkKind, number> = {
  'verify-email': 3 * 1_440,
  'reset-password': 60,
  'change-email': 60,
};

/** How long a link of this kind is good for. */
export const hoursOf = (kind: SecretLinkKind): number => MINUTES[kind] / 60;

const PATHS: Record<SecretLinkKind, string> = {
  'verify-email': '/confirm/address',
  'reset-password': '/password',
  'change-email': '/confirm/new-address',
};

const ALL_KINDS = Object.keys(MINUTES) as SecretLinkKind[];

/** The same for a link that was guessed, was used, has ended or was followed by another. */
export const linkNotValid = (): Failure<never> =>
  failed(
    'not-found',
    'This link is not valid any more. It works once, for a while, and only the newest one does.',
  );

/** A new link for an address of the account. It stands in what this returns and nowhere else; those of its kind before it are dead. */
export async function makeLink(
  { db, now, newId }: Pick<Context, 'db' | 'now' | 'newId'>,
  {
    kind,
    user,
    email = user.email,
  }: { kind: SecretLinkKind; user: Pick<User, 'id' | 'email'>; email?: string },
): Promise<string> {
  const token = newToken();
  await commit(db, (tx) => [
    endLinks(tx, { userId: user.id, kinds: [kind], now }),
    insertSecretLink(tx, {
      id: newId(),
      kind,
      userId: user.id,
      email,
      tokenHash: hashOfToken(token),
      createdAt: now,
      expiresAt: new Date(now.getTime() + MINUTES[kind] * 60_000),
    }),
  ]);
  return new URL(`${PATHS[kind]}/${token}`, env().NEXTAUTH_URL).href;
}

/** What a token opens, with its account; `null` where it opens nothing. Reading changes nothing: programs open links in mails as well. */
export async function readLink(
  { db, now }: Pick<Context, 'db' | 'now'>,
  kind: SecretLinkKind,
  token: string,
): Promise<{ link: SecretLink; user: User } | null> {
  const link = await openLink(db, { kind, tokenHash: hashOfToken(token), now });
  const user = link === undefined ? undefined : await accountById(db, link.userId);
  if (link === undefined || user === undefined) return null;
  // An address that the account no longer has is nobody's proof any more.
  return kind === 'change-email' || link.email === user.email ? { link, user } : null;
}

/** Ends what is open, so that an older mail cannot undo what was just done. */
export function endOpenLinks(tx: Tx, { userId, now }: { userId: string; now: Date }): Write {
  return endLinks(tx, { userId, kinds: ALL_KINDS, now });
}

const KEPT_MS = 30 * 86_400_000;

/** Forgets links that ended a month ago. */
export async function sweepLinks({ db, now }: Pick<Context, 'db' | 'now'>): Promise<void> {
  await commit(db, (tx) => [deleteOldLinks(tx, new Date(now.getTime() - KEPT_MS))]);
}
