import { and, asc, eq } from 'drizzle-orm';
import type { Db, Tx } from './client';
import { guarded } from './commit';
import { finding } from './schema/reports';

export type Finding = typeof finding.$inferSelect;

type SeenFinding = Pick<Finding, 'orgId' | 'id' | 'version'>;

export function insertFinding(tx: Tx, row: Omit<Finding, 'version'>) {
  return tx.insert(finding).values({ ...row, version: 1 });
}

export function updateFinding(
  tx: Tx,
  seen: SeenFinding,
  changes: Pick<Finding, 'updatedBy' | 'updatedAt'> &
    Partial<Pick<Finding, 'position' | 'headline' | 'text' | 'recommendation' | 'capabilities' | 'evidence'>>,
) {
  return guarded(
    tx
      .update(finding)
      .set({ ...changes, version: seen.version + 1 })
      .where(asSeen(seen))
      .returning({ id: finding.id }),
  );
}

export function deleteFinding(tx: Tx, seen: SeenFinding) {
  return guarded(tx.delete(finding).where(asSeen(seen)).returning({ id: finding.id }));
}

/** In their order. */
export async function findingsOf(db: Db, orgId: string, assessmentId: string): Promise<Finding[]> {
  return db
    .select()
    .from(finding)
    .where(and(eq(finding.orgId, orgId), eq(finding.assessmentId, assessmentId)))
    .orderBy(asc(finding.position), asc(finding.createdAt), asc(finding.id));
}

const asSeen = ({ orgId, id, version }: SeenFinding) =>
  and(eq(finding.orgId, orgId), eq(finding.id, id), eq(finding.version, version));
