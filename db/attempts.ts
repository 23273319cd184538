import { and, eq, gt, lt, sql } from 'drizzle-orm';
import type { Tx } from './client';
import { guarded } from './commit';
import { type Attempt, attempt } from './schema/people';

type Bucket = Pick<Attempt, 'key' | 'windowStart'>;

/** Counts one more; misses where there are as many as may be. */
export function countAttempt(tx: Tx, { key, windowStart }: Bucket, most: number) {
  return guarded(
    tx
      .insert(attempt)
      .values({ key, windowStart, count: 1 })
      .onConflictDoUpdate({
        target: [attempt.key, attempt.windowStart],
        set: { count: sql`${attempt.count} + 1` },
        setWhere: lt(attempt.count, most),
      })
      .returning({ count: attempt.count }),
  );
}

/** Takes one back that was counted and turned out to be right. */
export function uncountAttempt(tx: Tx, { key, windowStart }: Bucket) {
  return tx
    .update(attempt)
    .set({ count: sql`${attempt.count} - 1` })
    .where(and(eq(attempt.key, key), eq(attempt.windowStart, windowStart), gt(attempt.count, 0)));
}

/** Windows that began before this instant are over for every limit. */
export function deleteAttempts(tx: Tx, before: Date) {
  return tx.delete(attempt).where(lt(attempt.windowStart, before));
}
