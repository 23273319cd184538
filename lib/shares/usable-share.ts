import 'server-only';
import type { Share } from '@/db/schema/reports';
import { shareByTokenHash } from '@/db/shares';
import type { Context } from '../context';
import { failed, type Failure } from '../errors';
import { hashOfToken } from '../secret-token';

/** Wrong codes in a row after which a link opens nothing any more. */
export const MOST_WRONG_CODES = 10;

/** The same for a link that was guessed, has ended, was taken back or is locked: from outside they cannot be told apart. */
export const notValid = (): Failure<never> => failed('not-found', 'This link is not valid (any more).');

/** Why a link opens nothing, for those who may know; `null` while it does. */
export function closedBecause(
  { revokedAt, expiresAt, wrongCodes }: Pick<Share, 'revokedAt' | 'expiresAt' | 'wrongCodes'>,
  now: Date,
): 'taken back' | 'expired' | 'locked' | null {
  if (revokedAt !== null) return 'taken back';
  if (expiresAt.getTime() <= now.getTime()) return 'expired';
  return wrongCodes >= MOST_WRONG_CODES ? 'locked' : null;
}

/** The share of a token while it opens something. */
export async function usableShare(
  { db, now }: Pick<Context, 'db' | 'now'>,
  token: string,
): Promise<Share | null> {
  const share = await shareByTokenHash(db, hashOfToken(token));
  return share === undefined || closedBecause(share, now) !== null ? null : share;
}
