import { and, eq } from 'drizzle-orm';
import type { Db, Tx } from './client';
import { type Edition, type Frozen, edition, frozen } from './schema/assessments';

/** Keeps the content of an edition; the same edition again changes nothing. */
export function keepEdition(tx: Tx, row: Edition) {
  return tx.insert(edition).values(row).onConflictDoNothing();
}

export async function editionByHash(db: Db, hash: string): Promise<Edition | undefined> {
  const rows = await db.select().from(edition).where(eq(edition.hash, hash));
  return rows[0];
}

/** Freezes an assessment once; a second time is a unique violation, and nothing here changes what is frozen. */
export function insertFrozen(tx: Tx, row: Frozen) {
  return tx.insert(frozen).values(row);
}

export async function frozenOf(db: Db, orgId: string, assessmentId: string): Promise<Frozen | undefined> {
  const rows = await db
    .select()
    .from(frozen)
    .where(and(eq(frozen.orgId, orgId), eq(frozen.assessmentId, assessmentId)));
  return rows[0];
}
