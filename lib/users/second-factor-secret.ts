import 'server-only';
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { env } from '../env';
import { log } from '../log';

const STEP_MS = 30_000;

/** Keys of their own from the installation's secret: a copied database alone neither gives codes nor lets any be checked. */
const key = (of: 'secrets' | 'recovery codes'): Buffer =>
  Buffer.from(hkdfSync('sha256', env().NEXTAUTH_SECRET, 'rungs', `second factor: ${of}`, 32));

/** A new secret of 160 bits, in the letters that authenticator apps take. */
export const newSecret = (): string => new Secret({ size: 20 }).base32;

/** As it is kept: encrypted, and tied to the account, so that a row moved to another account opens nothing. */
export function sealSecret(secret: string, userId: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key('secrets'), nonce).setAAD(Buffer.from(userId));
  const body = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, body, cipher.getAuthTag()]).toString('base64');
}

/** The secret; `null` where it was kept under another NEXTAUTH_SECRET. */
export function openSecret(sealed: string, userId: string): string | null {
  const bytes = Buffer.from(sealed, 'base64');
  try {
    const cipher = createDecipheriv('aes-256-gcm', key('secrets'), bytes.subarray(0, 12))
      .setAAD(Buffer.from(userId))
      .setAuthTag(bytes.subarray(-16));
    return Buffer.concat([cipher.update(bytes.subarray(12, -16)), cipher.final()]).toString('utf8');
  } catch {
    log.error(
      'a second factor was kept under another NEXTAUTH_SECRET; admin reset-second-factor takes it away',
    );
    return null;
  }
}

const totp = (secret: string, label = ''): TOTP =>
  new TOTP({ issuer: 'Rungs', label, secret: Secret.fromBase32(secret) });

/** What an app reads from the picture. */
export const appAddress = (secret: string, email: string): string => totp(secret, email).toString();

/** The step of time that a code belongs to, now or one step beside it, as clocks differ; `null` for a wrong code. */
export function stepOfCode(secret: string, code: string, now: Date): number | null {
  const delta = totp(secret).validate({ token: code, timestamp: now.getTime(), window: 1 });
  return delta === null ? null : Math.floor(now.getTime() / STEP_MS) + delta;
}

/** Without letters that are read as others. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Ten codes of about 59 bits, in three groups. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: 10 }, () =>
    Array.from({ length: 3 }, () => Array.from({ length: 4 }, letter).join('')).join('-'),
  );
}

/** Each letter as likely as the others: bytes beyond the last full round of letters are drawn anew. */
function letter(): string {
  const [byte = 255] = randomBytes(1);
  return byte < 256 - (256 % LETTERS.length) ? (LETTERS[byte % LETTERS.length] ?? '') : letter();
}

/** A recovery code as it is kept, however it is typed. */
export function hashOfRecoveryCode(code: string): string {
  const bare = code.toLowerCase().replace(/[^a-z0-9]/g, '');
  return createHmac('sha256', key('recovery codes')).update(bare).digest('base64url');
}
