import { and, asc, eq } from 'drizzle-orm';
import type { Db, Tx } from './client';
import { guarded } from './commit';
import { decision } from './schema/plans';

export type Decision = typeof decision.$inferSelect;

/** Keeps a decision; a second one of the same proposal is a unique violation. */
export function insertDecision(tx: Tx, row: Omit<Decision, 'version'>) {
  return tx.insert(decision).values({ ...row, version: 1 });
}

export function updateDecision(
  tx: Tx,
  seen: Pick<Decision, 'orgId' | 'id' | 'version'>,
  changes: Pick<Decision, 'updatedBy' | 'updatedAt'> &
    Partial<Pick<Decision, 'title' | 'beforeOn' | 'waiting' | 'status' | 'outcome'>>,
) {
  return guarded(
    tx
      .update(decision)
      .set({ ...changes, version: seen.version + 1 })
      .where(
        and(eq(decision.orgId, seen.orgId), eq(decision.id, seen.id), eq(decision.version, seen.version)),
      )
      .returning({ id: decision.id }),
  );
}

/** All of an organisation, whatever became of them, the oldest first. */
export async function decisionsOf(db: Db, orgId: string): Promise<Decision[]> {
  return db
    .select()
    .from(decision)
    .where(eq(decision.orgId, orgId))
    .orderBy(asc(decision.createdAt), asc(decision.id));
}

export async function decisionById(db: Db, orgId: string, id: string): Promise<Decision | undefined> {
  const rows = await db
    .select()
    .from(decision)
    .where(and(eq(decision.orgId, orgId), eq(decision.id, id)));
  return rows[0];
}
