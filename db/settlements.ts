import { and, eq, sql } from 'drizzle-orm';
import type { Db, Tx } from './client';
import { type Settlement, settlement } from './schema/gatherings';

/** What was agreed or put off of what each had answered alone; no order. */
export async function settlementsOf(db: Db, orgId: string, assessmentId: string): Promise<Settlement[]> {
  return db
    .select()
    .from(settlement)
    .where(and(eq(settlement.orgId, orgId), eq(settlement.assessmentId, assessmentId)));
}

/** The last word counts; what was agreed on is guarded by the answer that it writes. */
export function upsertSettlement(tx: Tx, row: Omit<Settlement, 'version'>) {
  const { state, settledBy, settledAt } = row;
  return tx
    .insert(settlement)
    .values({ ...row, version: 1 })
    .onConflictDoUpdate({
      target: [settlement.assessmentId, settlement.capability],
      set: { state, settledBy, settledAt, version: sql`${settlement.version} + 1` },
      setWhere: eq(settlement.orgId, row.orgId),
    });
}

/** Puts it back among what is to be talked about; its answer stays. */
export function deleteSettlement(tx: Tx, row: Pick<Settlement, 'orgId' | 'assessmentId' | 'capability'>) {
  return tx
    .delete(settlement)
    .where(
      and(
        eq(settlement.orgId, row.orgId),
        eq(settlement.assessmentId, row.assessmentId),
        eq(settlement.capability, row.capability),
      ),
    );
}
