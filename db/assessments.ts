import { and, desc, eq, inArray, isNotNull, isNull, lt, ne, notInArray, or, sql } from 'drizzle-orm';
import type { Db, Tx } from './client';
import { guarded } from './commit';
import { type Assessment, assessment } from './schema/assessments';
import { gathering } from './schema/gatherings';

/** An assessment as lists show it, without its JSON columns. */
export type AssessmentRow = Pick<
  Assessment,
  | 'id'
  | 'teamId'
  | 'title'
  | 'status'
  | 'assessedOn'
  | 'createdAt'
  | 'updatedAt'
  | 'finishedAt'
  | 'archivedAt'
>;

export type BinRow = Pick<Assessment, 'id' | 'title' | 'status'> & { deletedAt: Date };

/** Which assessment, and the version that the decision was made on. */
export type SeenAssessment = Pick<Assessment, 'orgId' | 'id' | 'version'>;

const listed = {
  id: assessment.id,
  teamId: assessment.teamId,
  title: assessment.title,
  status: assessment.status,
  assessedOn: assessment.assessedOn,
  createdAt: assessment.createdAt,
  updatedAt: assessment.updatedAt,
  finishedAt: assessment.finishedAt,
  archivedAt: assessment.archivedAt,
};

/** What is in the bin is not there for anybody who reads. */
const present = isNull(assessment.deletedAt);

export function insertAssessment(tx: Tx, row: Omit<typeof assessment.$inferInsert, 'version'>) {
  return tx.insert(assessment).values({ ...row, version: 1 });
}

export async function assessmentById(db: Db, orgId: string, id: string): Promise<Assessment | undefined> {
  const rows = await db
    .select()
    .from(assessment)
    .where(and(eq(assessment.orgId, orgId), eq(assessment.id, id), present));
  return rows[0];
}

/**
 * The versions of those of these assessments that are there, in one query for all of them: every commit that changes a draft or its
 * answers counts the version up, so whoever keeps looking at these misses nothing.
 */
export async function pulsesOf(
  db: Db,
  wanted: readonly Pick<Assessment, 'orgId' | 'id'>[],
): Promise<Pick<Assessment, 'orgId' | 'id' | 'version'>[]> {
  if (wanted.length === 0) return [];
  const here = [...new Set(wanted.map(({ orgId }) => orgId))].map((orgId) =>
    and(
      eq(assessment.orgId, orgId),
      inArray(
        assessment.id,
        wanted.filter((each) => each.orgId === orgId).map(({ id }) => id),
      ),
    ),
  );
  return db
    .select({ orgId: assessment.orgId, id: assessment.id, version: assessment.version })
    .from(assessment)
    .where(and(or(...here), present));
}

/** Newest first, by the day that the answers speak for. */
export async function assessmentsOfTeam(db: Db, orgId: string, teamId: string): Promise<AssessmentRow[]> {
  return db
    .select(listed)
    .from(assessment)
    .where(and(eq(assessment.orgId, orgId), eq(assessment.teamId, teamId), present))
    .orderBy(desc(assessment.assessedOn), desc(assessment.createdAt), desc(assessment.id));
}

/** Newest first, by the day that the answers speak for. */
export async function assessmentsOfOrg(db: Db, orgId: string): Promise<AssessmentRow[]> {
  return db
    .select(listed)
    .from(assessment)
    .where(and(eq(assessment.orgId, orgId), present))
    .orderBy(desc(assessment.assessedOn), desc(assessment.createdAt), desc(assessment.id));
}

/** Counts the version up, with whatever else changes; every commit that changes a draft or its answers has one. */
export function bumpAssessment(
  tx: Tx,
  seen: SeenAssessment,
  changes: Pick<Assessment, 'updatedAt'> &
    Partial<Pick<Assessment, 'title' | 'scope' | 'questionnaires' | 'targets' | 'assessedOn' | 'edition'>>,
) {
  return guarded(
    tx
      .update(assessment)
      .set({ ...changes, version: seen.version + 1 })
      .where(draftAt(seen))
      .returning({ id: assessment.id }),
  );
}

/**
 * Marks a draft as changed when one of its answers is. Unguarded by version, so that people who answer different
 * capabilities do not get in each other's way; it still counts the version up, so that finishing notices. Misses while each answers alone.
 */
