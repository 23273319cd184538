import 'server-only';
import { commit, exactlyOne } from '@/db/commit';
import { spendRecoveryCode, spendStep } from '@/db/second-factors';
import type { SecondFactor } from '@/db/schema/people';
import type { Context } from '../context';
import { Stale, unlessStale } from '../errors';
import { hashOfRecoveryCode, openSecret, stepOfCode } from './second-factor-secret';

/** Whether this is a code of the app or a recovery code that was not used before. It is used up by asking, so that none works twice. */
export async function spendCode(
  { db, now }: Pick<Context, 'db' | 'now'>,
  { userId, secret }: Pick<SecondFactor, 'userId' | 'secret'>,
  typed: string,
): Promise<boolean> {
  const bare = typed.replaceAll(/[\s-]/g, '');
  const stale = () => new Stale();
  if (!/^\d{6}$/.test(bare)) {
    const codeHash = hashOfRecoveryCode(typed);
    return unlessStale(
      commit(db, (tx) => [exactlyOne(spendRecoveryCode(tx, { userId, codeHash, at: now }), stale)]),
    );
  }
  const opened = openSecret(secret, userId);
  const step = opened === null ? null : stepOfCode(opened, bare, now);
  if (step === null) return false;
  return unlessStale(commit(db, (tx) => [exactlyOne(spendStep(tx, { userId, secret, step }), stale)]));
}
