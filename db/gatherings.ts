import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Db, Tx } from './client';
import { guarded } from './commit';
import { type Gathering, gathering } from './schema/gatherings';

/** How an assessment is answered; nothing where it is answered together and nobody has said more. */
export async function gatheringOf(
  db: Db,
  orgId: string,
  assessmentId: string,
): Promise<Gathering | undefined> {
  const rows = await db.select().from(gathering).where(isOf({ orgId, assessmentId }));
  return rows[0];
}

/** The assessments that are answered each alone and not opened yet. */
export async function blindAssessmentsOf(db: Db, orgId: string): Promise<string[]> {
  const rows = await db
    .select({ id: gathering.assessmentId })
    .from(gathering)
    .where(and(eq(gathering.orgId, orgId), eq(gathering.way, 'alone'), isNull(gathering.openedAt)));
  return rows.map(({ id }) => id);
}

/** Version 1; a unique violation where somebody was quicker. */
export function insertGathering(tx: Tx, row: Omit<Gathering, 'version' | 'openedAt' | 'openedBy'>) {
  return tx.insert(gathering).values({ ...row, version: 1 });
}

type Seen = Pick<Gathering, 'orgId' | 'assessmentId' | 'version'>;

/** Changes what was seen; misses where anybody answered alone, changed it or opened it since. */
export function updateGathering(
  tx: Tx,
  seen: Seen,
  changes: Pick<Gathering, 'way' | 'named' | 'guests' | 'dueOn'>,
) {
  return guarded(
    tx
      .update(gathering)
      .set({ ...changes, version: seen.version + 1 })
      .where(and(isOf(seen), eq(gathering.version, seen.version), isNull(gathering.openedAt)))
      .returning({ version: gathering.version }),
  );
}

/**
 * Goes with whatever is written alone: misses once it is opened or answered together. As it writes the row, what is written alone comes
 * wholly before an opening or not at all, and a change of the way notices it.
 */
export function whileAlone(tx: Tx, row: Pick<Gathering, 'orgId' | 'assessmentId'>) {
  return guarded(
    tx
      .update(gathering)
      .set({ version: sql`${gathering.version} + 1` })
      .where(and(isOf(row), eq(gathering.way, 'alone'), isNull(gathering.openedAt)))
      .returning({ version: gathering.version }),
  );
}

/** Opens what is answered alone, once: the second misses. */
export function setOpened(
  tx: Tx,
  row: Pick<Gathering, 'orgId' | 'assessmentId'> & { openedAt: Date; openedBy: string },
) {
  return guarded(
    tx
      .update(gathering)
      .set({ openedAt: row.openedAt, openedBy: row.openedBy, version: sql`${gathering.version} + 1` })
      .where(and(isOf(row), eq(gathering.way, 'alone'), isNull(gathering.openedAt)))
      .returning({ version: gathering.version }),
  );
}

const isOf = ({ orgId, assessmentId }: Pick<Gathering, 'orgId' | 'assessmentId'>) =>
  and(eq(gathering.orgId, orgId), eq(gathering.assessmentId, assessmentId));
