import { and, eq, gt, isNull } from 'drizzle-orm';
import type { Db, Tx } from './client';
import { type Session, session, user } from './schema';
import type { Person } from './users';

export type ActiveSession = Pick<Session, 'id' | 'createdAt' | 'expiresAt'> & { user: Person };

export function insertSession(tx: Tx, row: Omit<Session, 'revokedAt'>) {
  return tx.insert(session).values(row);
}

/** The session and whose it is, unless it has ended or was revoked. */
export async function activeSession(db: Db, id: string, now: Date): Promise<ActiveSession | undefined> {
  const rows = await db
    .select({
      id: session.id,
      createdAt: session.createdAt,
      expiresAt: session.expiresAt,
      user: { id: user.id, email: user.email, name: user.name, createdAt: user.createdAt },
    })
    .from(session)
    .innerJoin(user, eq(user.id, session.userId))
    .where(and(eq(session.id, id), isNull(session.revokedAt), gt(session.expiresAt, now)));
  return rows[0];
}

export function revokeSession(tx: Tx, row: { id: string; revokedAt: Date }) {
  return tx
    .update(session)
    .set({ revokedAt: row.revokedAt })
    .where(and(eq(session.id, row.id), isNull(session.revokedAt)));
}
