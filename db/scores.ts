import {
  and,
  asc,
  count,
  desc,
  eq,
  exists,
  inArray,
  isNull,
  lte,
  ne,
  notExists,
  sql,
  type SQL,
} from 'drizzle-orm';
import type { Db, Tx } from './client';
import { type Assessment, type Score, assessment, origin, score } from './schema/assessments';
import { type Team, team } from './schema/teams';

type Assessed = Pick<Assessment, 'id' | 'title' | 'assessedOn' | 'finishedAt' | 'archivedAt'>;

/** A stored score with the assessment that it is of. */
export type ScoreOfTeam = { score: Score; assessment: Assessed };

/** `place` is 1 for a team's newest finished assessment, 2 for the one before. */
export type NewestScore = ScoreOfTeam & {
  team: Pick<Team, 'id' | 'parentId' | 'slug' | 'name'>;
  place: number;
};

export type Drafts = { teamId: string; drafts: number };

const assessed = {
  id: assessment.id,
  title: assessment.title,
  assessedOn: assessment.assessedOn,
  finishedAt: assessment.finishedAt,
  archivedAt: assessment.archivedAt,
};

/** Stores the score of an assessment in place of the one before. */
export function upsertScore(tx: Tx, row: Score) {
  const { assessmentId: _, orgId, ...computed } = row;
  return tx
    .insert(score)
    .values(row)
    .onConflictDoUpdate({ target: score.assessmentId, set: computed, setWhere: eq(score.orgId, orgId) });
}

export async function scoreOf(db: Db, orgId: string, assessmentId: string): Promise<Score | undefined> {
  const rows = await db
    .select()
    .from(score)
    .where(and(eq(score.orgId, orgId), eq(score.assessmentId, assessmentId)));
  return rows[0];
}

/** The scores of a team's finished assessments, oldest first: how it moved. One that a newer version replaced is left out. */
export async function finishedScoresOfTeam(db: Db, orgId: string, teamId: string): Promise<ScoreOfTeam[]> {
  return db
    .select({ score, assessment: assessed })
    .from(assessment)
    .innerJoin(score, and(eq(score.orgId, orgId), eq(score.assessmentId, assessment.id)))
    .where(roundsOf(db, orgId, eq(assessment.teamId, teamId)))
    .orderBy(asc(assessment.assessedOn), asc(assessment.finishedAt), asc(assessment.id));
}

/**
 * The scores of each team's newest finished assessment and the one before it, archived and replaced ones left out. Newest is by the day
 * that the answers speak for, then by when it was finished: reading in an old assessment does not put the clock back. Of
 * these teams alone, or of all.
 */
export async function newestFinishedScores(
  db: Db,
  orgId: string,
  teamIds?: readonly string[],
): Promise<NewestScore[]> {
  const these = teamIds === undefined ? [] : [inArray(assessment.teamId, [...teamIds])];
  const ranked = db
    .select({
      id: assessment.id,
      place: sql`row_number() over (
        partition by ${assessment.teamId}
        order by ${assessment.assessedOn} desc, ${assessment.finishedAt} desc, ${assessment.id} desc
      )`
        .mapWith(Number)
        .as('place'),
    })
    .from(assessment)
    .where(roundsOf(db, orgId, isNull(assessment.archivedAt), ...these))
    .as('ranked');
  return db
    .select({
      score,
      assessment: assessed,
      team: { id: team.id, parentId: team.parentId, slug: team.slug, name: team.name },
      place: ranked.place,
    })
    .from(ranked)
    .innerJoin(assessment, and(eq(assessment.orgId, orgId), eq(assessment.id, ranked.id)))
    .innerJoin(score, and(eq(score.orgId, orgId), eq(score.assessmentId, ranked.id)))
    .innerJoin(team, and(eq(team.orgId, orgId), eq(team.id, assessment.teamId)))
    .where(lte(ranked.place, 2));
}

/** The newest finished assessment of each of these teams, as `newestFinishedScores` ranks them, without its score. */
export async function newestFinishedOf(
  db: Db,
  orgId: string,
  teamIds: readonly string[],
): Promise<{ teamId: string; id: string }[]> {
  if (teamIds.length === 0) return [];
  const rows = await db
    .select({ teamId: assessment.teamId, id: assessment.id })
    .from(assessment)
    .where(roundsOf(db, orgId, isNull(assessment.archivedAt), inArray(assessment.teamId, [...teamIds])))
    .orderBy(desc(assessment.assessedOn), desc(assessment.finishedAt), desc(assessment.id));
  const newest = new Map(rows.toReversed().map((row) => [row.teamId, row]));
  return [...newest.values()];
}

/** How many drafts each team has, those in review among them; a team without any is not listed. */
export async function draftsOf(db: Db, orgId: string): Promise<Drafts[]> {
  return db
    .select({ teamId: assessment.teamId, drafts: count() })
    .from(assessment)
    .where(and(eq(assessment.orgId, orgId), ne(assessment.status, 'finished'), isNull(assessment.deletedAt)))
    .groupBy(assessment.teamId);
}

/**
 * What counts as a round of its own: an assessment that was reopened stays one until the version that continues it is finished, and is
 * one again when that goes into the bin.
 */
function roundsOf(db: Db, orgId: string, ...more: SQL[]) {
  // Asked of each row: a list of all that were replaced would be made of every assessment of the organisation.
  const finished = db
    .select({ one: sql`1` })
    .from(assessment)
    .where(finishedOf(orgId, eq(assessment.id, origin.assessmentId)));
  const newer = db
    .select({ one: sql`1` })
    .from(origin)
    .where(
      and(
        eq(origin.orgId, orgId),
        eq(origin.fromId, assessment.id),
        eq(origin.kind, 'version'),
        exists(finished),
      ),
    );
  return finishedOf(orgId, notExists(newer), ...more);
}

function finishedOf(orgId: string, ...more: SQL[]) {
  return and(
    eq(assessment.orgId, orgId),
    eq(assessment.status, 'finished'),
    isNull(assessment.deletedAt),
    ...more,
  );
}
