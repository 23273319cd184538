import 'server-only';
import * as z from 'zod';
import { commit, exactlyOne } from '@/db/commit';
import { countTry, forgetTries } from '@/db/shares';
import { passwordFits } from '../auth/password';
import type { Context } from '../context';
import { done, failed, Stale, unlessStale, type Result } from '../errors';
import { passFor } from './share-pass';
import { MOST_WRONG_CODES, notValid, usableShare } from './usable-share';

export const enterCodeInput = z.object({ token: z.string().max(200), code: z.string().trim().max(400) });

/** The pass for a link's code. A code is counted as wrong before it is looked at, so that many at once are no more tries than ten. */
export async function enterCode(
  ctx: Context,
  { token, code }: z.output<typeof enterCodeInput>,
): Promise<Result<{ pass: string }>> {
  const { db, now } = ctx;
  const share = await usableShare(ctx, token);
  if (share === null || share.codeHash === null) return notValid();
  const may = await unlessStale(
    commit(db, (tx) => [exactlyOne(countTry(tx, share, { most: MOST_WRONG_CODES, now }), () => new Stale())]),
  );
  if (!may) return notValid();
  if (!(await passwordFits(share.codeHash, code))) {
    const wrong = 'That is not the code.';
    return failed('invalid', wrong, { fields: { code: wrong } });
  }
  await commit(db, (tx) => [forgetTries(tx, share)]);
  return done({ pass: passFor(share, now) });
}
