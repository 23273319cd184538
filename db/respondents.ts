import { and, eq, isNull, ne } from 'drizzle-orm';
import type { Db, Tx } from './client';
import { guarded, type Write } from './commit';
import { type Assessment, assessment } from './schema/assessments';
import {
  type Gathering,
  type GuestLink,
  type Respondent,
  type Task,
  gathering,
  guestLink,
  respondent,
  task,
} from './schema/gatherings';
import { team } from './schema/teams';
import { user } from './schema/people';

/** Somebody who is asked, under the name of the account where there is one. */
export type Asked = Omit<Respondent, 'name' | 'email'> & { name: string; email: string | null };

/** All who were asked, also those who are not any more; no order. */
export async function respondentsOf(db: Db, orgId: string, assessmentId: string): Promise<Asked[]> {
  const rows = await db
    .select({ respondent, userName: user.name, userEmail: user.email })
    .from(respondent)
    .leftJoin(user, eq(user.id, respondent.userId))
    .where(and(eq(respondent.orgId, orgId), eq(respondent.assessmentId, assessmentId)));
  return rows.map(named);
}

export async function respondentById(db: Db, orgId: string, id: string): Promise<Asked | undefined> {
  const rows = await db
    .select({ respondent, userName: user.name, userEmail: user.email })
    .from(respondent)
    .leftJoin(user, eq(user.id, respondent.userId))
    .where(and(eq(respondent.orgId, orgId), eq(respondent.id, id)));
  return rows.map(named)[0];
}

/** A member as somebody who is asked, or was. */
export async function respondentOfUser(
  db: Db,
  orgId: string,
  { assessmentId, userId }: { assessmentId: string; userId: string },
): Promise<Asked | undefined> {
  const rows = await db
    .select({ respondent, userName: user.name, userEmail: user.email })
    .from(respondent)
    .leftJoin(user, eq(user.id, respondent.userId))
    .where(
      and(
        eq(respondent.orgId, orgId),
        eq(respondent.assessmentId, assessmentId),
        eq(respondent.userId, userId),
      ),
    );
  return rows.map(named)[0];
}

function named(row: { respondent: Respondent; userName: string | null; userEmail: string | null }): Asked {
  const { name, email } = row.respondent;
  return { ...row.respondent, name: row.userName ?? name ?? 'somebody', email: row.userEmail ?? email };
}

export function insertRespondent(
  tx: Tx,
  row: Omit<Respondent, 'version' | 'remindedAt' | 'begunAt' | 'doneAt' | 'removedAt'>,
) {
  return tx.insert(respondent).values({ ...row, version: 1 });
}

type Seen = Pick<Respondent, 'orgId' | 'id' | 'version'>;
type Changes = Partial<
  Pick<Respondent, 'roles' | 'remindedAt' | 'begunAt' | 'doneAt' | 'removedAt' | 'invitedAt' | 'invitedBy'>
>;

/** Changes what was seen, and misses where there is another version by now. */
export function updateRespondent(tx: Tx, seen: Seen, changes: Changes) {
  return guarded(
    tx
      .update(respondent)
      .set({ ...changes, version: seen.version + 1 })
      .where(
        and(
          eq(respondent.orgId, seen.orgId),
          eq(respondent.id, seen.id),
          eq(respondent.version, seen.version),
        ),
      )
      .returning({ id: respondent.id }),
  );
}

/** Goes with what a respondent writes: misses once they are asked no more. Keeps when they began. */
export function whileAsked(tx: Tx, row: Pick<Respondent, 'orgId' | 'id'> & { begunAt: Date }) {
  return guarded(
    tx
      .update(respondent)
      .set({ begunAt: row.begunAt })
      .where(and(eq(respondent.orgId, row.orgId), eq(respondent.id, row.id), isNull(respondent.removedAt)))
      .returning({ id: respondent.id }),
  );
}

/** Gives a guest a link in place of any that they had. */
export function upsertGuestLink(tx: Tx, row: GuestLink) {
  const { respondentId: _, orgId: __, ...changes } = row;
  return tx
    .insert(guestLink)
    .values(row)
    .onConflictDoUpdate({
      target: guestLink.respondentId,
      set: changes,
      setWhere: eq(guestLink.orgId, row.orgId),
    });
}

