import { and, eq, isNotNull, isNull, or } from 'drizzle-orm';
import type { Db, Tx } from './client';
import { guarded } from './commit';
import { type OwnAnswer, gathering, ownAnswer, respondent } from './schema/gatherings';

// Until an assessment is opened, what somebody says alone is read by its author only. The queries hold that, not their callers: each
// asks either for the author or for an opening.

/** Who reads their own words: a member for themself or for whom they interview, or a guest, whom the link has shown to be one. */
export type Author = { respondentId: string } & ({ userId: string } | { guest: true });

/** What a respondent has said, to its author alone. */
export async function ownAnswersBy(db: Db, orgId: string, author: Author): Promise<OwnAnswer[]> {
  const rows = await db
    .select({ ownAnswer })
    .from(ownAnswer)
    .innerJoin(respondent, eq(respondent.id, ownAnswer.respondentId))
    .where(and(eq(ownAnswer.orgId, orgId), isBy(author)));
  return rows.map((row) => row.ownAnswer);
}

export async function ownAnswerBy(
  db: Db,
  orgId: string,
  author: Author,
  capability: string,
): Promise<OwnAnswer | undefined> {
  const rows = await db
    .select({ ownAnswer })
    .from(ownAnswer)
    .innerJoin(respondent, eq(respondent.id, ownAnswer.respondentId))
    .where(and(eq(ownAnswer.orgId, orgId), isBy(author), eq(ownAnswer.capability, capability)));
  return rows[0]?.ownAnswer;
}

const isBy = (author: Author) =>
  and(
    eq(ownAnswer.respondentId, author.respondentId),
    'userId' in author
      ? or(eq(respondent.userId, author.userId), eq(respondent.recordedBy, author.userId))
      : and(isNull(respondent.userId), isNull(respondent.recordedBy)),
  );

/** Which capabilities each respondent has answered, never what: for counts. */
export async function answeredAlone(
  db: Db,
  orgId: string,
  assessmentId: string,
): Promise<Pick<OwnAnswer, 'respondentId' | 'capability'>[]> {
  return db
    .select({ respondentId: ownAnswer.respondentId, capability: ownAnswer.capability })
    .from(ownAnswer)
    .where(
      and(eq(ownAnswer.orgId, orgId), eq(ownAnswer.assessmentId, assessmentId), isNotNull(ownAnswer.value)),
    );
}

/** How many answers, notes apart from rungs too, were written alone. */
export async function countAlone(db: Db, orgId: string, assessmentId: string): Promise<number> {
  return db.$count(ownAnswer, and(eq(ownAnswer.orgId, orgId), eq(ownAnswer.assessmentId, assessmentId)));
}

/** What all said who are still asked, once it is opened; nothing before. Without when, which could tell who. */
export async function openedAnswersOf(
  db: Db,
  orgId: string,
  assessmentId: string,
): Promise<Omit<OwnAnswer, 'updatedAt' | 'version'>[]> {
  return db
    .select({
      orgId: ownAnswer.orgId,
      assessmentId: ownAnswer.assessmentId,
      respondentId: ownAnswer.respondentId,
      capability: ownAnswer.capability,
      value: ownAnswer.value,
      note: ownAnswer.note,
      evidence: ownAnswer.evidence,
      flagged: ownAnswer.flagged,
      vendorsSeenFirst: ownAnswer.vendorsSeenFirst,
    })
    .from(ownAnswer)
    .innerJoin(respondent, eq(respondent.id, ownAnswer.respondentId))
    .innerJoin(gathering, eq(gathering.assessmentId, ownAnswer.assessmentId))
    .where(
      and(
        eq(ownAnswer.orgId, orgId),
        eq(ownAnswer.assessmentId, assessmentId),
        isNull(respondent.removedAt),
        isNotNull(gathering.openedAt),
      ),
    );
}

/** The first answer, version 1; a unique violation where another tab was quicker. */
export function insertOwnAnswer(tx: Tx, row: Omit<OwnAnswer, 'version'>) {
  return tx.insert(ownAnswer).values({ ...row, version: 1 });
}

/** Replaces the answer if it still has the version that was seen. */
export function updateOwnAnswer(tx: Tx, row: Omit<OwnAnswer, 'version'>, seenVersion: number) {
  return guarded(
    tx
      .update(ownAnswer)
      .set({ ...row, version: seenVersion + 1 })
      .where(
        and(
          eq(ownAnswer.orgId, row.orgId),
          eq(ownAnswer.respondentId, row.respondentId),
          eq(ownAnswer.capability, row.capability),
          eq(ownAnswer.version, seenVersion),
        ),
      )
      .returning({ version: ownAnswer.version }),
  );
}
