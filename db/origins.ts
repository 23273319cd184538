import { and, eq, isNull } from 'drizzle-orm';
import type { Db, Tx } from './client';
import { type Assessment, assessment, origin } from './schema/assessments';

export type Origin = typeof origin.$inferSelect;

/** What an assessment of a team was begun from, with how far it is itself. */
export type OriginOfTeam = Pick<Origin, 'assessmentId' | 'fromId' | 'kind'> & Pick<Assessment, 'status'>;

/** Keeps what an assessment was begun from; goes into the commit that makes it. */
export function insertOrigin(tx: Tx, row: Origin) {
  return tx.insert(origin).values(row);
}

/** What an assessment was begun from; `undefined` for one that was begun anew. */
export async function originOf(db: Db, orgId: string, assessmentId: string): Promise<Origin | undefined> {
  const rows = await db
    .select()
    .from(origin)
    .where(and(eq(origin.orgId, orgId), eq(origin.assessmentId, assessmentId)));
  return rows[0];
}

/** What a team's assessments were begun from; what is in the bin was not begun. */
export async function originsOfTeam(db: Db, orgId: string, teamId: string): Promise<OriginOfTeam[]> {
  return db
    .select({
      assessmentId: origin.assessmentId,
      fromId: origin.fromId,
      kind: origin.kind,
      status: assessment.status,
    })
    .from(origin)
    .innerJoin(assessment, and(eq(assessment.orgId, orgId), eq(assessment.id, origin.assessmentId)))
    .where(and(eq(origin.orgId, orgId), eq(assessment.teamId, teamId), isNull(assessment.deletedAt)));
}
