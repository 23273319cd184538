import { and, asc, eq } from 'drizzle-orm';
import type { Db, Tx } from './client';
import { guarded } from './commit';
import { scenario } from './schema/plans';

export type Scenario = typeof scenario.$inferSelect;

/** Which scenario, and the version that the decision was made on. */
type SeenScenario = Pick<Scenario, 'orgId' | 'id' | 'version'>;

export function insertScenario(tx: Tx, row: Omit<Scenario, 'version'>) {
  return tx.insert(scenario).values({ ...row, version: 1 });
}

export function updateScenario(
  tx: Tx,
  seen: SeenScenario,
  changes: Pick<Scenario, 'updatedBy' | 'updatedAt'> & Partial<Pick<Scenario, 'name' | 'input'>>,
) {
  return guarded(
    tx
      .update(scenario)
      .set({ ...changes, version: seen.version + 1 })
      .where(asSeen(seen))
      .returning({ id: scenario.id }),
  );
}

export function deleteScenario(tx: Tx, seen: SeenScenario) {
  return guarded(tx.delete(scenario).where(asSeen(seen)).returning({ id: scenario.id }));
}

/** The oldest first. */
export async function scenariosOf(db: Db, orgId: string, assessmentId: string): Promise<Scenario[]> {
  return db
    .select()
    .from(scenario)
    .where(and(eq(scenario.orgId, orgId), eq(scenario.assessmentId, assessmentId)))
    .orderBy(asc(scenario.createdAt), asc(scenario.id));
}

export async function scenarioById(db: Db, orgId: string, id: string): Promise<Scenario | undefined> {
  const rows = await db
    .select()
    .from(scenario)
    .where(and(eq(scenario.orgId, orgId), eq(scenario.id, id)));
  return rows[0];
}

const asSeen = ({ orgId, id, version }: SeenScenario) =>
  and(eq(scenario.orgId, orgId), eq(scenario.id, id), eq(scenario.version, version));