export function touchDraft(tx: Tx, row: Pick<Assessment, 'orgId' | 'id' | 'updatedAt'>) {
  return guarded(
    tx
      .update(assessment)
      .set({ updatedAt: row.updatedAt, version: sql`${assessment.version} + 1` })
      .where(
        and(
          eq(assessment.orgId, row.orgId),
          eq(assessment.id, row.id),
          eq(assessment.status, 'draft'),
          present,
          notInArray(
            assessment.id,
            sql`(select ${gathering.assessmentId} from ${gathering} where ${gathering.orgId} = ${row.orgId} and ${gathering.assessmentId} = ${row.id} and ${gathering.way} = 'alone' and ${gathering.openedAt} is null)`,
          ),
        ),
      )
      .returning({ id: assessment.id }),
  );
}

type Reviewed = Pick<Assessment, 'review' | 'updatedAt'>;

/** Hands a draft in; what is no draft is missed. */
export function setInReview(tx: Tx, seen: SeenAssessment, changes: Reviewed) {
  return guarded(
    tx
      .update(assessment)
      .set({ ...changes, status: 'review', version: seen.version + 1 })
      .where(draftAt(seen))
      .returning({ id: assessment.id }),
  );
}

/** Makes a draft again of what is in review; anything else is missed. */
export function setDraftAgain(tx: Tx, seen: SeenAssessment, changes: Reviewed) {
  return guarded(
    tx
      .update(assessment)
      .set({ ...changes, status: 'draft', version: seen.version + 1 })
      .where(and(seenAt(seen), eq(assessment.status, 'review')))
      .returning({ id: assessment.id }),
  );
}

/** Finishes a draft or what is in review; what is finished already is missed, whatever its version. */
export function setFinished(tx: Tx, seen: SeenAssessment, by: { finishedAt: Date; finishedBy: string }) {
  return guarded(
    tx
      .update(assessment)
      .set({ ...by, status: 'finished', updatedAt: by.finishedAt, version: seen.version + 1 })
      .where(and(seenAt(seen), ne(assessment.status, 'finished')))
      .returning({ id: assessment.id }),
  );
}

/** Keeps a finished assessment out of scorecards, or takes it back among them. */
export function setArchived(tx: Tx, seen: SeenAssessment, at: Date | null) {
  return guarded(
    tx
      .update(assessment)
      .set({ archivedAt: at, version: seen.version + 1 })
      .where(and(seenAt(seen), eq(assessment.status, 'finished')))
      .returning({ id: assessment.id }),
  );
}

/** Counts the version up and changes nothing else: of two who decide on the same row at once, one misses. */
export function claim(tx: Tx, seen: SeenAssessment) {
  return guarded(
    tx
      .update(assessment)
      .set({ version: seen.version + 1 })
      .where(seenAt(seen))
      .returning({ id: assessment.id }),
  );
}

/** Puts an assessment into the bin, whatever its status. */
export function setDeleted(tx: Tx, seen: SeenAssessment, by: { deletedAt: Date; deletedBy: string }) {
  return guarded(
    tx
      .update(assessment)
      .set({ ...by, version: seen.version + 1 })
      .where(seenAt(seen))
      .returning({ id: assessment.id }),
  );
}

/** Takes an assessment out of the bin; one that is not in it is missed. */
export function setRestored(tx: Tx, row: Pick<Assessment, 'orgId' | 'id'>) {
  return guarded(
    tx
      .update(assessment)
      .set({ deletedAt: null, deletedBy: null, version: sql`${assessment.version} + 1` })
      .where(and(eq(assessment.orgId, row.orgId), eq(assessment.id, row.id), isNotNull(assessment.deletedAt)))
      .returning({ id: assessment.id }),
  );
}

/** A team's bin, the newest on top. */
export async function binOfTeam(db: Db, orgId: string, teamId: string): Promise<BinRow[]> {
  const rows = await db
    .select({
      id: assessment.id,
      title: assessment.title,
      status: assessment.status,
      deletedAt: assessment.deletedAt,
    })
    .from(assessment)
    .where(and(eq(assessment.orgId, orgId), eq(assessment.teamId, teamId), isNotNull(assessment.deletedAt)))
    .orderBy(desc(assessment.deletedAt), desc(assessment.id));
  return rows.flatMap(({ deletedAt, ...row }) => (deletedAt === null ? [] : [{ ...row, deletedAt }]));
}

/** Deletes for good what was put into any organisation's bin before this instant, with its answers and scores. */
export function emptyBins(tx: Tx, before: Date) {
  return tx.delete(assessment).where(lt(assessment.deletedAt, before));
}

function seenAt(seen: SeenAssessment) {
  return and(
    eq(assessment.orgId, seen.orgId),
    eq(assessment.id, seen.id),
    eq(assessment.version, seen.version),
    present,
  );
}

const draftAt = (seen: SeenAssessment) => and(seenAt(seen), eq(assessment.status, 'draft'));
