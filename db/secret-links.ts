import { and, eq, gt, inArray, isNull, lt } from 'drizzle-orm';
import type { Db, Tx } from './client';
import { guarded } from './commit';
import { type SecretLink, secretLink } from './schema/people';

export type SecretLinkKind = SecretLink['kind'];

export function insertSecretLink(tx: Tx, row: Omit<SecretLink, 'usedAt'>) {
  return tx.insert(secretLink).values(row);
}

/** The link of a token while it may be used. */
export async function openLink(
  db: Db,
  { kind, tokenHash, now }: Pick<SecretLink, 'kind' | 'tokenHash'> & { now: Date },
): Promise<SecretLink | undefined> {
  const rows = await db
    .select()
    .from(secretLink)
    .where(and(eq(secretLink.tokenHash, tokenHash), eq(secretLink.kind, kind), isOpen(now)));
  return rows[0];
}

const isOpen = (now: Date) => and(isNull(secretLink.usedAt), gt(secretLink.expiresAt, now));

/** Uses a link up; misses where somebody was quicker, or it died meanwhile. */
export function spendLink(tx: Tx, { id, now }: Pick<SecretLink, 'id'> & { now: Date }) {
  return guarded(
    tx
      .update(secretLink)
      .set({ usedAt: now })
      .where(and(eq(secretLink.id, id), isOpen(now)))
      .returning({ id: secretLink.id }),
  );
}

/** Ends the links of these kinds that an account has open. */
export function endLinks(
  tx: Tx,
  { userId, kinds, now }: Pick<SecretLink, 'userId'> & { kinds: readonly SecretLinkKind[]; now: Date },
) {
  return tx
    .update(secretLink)
    .set({ usedAt: now })
    .where(
      and(eq(secretLink.userId, userId), inArray(secretLink.kind, [...kinds]), isNull(secretLink.usedAt)),
    );
}

/** Links that ended before this instant. */
export function deleteOldLinks(tx: Tx, before: Date) {
  return tx.delete(secretLink).where(lt(secretLink.expiresAt, before));
}
