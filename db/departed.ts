import { and, eq } from 'drizzle-orm';
import type { Db, Tx } from './client';
import { departed } from './schema/sign-in';

type Row = typeof departed.$inferSelect;
type Key = Pick<Row, 'orgId' | 'userId'>;

const is = ({ orgId, userId }: Key) => and(eq(departed.orgId, orgId), eq(departed.userId, userId));

/** That somebody was removed by a person, or left. */
export async function departureOf(db: Db, orgId: string, userId: string): Promise<Row | undefined> {
  const rows = await db.select().from(departed).where(is({ orgId, userId }));
  return rows[0];
}

export function insertDeparture(tx: Tx, row: Row) {
  return tx.insert(departed).values(row).onConflictDoNothing();
}

/** Lets somebody come back, as they were invited. */
export function deleteDeparture(tx: Tx, row: Key) {
  return tx.delete(departed).where(is(row));
}
