import 'server-only';
import * as z from 'zod';
import { commit, exactlyOne } from '@/db/commit';
import {
  confirmSecondFactor,
  deleteSecondFactor,
  insertRecoveryCodes,
  recoveryCodesLeft,
  secondFactorOf,
  upsertSecondFactor,
} from '@/db/second-factors';
import type { SignedIn } from '../auth/session';
import type { Context } from '../context';
import { done, failed, Stale, unlessStale, type Result } from '../errors';
import { allowed, takeBack } from '../rate-limit';
import { codeField } from './enter-second-step';
import { mailSecondFactor } from './mails';
import { presentPasswordField, withPresentPassword } from './present-password';
import {
  appAddress,
  hashOfRecoveryCode,
  newRecoveryCodes,
  newSecret,
  openSecret,
  sealSecret,
  stepOfCode,
} from './second-factor-secret';
import { spendCode } from './spend-code';

type PersonContext = Context & { person: SignedIn };

/** Off, waiting for its first code, or on. `address` is what an app reads, `secret` what a person types. */
export type SecondFactorState =
  | { state: 'off' }
  | { state: 'waiting'; address: string; secret: string }
  | { state: 'on'; recoveryCodesLeft: number };

/** How the person's second factor stands. The secret is shown only while it waits for its first code. */
export async function secondFactorState({ db, person }: PersonContext): Promise<SecondFactorState> {
  const factor = await secondFactorOf(db, person.userId);
  if (factor === undefined) return { state: 'off' };
  if (factor.confirmedAt !== null)
    return { state: 'on', recoveryCodesLeft: await recoveryCodesLeft(db, person.userId) };
  const secret = openSecret(factor.secret, person.userId);
  return secret === null
    ? { state: 'off' }
    : { state: 'waiting', secret, address: appAddress(secret, person.email) };
}

export const beginSecondFactorInput = z.object({ presentPassword: presentPasswordField });

const isOn = () => failed('conflict', 'Codes are asked for already. Turn them off first to change the app.');

/** Makes a secret that counts from its first right code on. */
export async function beginSecondFactor(
  ctx: PersonContext,
  { presentPassword }: z.output<typeof beginSecondFactorInput>,
): Promise<Result<null>> {
  const asked = await withPresentPassword(ctx, presentPassword);
  if (!asked.ok) return asked;
  const { userId } = ctx.person;
  const secret = sealSecret(newSecret(), userId);
  const begun = await unlessStale(
    commit(ctx.db, (tx) => [
      exactlyOne(upsertSecondFactor(tx, { userId, secret, createdAt: ctx.now }), () => new Stale()),
    ]),
  );
  return begun ? done(null) : isOn();
}

export const confirmSecondFactorInput = z.object({ code: codeField });

/** From the first right code on codes are asked for. Gives ten recovery codes, which nobody can be shown again. */
export async function confirmSetUp(
  ctx: PersonContext,
  { code }: z.output<typeof confirmSecondFactorInput>,
): Promise<Result<{ recoveryCodes: string[] }>> {
  const { userId, email } = ctx.person;
  const may = await allowed(ctx, 'second factor', userId);
  if (!may.ok) return may;
  const factor = await secondFactorOf(ctx.db, userId);
  if (factor === undefined) return failed('not-found', 'There is nothing to confirm. Begin anew.');
  if (factor.confirmedAt !== null) return isOn();
  const secret = openSecret(factor.secret, userId);
  const step = secret === null ? null : stepOfCode(secret, code.replaceAll(/\s/g, ''), ctx.now);
  if (step === null) {
    const wrong = 'That is not the code of now. Check that the clock of the device with the app is right.';
    return failed('invalid', wrong, { fields: { code: wrong } });
  }
  const recoveryCodes = newRecoveryCodes();
  const went = await unlessStale(
    commit(ctx.db, (tx) => [
      exactlyOne(
        confirmSecondFactor(tx, { userId, secret: factor.secret, lastStep: step, at: ctx.now }),
        () => new Stale(),
      ),
      insertRecoveryCodes(tx, userId, recoveryCodes.map(hashOfRecoveryCode)),
    ]),
  );
  if (!went) return isOn();
  await takeBack(ctx, ['second factor', userId]);
  await mailSecondFactor(email, 'on');
  return done({ recoveryCodes });
}

export const turnOffInput = z.object({ presentPassword: presentPasswordField, code: codeField });

/** Asks for the password and a code, of the app or a recovery code: neither alone takes it away. */
export async function turnOffSecondFactor(
  ctx: PersonContext,
  { presentPassword, code }: z.output<typeof turnOffInput>,
): Promise<Result<null>> {
  const { userId, email } = ctx.person;
  const asked = await withPresentPassword(ctx, presentPassword);
  if (!asked.ok) return asked;
  const factor = await secondFactorOf(ctx.db, userId);
  if (factor === undefined || factor.confirmedAt === null) return done(null);
  const may = await allowed(ctx, 'second factor', userId);
  if (!may.ok) return may;
  if (!(await spendCode(ctx, factor, code))) {
    const wrong = 'That is not a code that works now. Each code works once.';
    return failed('invalid', wrong, { fields: { code: wrong } });
  }
  await commit(ctx.db, (tx) => [...deleteSecondFactor(tx, userId)]);
  await takeBack(ctx, ['second factor', userId]);
  await mailSecondFactor(email, 'off');
  return done(null);
}
