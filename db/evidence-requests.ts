import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Db, Tx } from './client';
import { guarded } from './commit';
import { type EvidenceRequest, evidenceRequest } from './schema/answers';
import { assessment } from './schema/assessments';
import { membership } from './schema/orgs';
import { user } from './schema/people';

/** Who is asked for evidence in an assessment and has given none yet, the longest asked first. */
export async function openEvidenceRequestsOf(
  db: Db,
  orgId: string,
  assessmentId: string,
): Promise<EvidenceRequest[]> {
  return db
    .select()
    .from(evidenceRequest)
    .where(
      and(
        eq(evidenceRequest.orgId, orgId),
        eq(evidenceRequest.assessmentId, assessmentId),
        isNull(evidenceRequest.endedAt),
      ),
    )
    .orderBy(evidenceRequest.askedAt, evidenceRequest.id);
}

export type EvidenceAskedOf = Pick<
  EvidenceRequest,
  'id' | 'assessmentId' | 'capability' | 'askedBy' | 'note'
> & {
  title: string;
  teamId: string;
};

/** What evidence a member is asked for in drafts of an organisation, the longest asked first. */
export async function evidenceAskedOf(db: Db, orgId: string, userId: string): Promise<EvidenceAskedOf[]> {
  return db
    .select({
      id: evidenceRequest.id,
      assessmentId: evidenceRequest.assessmentId,
      capability: evidenceRequest.capability,
      askedBy: evidenceRequest.askedBy,
      note: evidenceRequest.note,
      title: assessment.title,
      teamId: assessment.teamId,
    })
    .from(evidenceRequest)
    .innerJoin(assessment, eq(assessment.id, evidenceRequest.assessmentId))
    .where(
      and(
        eq(evidenceRequest.orgId, orgId),
        eq(evidenceRequest.askedOf, userId),
        isNull(evidenceRequest.endedAt),
        eq(assessment.status, 'draft'),
        isNull(assessment.deletedAt),
      ),
    )
    .orderBy(evidenceRequest.askedAt, evidenceRequest.id);
}

/** The names of those among these people who are members; who left is not among them. */
export async function memberNamesOf(
  db: Db,
  orgId: string,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const rows = await db
    .select({ id: user.id, name: user.name })
    .from(membership)
    .innerJoin(user, eq(user.id, membership.userId))
    .where(and(eq(membership.orgId, orgId), inArray(membership.userId, wanted)));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

export function insertEvidenceRequest(tx: Tx, row: Omit<EvidenceRequest, 'endedAt' | 'version'>) {
  return tx.insert(evidenceRequest).values({ ...row, endedAt: null, version: 1 });
}

/** Ends what was seen; misses where it has ended by now. */
export function endEvidenceRequestRow(
  tx: Tx,
  seen: Pick<EvidenceRequest, 'orgId' | 'id' | 'version'>,
  endedAt: Date,
) {
  return guarded(
    tx
      .update(evidenceRequest)
      .set({ endedAt, version: seen.version + 1 })
      .where(
        and(
          eq(evidenceRequest.orgId, seen.orgId),
          eq(evidenceRequest.id, seen.id),
          eq(evidenceRequest.version, seen.version),
          isNull(evidenceRequest.endedAt),
        ),
      )
      .returning({ id: evidenceRequest.id }),
  );
}

/** Goes with evidence that somebody adds: whoever asked them for it has it now. Meets nothing where nobody did. */
export function endEvidenceAskedOf(
  tx: Tx,
  row: Pick<EvidenceRequest, 'orgId' | 'assessmentId' | 'capability' | 'askedOf'> & { endedAt: Date },
) {
  return tx
    .update(evidenceRequest)
    .set({ endedAt: row.endedAt, version: sql`${evidenceRequest.version} + 1` })
    .where(
      and(
        eq(evidenceRequest.orgId, row.orgId),
        eq(evidenceRequest.assessmentId, row.assessmentId),
        eq(evidenceRequest.capability, row.capability),
        eq(evidenceRequest.askedOf, row.askedOf),
        isNull(evidenceRequest.endedAt),
      ),
    );
}
