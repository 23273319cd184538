import { and, eq, inArray } from 'drizzle-orm';
import type { Db } from './client';
import { type Assessment, type Score, assessment, origin, score } from './schema/assessments';

/** A finished assessment whose score is stored, archived ones and those in the bin among them. */
export type FinishedRow = Pick<
  Assessment,
  'id' | 'teamId' | 'assessedOn' | 'finishedAt' | 'archivedAt' | 'deletedAt'
> & {
  /** The one of which this is a newer version. */
  replaces: string | null;
};

/** All that these teams ever finished: what counts of it is for the domain to say. */
export async function finishedOfTeams(
  db: Db,
  orgId: string,
  teamIds: readonly string[],
): Promise<FinishedRow[]> {
  if (teamIds.length === 0) return [];
  return db
    .select({
      id: assessment.id,
      teamId: assessment.teamId,
      assessedOn: assessment.assessedOn,
      finishedAt: assessment.finishedAt,
      archivedAt: assessment.archivedAt,
      deletedAt: assessment.deletedAt,
      replaces: origin.fromId,
    })
    .from(assessment)
    .innerJoin(score, and(eq(score.orgId, orgId), eq(score.assessmentId, assessment.id)))
    .leftJoin(
      origin,
      and(eq(origin.orgId, orgId), eq(origin.assessmentId, assessment.id), eq(origin.kind, 'version')),
    )
    .where(
      and(
        eq(assessment.orgId, orgId),
        inArray(assessment.teamId, [...teamIds]),
        eq(assessment.status, 'finished'),
      ),
    );
}

/** The stored scores of these assessments. */
export async function scoresOf(db: Db, orgId: string, assessmentIds: readonly string[]): Promise<Score[]> {
  if (assessmentIds.length === 0) return [];
  return db
    .select()
    .from(score)
    .where(and(eq(score.orgId, orgId), inArray(score.assessmentId, [...assessmentIds])));
}

/** Whose assessment this is, also of one in the bin. */
export async function teamOfAssessment(db: Db, orgId: string, id: string): Promise<string | undefined> {
  const rows = await db
    .select({ teamId: assessment.teamId })
    .from(assessment)
    .where(and(eq(assessment.orgId, orgId), eq(assessment.id, id)));
  return rows[0]?.teamId;
}
