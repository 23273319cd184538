import 'server-only';
import * as z from 'zod';
import { secondFactorOf } from '@/db/second-factors';
import { knownDevice, type Client } from '../auth/known-device';
import { readSecondStep } from '../auth/second-step';
import type { Context } from '../context';
import { done, failed, type Result } from '../errors';
import { allowed, takeBack } from '../rate-limit';
import { countRefusal } from '../running/metrics';
import { spendCode } from './spend-code';

export const codeField = z.string().trim().min(1, 'enter a code').max(40, 'at most 40 characters');

export const secondStepInput = z.object({ code: codeField, to: z.string().max(500).optional() });

/**
 * The account, once the code fits as well. After five wrong codes, or ten minutes, the sign-in starts over with the password
 * (`signed-out`), and of all that begin anew an account takes no more than fifty wrong codes a day: from browsers that never got in
 * together, from each that did apart.
 */
export async function enterSecondStep(
  ctx: Context,
  { code }: Pick<z.output<typeof secondStepInput>, 'code'>,
  { step, client }: { step: string | undefined; client: Client },
): Promise<Result<{ userId: string }>> {
  const begun = await readSecondStep(ctx, step);
  if (begun === null) return failed('signed-out', 'This sign-in is over. Begin again with your password.');
  const { user, nonce } = begun;
  if (!(await allowed(ctx, 'second step', nonce)).ok)
    return failed('signed-out', 'Five codes were wrong. Begin again with your password.');
  const device = knownDevice(user.id, client.device);
  const whole = device === null ? user.id : `${user.id}\n${device}`;
  const may = await allowed(ctx, 'second factor', whole);
  if (!may.ok) {
    countRefusal('limit');
    return may;
  }
  const factor = await secondFactorOf(ctx.db, user.id);
  if (factor !== undefined && factor.confirmedAt !== null && !(await spendCode(ctx, factor, code))) {
    countRefusal('second-step');
    const wrong = 'That is not a code that works now. Each code works once.';
    return failed('invalid', wrong, { fields: { code: wrong } });
  }
  await takeBack(ctx, ['second step', nonce], ['second factor', whole]);
  return done({ userId: user.id });
}
