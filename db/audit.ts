import { and, desc, eq, lt, or } from 'drizzle-orm';
import type { Db, Tx } from './client';
import { type Audit, audit, user } from './schema';

export type AuditEntry = Audit & { actorName: string | null };

/** Belongs into the same commit as the change that it tells of. */
export function insertAudit(tx: Tx, row: Audit) {
  return tx.insert(audit).values(row);
}

/** The newest entries, or the next after a given one; with the name of who it was while the account exists. */
export async function auditOf(
  db: Db,
  orgId: string,
  { limit, after }: { limit: number; after?: Pick<Audit, 'at' | 'id'> },
): Promise<AuditEntry[]> {
  const rows = await db
    .select({ entry: audit, actorName: user.name })
    .from(audit)
    .leftJoin(user, eq(user.id, audit.actorId))
    .where(and(eq(audit.orgId, orgId), after && olderThan(after)))
    .orderBy(desc(audit.at), desc(audit.id))
    .limit(limit);
  return rows.map(({ entry, actorName }) => ({ ...entry, actorName }));
}

// By id as well, for the entries of one commit share their instant.
function olderThan({ at, id }: Pick<Audit, 'at' | 'id'>) {
  return or(lt(audit.at, at), and(eq(audit.at, at), lt(audit.id, id)));
}
