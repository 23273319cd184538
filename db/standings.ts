import { and, eq, exists, inArray, isNull, ne, notExists, sql } from 'drizzle-orm';
import type { Db, Tx } from './client';
import { guarded } from './commit';
import { org } from './schema/orgs';
import { plan, planStanding, type StandingRow } from './schema/plans';

/** A row as it is written; its version counts itself up. */
export type StandingWrite = Omit<StandingRow, 'version'>;

/** So many rows go into one statement; SQLite takes 32,766 parameters at most. */
const ROWS = 200;

/** How the plans of these teams stand, or of what is below these nodes; those that nothing is kept of are not listed. */
export async function standingsIn(
  db: Db,
  orgId: string,
  kind: StandingRow['kind'],
  nodeIds: readonly string[],
): Promise<StandingRow[]> {
  if (nodeIds.length === 0) return [];
  return db
    .select()
    .from(planStanding)
    .where(
      and(
        eq(planStanding.orgId, orgId),
        eq(planStanding.kind, kind),
        inArray(planStanding.nodeId, [...nodeIds]),
      ),
    );
}

/** How the plans of all teams stand. */
export async function ownStandings(db: Db, orgId: string): Promise<StandingRow[]> {
  return db
    .select()
    .from(planStanding)
    .where(and(eq(planStanding.orgId, orgId), eq(planStanding.kind, 'own')));
}

/** Organisations with plans of which nothing is added up: they were chosen before that was kept. */
export async function orgsWithoutStandings(db: Db): Promise<string[]> {
  const plans = db
    .select({ one: sql`1` })
    .from(plan)
    .where(and(eq(plan.orgId, org.id), isNull(plan.endedAt)));
  const sums = db
    .select({ one: sql`1` })
    .from(planStanding)
    .where(
      and(eq(planStanding.orgId, org.id), eq(planStanding.nodeId, org.id), eq(planStanding.kind, 'below')),
    );
  const rows = await db
    .select({ id: org.id })
    .from(org)
    .where(and(exists(plans), notExists(sums)));
  return rows.map(({ id }) => id);
}

/** Writes a row in place of the one that was seen, `undefined` where there was none; one that changed meanwhile is missed. */
export function replaceStanding(tx: Tx, row: StandingWrite, seen: number | undefined) {
  const next = { ...row, version: (seen ?? 0) + 1 };
  if (seen === undefined)
    return guarded(
      tx.insert(planStanding).values(next).onConflictDoNothing().returning({ id: planStanding.nodeId }),
    );
  return guarded(
    tx
      .update(planStanding)
      .set(next)
      .where(
        and(
          eq(planStanding.orgId, row.orgId),
          eq(planStanding.nodeId, row.nodeId),
          eq(planStanding.kind, row.kind),
          eq(planStanding.version, seen),
        ),
      )
      .returning({ id: planStanding.nodeId }),
  );
}

/** Writes rows in place of those before; in a commit with the organisation's, which guards them. */
export function upsertStandings(tx: Tx, rows: readonly StandingWrite[]) {
  return Array.from({ length: Math.ceil(rows.length / ROWS) }, (_, part) =>
    tx
      .insert(planStanding)
      .values(rows.slice(part * ROWS, (part + 1) * ROWS).map((row) => ({ ...row, version: 1 })))
      .onConflictDoUpdate({
        target: [planStanding.orgId, planStanding.kind, planStanding.nodeId],
        set: {
          body: sql`excluded.body`,
          updatedAt: sql`excluded.updated_at`,
          version: sql`${planStanding.version} + 1`,
        },
      }),
  );
}

/** Forgets what was added up below units, before it is added up anew; the organisation's own stays, as it guards them. */
export function deleteSums(tx: Tx, orgId: string) {
  return tx
    .delete(planStanding)
    .where(
      and(eq(planStanding.orgId, orgId), eq(planStanding.kind, 'below'), ne(planStanding.nodeId, orgId)),
    );
}

/** Forgets a team that is removed. */
export function deleteOwnStanding(tx: Tx, orgId: string, teamId: string) {
  return tx
    .delete(planStanding)
    .where(and(eq(planStanding.orgId, orgId), eq(planStanding.kind, 'own'), eq(planStanding.nodeId, teamId)));
}
