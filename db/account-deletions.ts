import { and, asc, eq, lte, notLike } from 'drizzle-orm';
import { normalEmail } from '../lib/domain/email-address';
import type { Db, Tx } from './client';
import { guarded, type Write } from './commit';
import {
  type AccountDeletion,
  accountDeletion,
  identity,
  recoveryCode,
  secondFactor,
  secretLink,
  session,
  user,
} from './schema/people';
import { type Membership, type Org, invitation, membership, org } from './schema/orgs';
import { auditSubject } from './schema/audit';
import { departed } from './schema/sign-in';
import { watcher } from './schema/rounds';
import { GONE_ADDRESSES } from './users';

/** When an account goes, where its person asked for that. */
export async function deletionOfAccount(db: Db, userId: string): Promise<AccountDeletion | undefined> {
  const rows = await db.select().from(accountDeletion).where(eq(accountDeletion.userId, userId));
  return rows[0];
}

/** Sets the day; asking again does not put it off. */
export function insertAccountDeletion(tx: Tx, row: AccountDeletion) {
  return tx.insert(accountDeletion).values(row).onConflictDoNothing();
}

export function deleteAccountDeletion(tx: Tx, userId: string) {
  return tx.delete(accountDeletion).where(eq(accountDeletion.userId, userId));
}

/** The accounts whose time to be kept is over, with the address that they have. */
export async function accountsToDelete(db: Db, now: Date): Promise<{ userId: string; email: string }[]> {
  return db
    .select({ userId: user.id, email: user.email })
    .from(accountDeletion)
    .innerJoin(user, eq(user.id, accountDeletion.userId))
    .where(lte(accountDeletion.after, now))
    .orderBy(asc(accountDeletion.after), asc(user.id));
}

/** Takes up the deletion of an account; misses where its person kept it meanwhile, or somebody else took it up. */
export function takeDeletion(tx: Tx, { userId, now }: { userId: string; now: Date }) {
  return guarded(
    tx
      .delete(accountDeletion)
      .where(and(eq(accountDeletion.userId, userId), lte(accountDeletion.after, now)))
      .returning({ userId: accountDeletion.userId }),
  );
}

/** Every organisation to which the person belongs, also where their access has ended. */
export async function organisationsJoined(
  db: Db,
  userId: string,
): Promise<(Pick<Org, 'id' | 'name' | 'version' | 'deleteAfter'> & Pick<Membership, 'role'>)[]> {
  return db
    .select({
      ...{ id: org.id, name: org.name, version: org.version, deleteAfter: org.deleteAfter },
      role: membership.role,
    })
    .from(membership)
    .innerJoin(org, eq(org.id, membership.orgId))
    .where(eq(membership.userId, userId))
    .orderBy(asc(org.name), asc(org.id));
}

/** What the person is called in the logs of organisations, one of which they may have left. */
export async function subjectsOfPerson(
  db: Db,
  userId: string,
): Promise<{ orgId: string; subject: string }[]> {
  return db
    .select({ orgId: auditSubject.orgId, subject: auditSubject.subject })
    .from(auditSubject)
    .where(eq(auditSubject.userId, userId));
}

/** All that lets the person in anywhere, and all that is kept about them beside what they did in organisations. */
export function deleteWhatIsTheirs(
  tx: Tx,
  { userId, email }: { userId: string; email: string },
): readonly Write[] {
  return [
    tx.delete(session).where(eq(session.userId, userId)),
    tx.delete(secretLink).where(eq(secretLink.userId, userId)),
    tx.delete(recoveryCode).where(eq(recoveryCode.userId, userId)),
    tx.delete(secondFactor).where(eq(secondFactor.userId, userId)),
    tx.delete(identity).where(eq(identity.userId, userId)),
    tx.delete(watcher).where(eq(watcher.userId, userId)),
    tx.delete(departed).where(eq(departed.userId, userId)),
    // Their roles in teams and from groups go with it.
    tx.delete(membership).where(eq(membership.userId, userId)),
    tx.delete(invitation).where(eq(invitation.createdBy, userId)),
    tx.delete(invitation).where(eq(invitation.email, normalEmail(email))),
  ];
}

/** Leaves of the account an id, to which what was done in organisations refers. Misses where the address was changed since it was read. */
export function anonymise(tx: Tx, row: { userId: string; email: string; name: string; newAddress: string }) {
  return guarded(
    tx
      .update(user)
      .set({ name: row.name, email: row.newAddress, passwordHash: null, emailVerifiedAt: null })
      .where(and(eq(user.id, row.userId), eq(user.email, row.email)))
      .returning({ id: user.id }),
  );
}

/** Removes an account that was anonymised; the database refuses where anything refers to it. */
export function deleteGoneUser(tx: Tx, { userId, address }: { userId: string; address: string }) {
  return tx.delete(user).where(and(eq(user.id, userId), eq(user.email, address)));
}

/** Goes with what lets somebody into an account or an organisation; misses where the account is deleted by then. */
export function whileAccountIsThere(tx: Tx, userId: string) {
  // Writes the row, so that of this and the deletion one comes after the other.
  return guarded(
    tx
      .update(user)
      .set({ id: userId })
      .where(and(eq(user.id, userId), notLike(user.email, GONE_ADDRESSES)))
      .returning({ id: user.id }),
  );
}
