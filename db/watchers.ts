import { and, eq } from 'drizzle-orm';
import type { Db, Tx } from './client';
import { byName } from './order';
import { membership } from './schema/orgs';
import { user } from './schema/people';
import { watcher } from './schema/rounds';

export type Watcher = typeof watcher.$inferSelect;

/** Asks for a mail when a round closes; asking twice is asking once. */
export function insertWatcher(tx: Tx, row: Watcher) {
  return tx.insert(watcher).values(row).onConflictDoNothing();
}

export function deleteWatcher(tx: Tx, row: Watcher) {
  return tx.delete(watcher).where(and(eq(watcher.orgId, row.orgId), eq(watcher.userId, row.userId)));
}

/** Who asked and is still a member; who left hears nothing. */
export async function watchersOf(
  db: Db,
  orgId: string,
): Promise<{ userId: string; name: string; email: string }[]> {
  const rows = await db
    .select({ userId: user.id, name: user.name, email: user.email })
    .from(watcher)
    .innerJoin(membership, and(eq(membership.orgId, orgId), eq(membership.userId, watcher.userId)))
    .innerJoin(user, eq(user.id, watcher.userId))
    .where(eq(watcher.orgId, orgId));
  return rows.toSorted(byName);
}
