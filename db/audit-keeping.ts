import { and, asc, eq, inArray, isNull, lt, notInArray, or, sql } from 'drizzle-orm';
import type { Db, Tx } from './client';
import { guarded } from './commit';
import {
  type AuditHead,
  type AuditLine,
  type OldAudit,
  audit,
  auditHead,
  auditLine,
  auditSource,
  auditSubject,
} from './schema/audit';
import { org } from './schema/orgs';
import { user } from './schema/people';

/** Organisations whose log is not chained yet, or holds lines from before it was. */
export async function orgsToSeal(db: Db): Promise<string[]> {
  const rows = await db
    .select({ id: org.id })
    .from(org)
    .leftJoin(auditHead, eq(auditHead.orgId, org.id))
    .where(or(isNull(auditHead.orgId), inArray(org.id, db.select({ id: audit.orgId }).from(audit))));
  return rows.map(({ id }) => id);
}

/** The oldest lines from before the log was chained. */
export async function oldLines(db: Db, orgId: string, limit: number): Promise<OldAudit[]> {
  return db
    .select()
    .from(audit)
    .where(eq(audit.orgId, orgId))
    .orderBy(asc(audit.at), asc(audit.id))
    .limit(limit);
}

export function deleteOldLines(tx: Tx, orgId: string, ids: readonly string[]) {
  return tx.delete(audit).where(and(eq(audit.orgId, orgId), inArray(audit.id, [...ids])));
}

/** Lines that were hashed by who writes them. In a commit with `moveHead`, which guards them. */
export function insertHashedLines(tx: Tx, lines: readonly AuditLine[]) {
  return lines.length === 0 ? [] : [tx.insert(auditLine).values([...lines])];
}

/** Moves the head of the log to another line unless somebody else has moved it. */
export function moveHead(tx: Tx, seen: AuditHead | undefined, next: AuditHead) {
  if (seen === undefined)
    return guarded(
      tx.insert(auditHead).values(next).onConflictDoNothing().returning({ id: auditHead.orgId }),
    );
  return guarded(
    tx
      .update(auditHead)
      .set(next)
      .where(and(eq(auditHead.orgId, seen.orgId), eq(auditHead.seq, seen.seq), eq(auditHead.hash, seen.hash)))
      .returning({ id: auditHead.orgId }),
  );
}

/** The ids that these people have in the log of the organisation. */
export async function subjectsOf(
  db: Db,
  orgId: string,
  userIds: readonly string[],
): Promise<{ userId: string; subject: string }[]> {
  return db
    .select({ userId: auditSubject.userId, subject: auditSubject.subject })
    .from(auditSubject)
    .where(and(eq(auditSubject.orgId, orgId), inArray(auditSubject.userId, [...userIds])));
}

/** Gives a person an id in the log, with the name of the account as far as there is one. */
export function insertSubject(
  tx: Tx,
  { orgId, subject, userId }: { orgId: string; subject: string; userId: string },
) {
  return tx.insert(auditSubject).select(
    sql`select ${orgId}, ${subject}, ${userId}, ${user.name}, ${user.email}
      from (select 1) as one left join ${user} on ${user.id} = ${userId}`,
  );
}

/** The first number whose line, and so every later one, is to be kept if nothing from before an instant is. */
export async function firstSince(db: Db, orgId: string, before: Date): Promise<number | undefined> {
  const rows = await db
    .select({ seq: sql<number | null>`min(${auditLine.seq})` })
    .from(auditLine)
    .where(and(eq(auditLine.orgId, orgId), sql`${auditLine.at} >= ${sql.param(before, auditLine.at)}`));
  return rows[0]?.seq ?? undefined;
}

export async function countLinesBefore(db: Db, orgId: string, seq: number): Promise<number> {
  return db.$count(auditLine, and(eq(auditLine.orgId, orgId), lt(auditLine.seq, seq)));
}

/** Removes the lines before a number, and the names and addresses that no other line speaks of. */
export function deleteLinesBefore(tx: Tx, orgId: string, seq: number) {
  const kept = (column: 'subject' | 'source') =>
    sql`(select ${auditLine[column]} from ${auditLine} where ${auditLine.orgId} = ${orgId} and ${auditLine[column]} is not null)`;
  return [
    tx.delete(auditLine).where(and(eq(auditLine.orgId, orgId), lt(auditLine.seq, seq))),
    tx
      .delete(auditSubject)
      .where(and(eq(auditSubject.orgId, orgId), notInArray(auditSubject.subject, kept('subject')))),
    tx
      .delete(auditSource)
      .where(and(eq(auditSource.orgId, orgId), notInArray(auditSource.id, kept('source')))),
  ];
}

/** Erases whose lines these are, and from where they came. The log still holds. */
export function eraseSubject(tx: Tx, orgId: string, subject: string) {
  const places = sql`(select ${auditLine.source} from ${auditLine} where ${auditLine.orgId} = ${orgId}
    and ${auditLine.subject} = ${subject} and ${auditLine.source} is not null)`;
  return [
    tx.delete(auditSource).where(and(eq(auditSource.orgId, orgId), inArray(auditSource.id, places))),
    tx.delete(auditSubject).where(and(eq(auditSubject.orgId, orgId), eq(auditSubject.subject, subject))),
  ];
}

/** All organisations of this database. */
export async function allOrgs(db: Db): Promise<{ id: string; slug: string }[]> {
  return db.select({ id: org.id, slug: org.slug }).from(org).orderBy(asc(org.createdAt), asc(org.id));
}
