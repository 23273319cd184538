import { and, desc, eq, lt } from 'drizzle-orm';
import type { Db, Tx } from './client';
import { type Answer, type PastAnswer, pastAnswer } from './schema/answers';

/** The versions of an answer that were replaced, newest first; `before` goes on with those that are older than this version. */
export async function pastAnswersOf(
  db: Db,
  { orgId, assessmentId, capability }: Pick<PastAnswer, 'orgId' | 'assessmentId' | 'capability'>,
  { before, limit }: { before?: number | undefined; limit: number },
): Promise<PastAnswer[]> {
  return db
    .select()
    .from(pastAnswer)
    .where(
      and(
        eq(pastAnswer.orgId, orgId),
        eq(pastAnswer.assessmentId, assessmentId),
        eq(pastAnswer.capability, capability),
        before === undefined ? undefined : lt(pastAnswer.version, before),
      ),
    )
    .orderBy(desc(pastAnswer.version))
    .limit(limit);
}

/** One version of an answer that was replaced. */
export async function pastAnswerOf(
  db: Db,
  {
    orgId,
    assessmentId,
    capability,
    version,
  }: Pick<PastAnswer, 'orgId' | 'assessmentId' | 'capability' | 'version'>,
): Promise<PastAnswer | undefined> {
  const rows = await db
    .select()
    .from(pastAnswer)
    .where(
      and(
        eq(pastAnswer.orgId, orgId),
        eq(pastAnswer.assessmentId, assessmentId),
        eq(pastAnswer.capability, capability),
        eq(pastAnswer.version, version),
      ),
    );
  return rows[0];
}

/** Keeps an answer as it was read, beside the write that replaces it. */
export function insertPastAnswer(tx: Tx, row: Answer) {
  return tx.insert(pastAnswer).values(row satisfies PastAnswer);
}
