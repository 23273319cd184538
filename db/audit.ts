import { and, asc, desc, eq, gte, inArray, like, lt, lte, sql, type SQL } from 'drizzle-orm';
import type { AuditPlace } from './audit-insert';
import type { Db } from './client';
import {
  type AuditDetail,
  type AuditHead,
  type AuditLine,
  auditHead,
  auditLine,
  auditSource,
  auditSubject,
} from './schema/audit';
import { user } from './schema/people';

export type AuditEntry = Omit<AuditLine, 'detail' | 'source' | 'orgId'> & {
  detail: AuditDetail;
  /** Null where nobody acted who is known, or nobody knows any more who it was. */
  actorId: string | null;
  actorName: string | null;
  actorEmail: string | null;
  place: AuditPlace | 'erased' | null;
};

/** What of the log is wanted; everything where it is empty. */
export type AuditFilter = {
  userId?: string | undefined;
  /** `team` for all that is done to teams. */
  resource?: string | undefined;
  resourceIds?: readonly string[] | undefined;
  from?: Date | undefined;
  /** The instant after the last. */
  until?: Date | undefined;
};

/** The newest lines, or those before a number, with who it was and from where as far as that is known. */
export async function auditOf(
  db: Db,
  orgId: string,
  { limit, before, ...filter }: { limit: number; before?: number | undefined } & AuditFilter,
): Promise<AuditEntry[]> {
  const rows = await db
    .select({ line: auditLine, who: auditSubject, now: { name: user.name, email: user.email }, auditSource })
    .from(auditLine)
    .leftJoin(auditSubject, and(eq(auditSubject.orgId, orgId), eq(auditSubject.subject, auditLine.subject)))
    .leftJoin(user, eq(user.id, auditSubject.userId))
    .leftJoin(auditSource, and(eq(auditSource.orgId, orgId), eq(auditSource.id, auditLine.source)))
    .where(
      and(
        eq(auditLine.orgId, orgId),
        before === undefined ? undefined : lt(auditLine.seq, before),
        ...matching(db, orgId, filter),
      ),
    )
    .orderBy(desc(auditLine.seq))
    .limit(limit);
  return rows.map(({ line: { orgId: _org, source, detail, ...line }, who, now, auditSource: from }) => ({
    ...line,
    detail: JSON.parse(detail) as AuditDetail,
    actorId: who?.userId ?? null,
    // The name of today, as on every other page; the one kept here once the account is gone.
    actorName: now?.name ?? who?.name ?? null,
    actorEmail: now?.email ?? who?.email ?? null,
    place: placeOf(source, from),
  }));
}

function matching(
  db: Db,
  orgId: string,
  { userId, resource, resourceIds, from, until }: AuditFilter,
): (SQL | undefined)[] {
  const subjects = (id: string) =>
    db
      .select({ subject: auditSubject.subject })
      .from(auditSubject)
      .where(and(eq(auditSubject.orgId, orgId), eq(auditSubject.userId, id)));
  return [
    userId === undefined ? undefined : inArray(auditLine.subject, subjects(userId)),
    resource === undefined ? undefined : like(auditLine.action, `${resource}.%`),
    resourceIds === undefined ? undefined : inArray(auditLine.resourceId, [...resourceIds]),
    from === undefined ? undefined : gte(auditLine.at, from),
    until === undefined ? undefined : lt(auditLine.at, until),
  ];
}

function placeOf(
  source: string | null,
  from: { address: string; device: string } | null,
): AuditEntry['place'] {
  if (source === null || source === 'command line' || source === 'job') return source;
  return from === null ? 'erased' : { address: from.address, device: from.device };
}

/** Whoever has a line in the log and is still known. */
export async function peopleOfAudit(
  db: Db,
  orgId: string,
): Promise<{ userId: string; name: string | null; email: string | null }[]> {
  const rows = await db
    .select({ who: auditSubject, now: { name: user.name, email: user.email } })
    .from(auditSubject)
    .leftJoin(user, eq(user.id, auditSubject.userId))
    .where(eq(auditSubject.orgId, orgId));
  return rows.map(({ who, now }) => ({
    userId: who.userId,
    name: now?.name ?? who.name,
    email: now?.email ?? who.email,
  }));
}

export async function auditHeadOf(db: Db, orgId: string): Promise<AuditHead | undefined> {
  const rows = await db.select().from(auditHead).where(eq(auditHead.orgId, orgId));
  return rows[0];
}

/** Lines as they are stored, by their numbers: those after one, up to another. */
export async function storedLines(
  db: Db,
  orgId: string,
  { after, upTo, limit }: { after: number; upTo: number; limit: number },
): Promise<AuditLine[]> {
  return db
    .select()
    .from(auditLine)
    .where(and(eq(auditLine.orgId, orgId), sql`${auditLine.seq} > ${after}`, lte(auditLine.seq, upTo)))
    .orderBy(asc(auditLine.seq))
    .limit(limit);
}

/** All lines of one action, the newest first. */
export async function linesOfAction(db: Db, orgId: string, action: string): Promise<AuditLine[]> {
  return db
    .select()
    .from(auditLine)
    .where(and(eq(auditLine.orgId, orgId), eq(auditLine.action, action)))
    .orderBy(desc(auditLine.seq));
}
