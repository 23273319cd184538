import { and, count, eq, isNotNull, isNull, lt } from 'drizzle-orm';
import type { Db, Tx } from './client';
import { guarded } from './commit';
import { recoveryCode, secondFactor, type SecondFactor } from './schema/people';

/** The second factor of an account, whether it counts already or waits for its first code. */
export async function secondFactorOf(db: Db, userId: string): Promise<SecondFactor | undefined> {
  const rows = await db.select().from(secondFactor).where(eq(secondFactor.userId, userId));
  return rows[0];
}

/** Begins a second factor, in place of one that waits for its first code; misses where one counts already. */
export function upsertSecondFactor(tx: Tx, row: Pick<SecondFactor, 'userId' | 'secret' | 'createdAt'>) {
  return guarded(
    tx
      .insert(secondFactor)
      .values({ ...row, lastStep: 0 })
      .onConflictDoUpdate({
        target: secondFactor.userId,
        set: { secret: row.secret, createdAt: row.createdAt, lastStep: 0 },
        setWhere: isNull(secondFactor.confirmedAt),
      })
      .returning({ userId: secondFactor.userId }),
  );
}

/** From now on it counts; misses where it does already, or the secret is another by now. */
export function confirmSecondFactor(
  tx: Tx,
  row: Pick<SecondFactor, 'userId' | 'secret' | 'lastStep'> & { at: Date },
) {
  return guarded(
    tx
      .update(secondFactor)
      .set({ confirmedAt: row.at, lastStep: row.lastStep })
      .where(
        and(
          eq(secondFactor.userId, row.userId),
          eq(secondFactor.secret, row.secret),
          isNull(secondFactor.confirmedAt),
        ),
      )
      .returning({ userId: secondFactor.userId }),
  );
}

/** Uses the code of a step of time up; misses where that step or a later one was used. */
export function spendStep(tx: Tx, row: Pick<SecondFactor, 'userId' | 'secret'> & { step: number }) {
  return guarded(
    tx
      .update(secondFactor)
      .set({ lastStep: row.step })
      .where(
        and(
          eq(secondFactor.userId, row.userId),
          eq(secondFactor.secret, row.secret),
          isNotNull(secondFactor.confirmedAt),
          lt(secondFactor.lastStep, row.step),
        ),
      )
      .returning({ userId: secondFactor.userId }),
  );
}

/** Uses a recovery code up; misses where there is no such code or it was used. */
export function spendRecoveryCode(tx: Tx, row: { userId: string; codeHash: string; at: Date }) {
  return guarded(
    tx
      .update(recoveryCode)
      .set({ usedAt: row.at })
      .where(
        and(
          eq(recoveryCode.userId, row.userId),
          eq(recoveryCode.codeHash, row.codeHash),
          isNull(recoveryCode.usedAt),
        ),
      )
      .returning({ codeHash: recoveryCode.codeHash }),
  );
}

export function insertRecoveryCodes(tx: Tx, userId: string, hashes: readonly string[]) {
  return tx.insert(recoveryCode).values(hashes.map((codeHash) => ({ userId, codeHash })));
}

/** How many recovery codes an account has left. */
export async function recoveryCodesLeft(db: Db, userId: string): Promise<number> {
  const [row] = await db
    .select({ left: count() })
    .from(recoveryCode)
    .where(and(eq(recoveryCode.userId, userId), isNull(recoveryCode.usedAt)));
  return row?.left ?? 0;
}

/** Takes the second factor away, with its recovery codes. */
export function deleteSecondFactor(tx: Tx, userId: string) {
  return [
    tx.delete(recoveryCode).where(eq(recoveryCode.userId, userId)),
    tx.delete(secondFactor).where(eq(secondFactor.userId, userId)),
  ] as const;
}
