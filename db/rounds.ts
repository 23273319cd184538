import { and, desc, eq, inArray, isNotNull, isNull, ne, sql } from 'drizzle-orm';
import type { Db, Tx } from './client';
import { guarded } from './commit';
import { type Answer, answer } from './schema/answers';
import { type Assessment, assessment } from './schema/assessments';
import { round, roundTeam } from './schema/rounds';

export type Round = typeof round.$inferSelect;

/** Which round, and the version that the decision was made on. */
type SeenRound = Pick<Round, 'orgId' | 'id' | 'version'>;

/** An assessment of a team in a round, as far as the team's state needs it. */
export type RoundAssessment = Pick<
  Assessment,
  | 'id'
  | 'teamId'
  | 'title'
  | 'assessedOn'
  | 'status'
  | 'questionnaires'
  | 'edition'
  | 'createdBy'
  | 'createdAt'
  | 'updatedAt'
  | 'finishedAt'
  | 'archivedAt'
>;

/** So many rows go into one statement; SQLite takes 32,766 parameters at most. */
const ROWS = 1_000;

export function insertRound(tx: Tx, row: Omit<Round, 'version' | 'closedAt' | 'closedBy'>) {
  return tx.insert(round).values({ ...row, version: 1 });
}

/** Teams that join a round; that each is in no other open one is for the caller to see to. */
export function insertRoundTeams(
  tx: Tx,
  { orgId, id }: Pick<Round, 'orgId' | 'id'>,
  teams: readonly string[],
) {
  return chunks(teams).map((some) =>
    tx.insert(roundTeam).values(some.map((teamId) => ({ orgId, roundId: id, teamId }))),
  );
}

/** Takes teams out of a round; their assessments stay. */
export function deleteRoundTeams(
  tx: Tx,
  { orgId, id }: Pick<Round, 'orgId' | 'id'>,
  teams: readonly string[],
) {
  return chunks(teams).map((some) =>
    tx
      .delete(roundTeam)
      .where(and(eq(roundTeam.orgId, orgId), eq(roundTeam.roundId, id), inArray(roundTeam.teamId, some))),
  );
}

/** Changes or closes an open round; a closed one is missed, whatever its version. */
export function updateRound(
  tx: Tx,
  seen: SeenRound,
  changes: Partial<Pick<Round, 'title' | 'dueOn' | 'closedAt' | 'closedBy'>>,
) {
  return guarded(
    tx
      .update(round)
      .set({ ...changes, version: seen.version + 1 })
      .where(and(openRound(seen), eq(round.version, seen.version)))
      .returning({ id: round.id }),
  );
}

/** Changes nothing, and misses a round that is closed: for what may happen at the same time as anything but closing. */
export function whileOpen(tx: Tx, row: Pick<Round, 'orgId' | 'id'>) {
  return guarded(
    tx
      .update(round)
      .set({ version: sql`${round.version}` })
      .where(openRound(row))
      .returning({ id: round.id }),
  );
}

/** Keeps when these teams of a round were reminded last. */
export function markReminded(
  tx: Tx,
  { orgId, id }: Pick<Round, 'orgId' | 'id'>,
  teams: readonly string[],
  at: Date,
) {
  return chunks(teams).map((some) =>
    tx
      .update(roundTeam)
      .set({ remindedAt: at })
      .where(and(eq(roundTeam.orgId, orgId), eq(roundTeam.roundId, id), inArray(roundTeam.teamId, some))),
  );
}

/** The newest first. */
export async function roundsOfOrg(db: Db, orgId: string): Promise<Round[]> {
  return db.select().from(round).where(eq(round.orgId, orgId)).orderBy(desc(round.createdAt), desc(round.id));
}

export async function roundById(db: Db, orgId: string, id: string): Promise<Round | undefined> {
  const rows = await db
    .select()
    .from(round)
    .where(and(eq(round.orgId, orgId), eq(round.id, id)));
  return rows[0];
}

/** Which teams are in which rounds, closed ones among them. */
export async function roundTeamsOfOrg(db: Db, orgId: string): Promise<{ roundId: string; teamId: string }[]> {
  return db
    .select({ roundId: roundTeam.roundId, teamId: roundTeam.teamId })
    .from(roundTeam)
    .where(eq(roundTeam.orgId, orgId));
}