/** Until when the links of guests work, by respondent. */
export async function guestLinksOf(
  db: Db,
  orgId: string,
  assessmentId: string,
): Promise<Pick<GuestLink, 'respondentId' | 'expiresAt'>[]> {
  return db
    .select({ respondentId: guestLink.respondentId, expiresAt: guestLink.expiresAt })
    .from(guestLink)
    .innerJoin(respondent, eq(respondent.id, guestLink.respondentId))
    .where(and(eq(guestLink.orgId, orgId), eq(respondent.assessmentId, assessmentId)));
}

/** A guest with what the link leads to. */
export type Guest = { respondent: Asked; expiresAt: Date; assessment: Assessment; gathering: Gathering };

/** Whom a link asks, by the hash of its token; the organisation is found by it. */
export async function guestByTokenHash(db: Db, tokenHash: string): Promise<Guest | undefined> {
  const rows = await db
    .select({ respondent, expiresAt: guestLink.expiresAt, assessment, gathering })
    .from(guestLink)
    .innerJoin(respondent, eq(respondent.id, guestLink.respondentId))
    .innerJoin(assessment, eq(assessment.id, respondent.assessmentId))
    .innerJoin(gathering, eq(gathering.assessmentId, respondent.assessmentId))
    .where(and(eq(guestLink.tokenHash, tokenHash), isNull(assessment.deletedAt)));
  const [row] = rows;
  return row === undefined
    ? undefined
    : { ...row, respondent: named({ respondent: row.respondent, userName: null, userEmail: null }) };
}

/** Which capabilities respondents are asked for; who has none is asked for all. */
export async function tasksOf(
  db: Db,
  orgId: string,
  assessmentId: string,
): Promise<Pick<Task, 'respondentId' | 'capability'>[]> {
  return db
    .select({ respondentId: task.respondentId, capability: task.capability })
    .from(task)
    .where(and(eq(task.orgId, orgId), eq(task.assessmentId, assessmentId)));
}

/** The tasks of a respondent become these. */
export function writeTasks(
  tx: Tx,
  of: Pick<Task, 'orgId' | 'assessmentId' | 'respondentId'>,
  capabilities: readonly string[],
): Write[] {
  return [
    tx.delete(task).where(and(eq(task.orgId, of.orgId), eq(task.respondentId, of.respondentId))),
    ...(capabilities.length === 0
      ? []
      : [tx.insert(task).values(capabilities.map((capability) => ({ ...of, capability })))]),
  ];
}

/** Takes one task from a respondent; misses where it is no longer theirs. */
export function takeTask(tx: Tx, row: Pick<Task, 'orgId' | 'respondentId' | 'capability'>) {
  return guarded(
    tx
      .delete(task)
      .where(
        and(
          eq(task.orgId, row.orgId),
          eq(task.respondentId, row.respondentId),
          eq(task.capability, row.capability),
        ),
      )
      .returning({ capability: task.capability }),
  );
}

/** Gives a task, unless the respondent has it already. */
export function addTask(tx: Tx, row: Task) {
  return tx.insert(task).values(row).onConflictDoNothing();
}

export type AskedOfUser = Pick<Respondent, 'id' | 'assessmentId' | 'doneAt'> &
  Pick<Assessment, 'teamId' | 'title'> &
  Pick<Gathering, 'way' | 'dueOn' | 'openedAt'>;

/** Where a member is asked in assessments that are not finished. */
export async function askedOfUser(db: Db, orgId: string, userId: string): Promise<AskedOfUser[]> {
  return db
    .select({
      id: respondent.id,
      assessmentId: respondent.assessmentId,
      doneAt: respondent.doneAt,
      teamId: assessment.teamId,
      title: assessment.title,
      way: gathering.way,
      dueOn: gathering.dueOn,
      openedAt: gathering.openedAt,
    })
    .from(respondent)
    .innerJoin(assessment, eq(assessment.id, respondent.assessmentId))
    .innerJoin(team, eq(team.id, assessment.teamId))
    .innerJoin(gathering, eq(gathering.assessmentId, respondent.assessmentId))
    .where(
      and(
        eq(respondent.orgId, orgId),
        eq(respondent.userId, userId),
        isNull(respondent.removedAt),
        ne(assessment.status, 'finished'),
        isNull(assessment.deletedAt),
      ),
    )
    .orderBy(assessment.createdAt, assessment.id);
}
