import 'server-only';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { env } from './env';

/** What this installation alone can write under these parts; `purpose` keeps one use from standing for another. */
export const signatureOf = (purpose: string, ...parts: readonly (string | null)[]): string =>
  createHmac('sha256', env().NEXTAUTH_SECRET)
    .update([purpose, ...parts.map(String)].join('\n'))
    .digest('base64url');

/** Whether what was sent is this signature; a wrong one of its length takes as long as the right one. */
export function isSignature(given: string, signature: string): boolean {
  const [expected, sent] = [Buffer.from(signature), Buffer.from(given)];
  return expected.length === sent.length && timingSafeEqual(expected, sent);
}
