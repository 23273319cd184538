import { and, eq } from 'drizzle-orm';
import type { Db, Tx } from './client';
import { identity, type Identity } from './schema/people';

type Key = Pick<Identity, 'issuer' | 'subject'>;

const is = ({ issuer, subject }: Key) => and(eq(identity.issuer, issuer), eq(identity.subject, subject));

/** The account that this identity of the provider enters. */
export async function identityOf(db: Db, key: Key): Promise<Identity | undefined> {
  const rows = await db.select().from(identity).where(is(key));
  return rows[0];
}

/** By whom of the provider an account is entered. */
export async function identitiesOfUser(db: Db, userId: string): Promise<Identity[]> {
  return db.select().from(identity).where(eq(identity.userId, userId)).orderBy(identity.createdAt);
}

export function insertIdentity(tx: Tx, row: Identity) {
  return tx.insert(identity).values(row);
}

export function touchIdentity(tx: Tx, row: Key & { at: Date }) {
  return tx.update(identity).set({ lastUsedAt: row.at }).where(is(row));
}

/** Takes away every identity by which the account is entered. */
export function deleteIdentitiesOfUser(tx: Tx, userId: string) {
  return tx.delete(identity).where(eq(identity.userId, userId));
}
