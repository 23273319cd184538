import { and, desc, eq, gt, isNull, lt, ne, notLike, or } from 'drizzle-orm';
import type { Db, Tx } from './client';
import { type NewSession, type Session, session, user } from './schema/people';
import { GONE_ADDRESSES, person, type Person } from './users';

export type ActiveSession = Pick<Session, 'id' | 'createdAt' | 'expiresAt' | 'lastSeenAt' | 'method'> & {
  user: Person;
};

export function insertSession(tx: Tx, row: NewSession) {
  return tx.insert(session).values(row);
}

/** The session and whose it is, unless it has ended or was revoked, or its account was deleted while it was opened. */
export async function activeSession(db: Db, id: string, now: Date): Promise<ActiveSession | undefined> {
  const rows = await db
    .select({
      id: session.id,
      createdAt: session.createdAt,
      expiresAt: session.expiresAt,
      lastSeenAt: session.lastSeenAt,
      method: session.method,
      user: person,
    })
    .from(session)
    .innerJoin(user, eq(user.id, session.userId))
    .where(
      and(
        eq(session.id, id),
        isNull(session.revokedAt),
        gt(session.expiresAt, now),
        notLike(user.email, GONE_ADDRESSES),
      ),
    );
  return rows[0];
}

/** The sessions that an account is signed in by, newest first. */
export async function sessionsOfUser(db: Db, userId: string, now: Date): Promise<Session[]> {
  return db
    .select()
    .from(session)
    .where(and(eq(session.userId, userId), isNull(session.revokedAt), gt(session.expiresAt, now)))
    .orderBy(desc(session.createdAt), desc(session.id));
}

/** Notes when a session was last seen, unless another request did between these moments. */
export function touchSession(tx: Tx, row: { id: string; at: Date; unless: { from: Date; until: Date } }) {
  const seen = session.lastSeenAt;
  return tx
    .update(session)
    .set({ lastSeenAt: row.at })
    .where(
      and(eq(session.id, row.id), or(isNull(seen), lt(seen, row.unless.from), gt(seen, row.unless.until))),
    );
}

export function revokeSession(tx: Tx, row: { id: string; revokedAt: Date }) {
  return tx
    .update(session)
    .set({ revokedAt: row.revokedAt })
    .where(and(eq(session.id, row.id), isNull(session.revokedAt)));
}

/** Ends one session of this account; another account's is left alone. */
export function revokeSessionOfUser(tx: Tx, row: { id: string; userId: string; revokedAt: Date }) {
  return tx
    .update(session)
    .set({ revokedAt: row.revokedAt })
    .where(and(eq(session.id, row.id), eq(session.userId, row.userId), isNull(session.revokedAt)));
}

/** Ends every session of an account, but the one that is named. */
export function revokeSessionsOfUser(
  tx: Tx,
  row: { userId: string; revokedAt: Date; except?: string | undefined },
) {
  return tx
    .update(session)
    .set({ revokedAt: row.revokedAt })
    .where(
      and(
        eq(session.userId, row.userId),
        isNull(session.revokedAt),
        row.except === undefined ? undefined : ne(session.id, row.except),
      ),
    );
}
