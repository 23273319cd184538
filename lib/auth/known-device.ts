import 'server-only';
import { randomBytes } from 'node:crypto';
import { cookies } from 'next/headers';
import { clientAddress } from '../client-address';
import { isSecure } from './options';
import { isSignature, signatureOf } from '../signature';

/** Whom a try to get in comes from: the network, and the browser where it was in before. */
export type Client = { address: string; device?: string | undefined };

const DAYS = 180;

const deviceCookie = (): string => `${isSecure() ? '__Secure-' : ''}rungs-device`;

/** The client of this request; only in a server action or route handler. */
export async function whoAsks(): Promise<Client> {
  return { address: await clientAddress(), device: (await cookies()).get(deviceCookie())?.value };
}

/** Marks this browser as one that got into the account. It opens nothing: it is counted apart when passwords are guessed from elsewhere. */
export async function rememberDevice(userId: string): Promise<void> {
  (await cookies()).set(deviceCookie(), deviceFor(userId), {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: isSecure(),
    maxAge: DAYS * 86_400,
  });
}

/** What the cookie of a browser holds that got into this account. */
export function deviceFor(userId: string): string {
  const id = randomBytes(16).toString('base64url');
  return `${id}.${signature(userId, id)}`;
}

/** The name of the browser as far as limits go, where it got into this account before; `null` for any other. */
export function knownDevice(userId: string, device: string | undefined): string | null {
  const [id = '', given = '', ...more] = device?.split('.') ?? [];
  if (id === '' || more.length > 0) return null;
  return isSignature(given, signature(userId, id)) ? `device ${id}` : null;
}

const signature = (userId: string, id: string): string => signatureOf('known device', userId, id);
