import 'server-only';
import type { Share } from '@/db/schema/reports';
import { isSignature, signatureOf } from '../signature';

export const PASS_SECONDS = 86_400;

/** What the browser keeps after the right code: until when, signed together with the link and its code. */
export function passFor(share: Pick<Share, 'id' | 'codeHash'>, now: Date): string {
  const until = String(Math.floor(now.getTime() / 1000) + PASS_SECONDS);
  return `${until}.${signature(share, until)}`;
}

/** Whether this pass was given out for this link, and is not over. */
export function passFits(
  share: Pick<Share, 'id' | 'codeHash'>,
  pass: string | undefined,
  now: Date,
): boolean {
  const [until = '', given = '', ...more] = pass?.split('.') ?? [];
  if (more.length > 0 || !/^\d{1,12}$/.test(until) || Number(until) * 1000 <= now.getTime()) return false;
  return isSignature(given, signature(share, until));
}

const signature = ({ id, codeHash }: Pick<Share, 'id' | 'codeHash'>, until: string): string =>
  signatureOf('share pass', id, codeHash, until);
