import { and, eq } from 'drizzle-orm';
import type { Db, Tx } from './client';
import { origin } from './schema';

export type Origin = typeof origin.$inferSelect;

/** Keeps what an assessment was begun from; goes into the commit that makes it. */
export function insertOrigin(tx: Tx, row: Origin) {
  return tx.insert(origin).values(row);
}

/** What an assessment was begun from; `undefined` for one that was begun anew. */
export async function originOf(db: Db, orgId: string, assessmentId: string): Promise<Origin | undefined> {
  const rows = await db
    .select()
    .from(origin)
    .where(and(eq(origin.orgId, orgId), eq(origin.assessmentId, assessmentId)));
  return rows[0];
}
