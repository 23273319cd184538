import { eq } from 'drizzle-orm';
import type { Db, Tx } from './client';
import { meta } from './schema/orgs';

/** A fact about this database as a whole, such as that it holds the demonstration. */
export async function metaValue(db: Db, key: string): Promise<string | undefined> {
  const rows = await db.select({ value: meta.value }).from(meta).where(eq(meta.key, key));
  return rows[0]?.value;
}

export function setMeta(tx: Tx, row: { key: string; value: string }) {
  return tx
    .insert(meta)
    .values(row)
    .onConflictDoUpdate({ target: meta.key, set: { value: row.value } });
}

/** Sets what is not set yet; what is there stays. */
export function keepMeta(tx: Tx, row: { key: string; value: string }) {
  return tx.insert(meta).values(row).onConflictDoNothing();
}
