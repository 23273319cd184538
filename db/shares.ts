import { and, desc, eq, gt, isNull, lt, sql } from 'drizzle-orm';
import type { Db, Tx } from './client';
import { guarded } from './commit';
import { type Share, share } from './schema/reports';
import { user } from './schema/people';

/** All but the secrets and what was frozen, with who made it. */
export type ShareEntry = Omit<Share, 'tokenHash' | 'codeHash' | 'body' | 'createdBy'> & {
  withCode: boolean;
  createdByName: string;
};

export function insertShare(
  tx: Tx,
  row: Omit<Share, 'revokedAt' | 'opened' | 'lastOpenedAt' | 'wrongCodes'>,
) {
  return tx.insert(share).values({ ...row, opened: 0, wrongCodes: 0 });
}

/** The links of an organisation, newest first. */
export async function sharesOf(db: Db, orgId: string): Promise<ShareEntry[]> {
  const rows = await db
    .select({
      id: share.id,
      orgId: share.orgId,
      title: share.title,
      issueId: share.issueId,
      downloads: share.downloads,
      createdAt: share.createdAt,
      expiresAt: share.expiresAt,
      revokedAt: share.revokedAt,
      opened: share.opened,
      lastOpenedAt: share.lastOpenedAt,
      wrongCodes: share.wrongCodes,
      hash: share.hash,
      codeHash: share.codeHash,
      createdByName: user.name,
    })
    .from(share)
    .innerJoin(user, eq(user.id, share.createdBy))
    .where(eq(share.orgId, orgId))
    .orderBy(desc(share.createdAt), desc(share.id));
  return rows.map(({ codeHash, ...entry }) => ({ ...entry, withCode: codeHash !== null }));
}

/** What a link opens, by the hash of its token; the organisation is found by it. */
export async function shareByTokenHash(db: Db, tokenHash: string): Promise<Share | undefined> {
  const rows = await db.select().from(share).where(eq(share.tokenHash, tokenHash));
  return rows[0];
}

type Seen = Pick<Share, 'id' | 'orgId'>;

const isRow = ({ id, orgId }: Seen) => and(eq(share.orgId, orgId), eq(share.id, id));
const isOpen = (row: Seen, now: Date) => and(isRow(row), isNull(share.revokedAt), gt(share.expiresAt, now));

/** Takes the link back; misses where it was taken back before. */
export function revokeShareRow(tx: Tx, row: Seen & { revokedAt: Date }) {
  return guarded(
    tx
      .update(share)
      .set({ revokedAt: row.revokedAt })
      .where(and(isRow(row), isNull(share.revokedAt)))
      .returning({ id: share.id }),
  );
}

/** Counts an opening; misses where the link was taken back or ended since it was read. */
export function countOpening(tx: Tx, row: Seen, now: Date) {
  return guarded(
    tx
      .update(share)
      .set({ opened: sql`${share.opened} + 1`, lastOpenedAt: now })
      .where(isOpen(row, now))
      .returning({ id: share.id }),
  );
}

/** Counts a code as wrong before it is looked at; misses where there were too many. */
export function countTry(tx: Tx, row: Seen, { most, now }: { most: number; now: Date }) {
  return guarded(
    tx
      .update(share)
      .set({ wrongCodes: sql`${share.wrongCodes} + 1` })
      .where(and(isOpen(row, now), lt(share.wrongCodes, most)))
      .returning({ id: share.id }),
  );
}

/** After the right code: only wrong ones in a row count. */
export function forgetTries(tx: Tx, row: Seen) {
  return tx.update(share).set({ wrongCodes: 0 }).where(isRow(row));
}