export async function teamsOfRound(
  db: Db,
  orgId: string,
  roundId: string,
): Promise<{ teamId: string; remindedAt: Date | null }[]> {
  return db
    .select({ teamId: roundTeam.teamId, remindedAt: roundTeam.remindedAt })
    .from(roundTeam)
    .where(and(eq(roundTeam.orgId, orgId), eq(roundTeam.roundId, roundId)));
}

/** The teams that are in an open round, each with its round. */
export async function teamsInOpenRounds(db: Db, orgId: string): Promise<{ teamId: string; round: Round }[]> {
  return db
    .select({ teamId: roundTeam.teamId, round })
    .from(roundTeam)
    .innerJoin(round, and(eq(round.orgId, orgId), eq(round.id, roundTeam.roundId)))
    .where(and(eq(roundTeam.orgId, orgId), isNull(round.closedAt)));
}

/** What the teams of a round have assessed, whenever that was; what is in the bin is not there. */
export async function assessmentsInRound(db: Db, orgId: string, roundId: string): Promise<RoundAssessment[]> {
  return db
    .select({
      id: assessment.id,
      teamId: assessment.teamId,
      title: assessment.title,
      assessedOn: assessment.assessedOn,
      status: assessment.status,
      questionnaires: assessment.questionnaires,
      edition: assessment.edition,
      createdBy: assessment.createdBy,
      createdAt: assessment.createdAt,
      updatedAt: assessment.updatedAt,
      finishedAt: assessment.finishedAt,
      archivedAt: assessment.archivedAt,
    })
    .from(assessment)
    .innerJoin(roundTeam, and(eq(roundTeam.orgId, orgId), eq(roundTeam.teamId, assessment.teamId)))
    .where(and(eq(assessment.orgId, orgId), eq(roundTeam.roundId, roundId), isNull(assessment.deletedAt)));
}

/** What is answered in the unfinished assessments of a round's teams. */
export async function answeredInRound(
  db: Db,
  orgId: string,
  roundId: string,
): Promise<Pick<Answer, 'assessmentId' | 'capability'>[]> {
  return db
    .select({ assessmentId: answer.assessmentId, capability: answer.capability })
    .from(answer)
    .innerJoin(assessment, and(eq(assessment.orgId, orgId), eq(assessment.id, answer.assessmentId)))
    .innerJoin(roundTeam, and(eq(roundTeam.orgId, orgId), eq(roundTeam.teamId, assessment.teamId)))
    .where(
      and(
        eq(answer.orgId, orgId),
        eq(roundTeam.roundId, roundId),
        ne(assessment.status, 'finished'),
        isNull(assessment.deletedAt),
        isNotNull(answer.value),
      ),
    );
}

/** Who answered last in each assessment of a round's teams. */
export async function lastAnswerers(
  db: Db,
  orgId: string,
  roundId: string,
): Promise<Pick<Answer, 'assessmentId' | 'updatedBy'>[]> {
  const ranked = db
    .select({
      assessmentId: answer.assessmentId,
      updatedBy: answer.updatedBy,
      place: sql`row_number() over (
        partition by ${answer.assessmentId} order by ${answer.updatedAt} desc, ${answer.capability} desc
      )`
        .mapWith(Number)
        .as('place'),
    })
    .from(answer)
    .innerJoin(assessment, and(eq(assessment.orgId, orgId), eq(assessment.id, answer.assessmentId)))
    .innerJoin(roundTeam, and(eq(roundTeam.orgId, orgId), eq(roundTeam.teamId, assessment.teamId)))
    .where(and(eq(answer.orgId, orgId), eq(roundTeam.roundId, roundId)))
    .as('ranked');
  return db
    .select({ assessmentId: ranked.assessmentId, updatedBy: ranked.updatedBy })
    .from(ranked)
    .where(eq(ranked.place, 1));
}

const openRound = ({ orgId, id }: Pick<Round, 'orgId' | 'id'>) =>
  and(eq(round.orgId, orgId), eq(round.id, id), isNull(round.closedAt));

const chunks = <Item>(items: readonly Item[]): Item[][] =>
  Array.from({ length: Math.ceil(items.length / ROWS) }, (_, index) =>
    items.slice(index * ROWS, (index + 1) * ROWS),
  );
