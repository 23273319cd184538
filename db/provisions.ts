import { and, eq } from 'drizzle-orm';
import type { Db, Tx } from './client';
import { provision } from './schema/teams';

export type Provision = typeof provision.$inferSelect;

/** Lets a team, or a unit with all below it, take answers from another team, in place of what it took before. */
export function upsertProvision(tx: Tx, row: Provision) {
  const { teamId: _, orgId, ...chosen } = row;
  return tx
    .insert(provision)
    .values(row)
    .onConflictDoUpdate({ target: provision.teamId, set: chosen, setWhere: eq(provision.orgId, orgId) });
}

export function deleteProvision(tx: Tx, row: Pick<Provision, 'orgId' | 'teamId'>) {
  return tx.delete(provision).where(and(eq(provision.orgId, row.orgId), eq(provision.teamId, row.teamId)));
}

/** Who takes answers from whom in an organisation; in most from nobody. */
export async function provisionsOfOrg(db: Db, orgId: string): Promise<Provision[]> {
  return db.select().from(provision).where(eq(provision.orgId, orgId));
}
