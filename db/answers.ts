import { and, countDistinct, eq, isNotNull, sql } from 'drizzle-orm';
import type { Db, Tx } from './client';
import { guarded } from './commit';
import { type Answer, type Stated, answer, stated } from './schema/answers';
import { assessment } from './schema/assessments';

/** No order: the content says in which order capabilities and criteria stand. */
export async function answersOf(db: Db, orgId: string, assessmentId: string): Promise<Answer[]> {
  return db
    .select()
    .from(answer)
    .where(and(eq(answer.orgId, orgId), eq(answer.assessmentId, assessmentId)));
}

export async function answerOf(
  db: Db,
  orgId: string,
  assessmentId: string,
  capability: string,
): Promise<Answer | undefined> {
  const rows = await db
    .select()
    .from(answer)
    .where(
      and(eq(answer.orgId, orgId), eq(answer.assessmentId, assessmentId), eq(answer.capability, capability)),
    );
  return rows[0];
}

/** The answers of an organisation, of any assessment, with a piece of evidence that somebody of this name added. */
export async function answersSignedBy(db: Db, orgId: string, name: string): Promise<Answer[]> {
  // The database looks for the name anywhere in the JSON, so that few rows are read.
  const within = `%${JSON.stringify(name).slice(1, -1).replaceAll(/[!%_]/g, '!$&')}%`;
  const rows = await db
    .select()
    .from(answer)
    .where(and(eq(answer.orgId, orgId), sql`cast(${answer.evidence} as text) like ${within} escape '!'`));
  return rows.filter(({ evidence }) => evidence.some(({ by }) => by === name));
}

/** Who added what, written anew. The answer is as it was, and keeps its version; misses nothing where it is gone. */
export function updateEvidence(
  tx: Tx,
  row: Pick<Answer, 'orgId' | 'assessmentId' | 'capability' | 'evidence' | 'version'>,
) {
  return tx
    .update(answer)
    .set({ evidence: row.evidence })
    .where(
      and(
        eq(answer.orgId, row.orgId),
        eq(answer.assessmentId, row.assessmentId),
        eq(answer.capability, row.capability),
        eq(answer.version, row.version),
      ),
    );
}

/** How many people gave the answers that stand in each of a team's assessments; one that nobody answered is not listed. */
export async function peopleOfTeam(
  db: Db,
  orgId: string,
  teamId: string,
): Promise<{ assessmentId: string; people: number }[]> {
  return db
    .select({ assessmentId: answer.assessmentId, people: countDistinct(answer.updatedBy) })
    .from(answer)
    .innerJoin(assessment, and(eq(assessment.orgId, orgId), eq(assessment.id, answer.assessmentId)))
    .where(and(eq(answer.orgId, orgId), eq(assessment.teamId, teamId), isNotNull(answer.value)))
    .groupBy(answer.assessmentId);
}

/** The first answer, version 1; a unique violation when somebody was quicker. */
export function insertAnswer(tx: Tx, row: Omit<Answer, 'version'>) {
  return tx.insert(answer).values({ ...row, version: 1 });
}

/** First answers to an assessment that is made with them; a list, as there may be none. */
export function insertAnswers(tx: Tx, rows: readonly Omit<Answer, 'version'>[]) {
  return rows.length === 0 ? [] : [tx.insert(answer).values(rows.map((row) => ({ ...row, version: 1 })))];
}

/** Replaces the answer if it still has the version that was seen. */
export function updateAnswer(tx: Tx, row: Omit<Answer, 'version'>, seenVersion: number) {
  return guarded(
    tx
      .update(answer)
      .set({ ...row, version: seenVersion + 1 })
      .where(
        and(
          eq(answer.orgId, row.orgId),
          eq(answer.assessmentId, row.assessmentId),
          eq(answer.capability, row.capability),
          eq(answer.version, seenVersion),
        ),
      )
      .returning({ version: answer.version }),
  );
}

export async function statedOf(db: Db, orgId: string, assessmentId: string): Promise<Stated[]> {
  return db
    .select()
    .from(stated)
    .where(and(eq(stated.orgId, orgId), eq(stated.assessmentId, assessmentId)));
}

/** States a criterion; `seenVersion` is 0 where nothing was stated yet. */
export function upsertStated(tx: Tx, row: Omit<Stated, 'version'>, seenVersion: number) {
  const next = { ...row, version: seenVersion + 1 };
  if (seenVersion === 0) {
    return guarded(
      tx.insert(stated).values(next).onConflictDoNothing().returning({ version: stated.version }),
    );
  }
  return guarded(
    tx
      .update(stated)
      .set(next)
      .where(
        and(
          eq(stated.orgId, row.orgId),
          eq(stated.assessmentId, row.assessmentId),
          eq(stated.criterion, row.criterion),
          eq(stated.version, seenVersion),
        ),
      )
      .returning({ version: stated.version }),
  );
}

/** Takes one statement back if it still has the version that was seen. */
export function deleteStatement(
  tx: Tx,
  row: Pick<Stated, 'orgId' | 'assessmentId' | 'criterion'>,
  seenVersion: number,
) {
  return guarded(
    tx
      .delete(stated)
      .where(
        and(
          eq(stated.orgId, row.orgId),
          eq(stated.assessmentId, row.assessmentId),
          eq(stated.criterion, row.criterion),
          eq(stated.version, seenVersion),
        ),
      )
      .returning({ criterion: stated.criterion }),
  );
}
