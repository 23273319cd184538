import 'server-only';
import { cookies } from 'next/headers';
import { isSecure } from './options';
import type { SignedIn } from './session';
import { isSignature, signatureOf } from '../signature';

const SECONDS = 600;

const cookie = (): string => `${isSecure() ? '__Secure-' : ''}rungs-connect`;

/**
 * Remembers for ten minutes that who is signed in asked, by a form of ours, for the next identity of the provider to enter their account.
 * An address alone must not do it: a page elsewhere could lead there somebody whom it signed in to the provider as itself.
 */
export async function keepConnecting({ sessionId }: Pick<SignedIn, 'sessionId'>, now: Date): Promise<void> {
  const until = String(Math.floor(now.getTime() / 1000) + SECONDS);
  (await cookies()).set(cookie(), `${until}.${signature(until, sessionId)}`, {
    httpOnly: true,
    // Sent when the provider leads back here.
    sameSite: 'lax',
    path: '/',
    secure: isSecure(),
    maxAge: SECONDS,
  });
}

/** Whether the person asked for it in this session; asks once. */
export async function takeConnecting(
  person: Pick<SignedIn, 'sessionId'> | null,
  now: Date,
): Promise<boolean> {
  const jar = await cookies();
  const kept = jar.get(cookie())?.value;
  if (kept === undefined) return false;
  jar.delete(cookie());
  const [until = '', given = ''] = kept.split('.');
  if (person === null || !/^\d{1,12}$/.test(until) || Number(until) * 1000 <= now.getTime()) return false;
  return isSignature(given, signature(until, person.sessionId));
}

const signature = (until: string, sessionId: string): string => signatureOf('connect', until, sessionId);
