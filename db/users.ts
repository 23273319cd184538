import { and, eq, inArray, notLike } from 'drizzle-orm';
import { normalEmail } from '../lib/domain/email-address';
import type { Db, Tx } from './client';
import { guarded } from './commit';
import { type NewUser, type User, user } from './schema/people';

/** A person as screens may see them: without what they sign in with. */
export type Person = Omit<User, 'passwordHash'>;

/** The addresses of accounts that were deleted, of which nothing but an id is left. No mail reaches `.invalid`, and no account is entered by one. */
export const GONE_ADDRESSES = 'deleted-%@deleted.invalid';

/** Stores the address in its one form, so that it is one account however it is typed. */
export function insertUser(tx: Tx, row: NewUser) {
  return tx.insert(user).values({ ...row, email: normalEmail(row.email) });
}

/** With the password hash, to sign in with. */
export async function userByEmail(db: Db, email: string): Promise<User | undefined> {
  const rows = await db
    .select()
    .from(user)
    .where(eq(user.email, normalEmail(email)));
  return rows[0];
}

export async function userById(db: Db, id: string): Promise<Person | undefined> {
  const rows = await db.select(person).from(user).where(eq(user.id, id));
  return rows[0];
}

/** What of an account screens may see. */
export const person = {
  id: user.id,
  email: user.email,
  name: user.name,
  createdAt: user.createdAt,
  emailVerifiedAt: user.emailVerifiedAt,
};

/** With the password hash, to ask an account that is signed in for its password again. */
export async function accountById(db: Db, id: string): Promise<User | undefined> {
  const rows = await db.select().from(user).where(eq(user.id, id));
  return rows[0];
}

export function updateName(tx: Tx, row: Pick<User, 'id' | 'name'>) {
  return tx
    .update(user)
    .set({ name: row.name })
    .where(and(eq(user.id, row.id), notLike(user.email, GONE_ADDRESSES)));
}

export function updatePassword(tx: Tx, row: Pick<User, 'id' | 'passwordHash'>) {
  return tx
    .update(user)
    .set({ passwordHash: row.passwordHash })
    .where(and(eq(user.id, row.id), notLike(user.email, GONE_ADDRESSES)));
}

/** Says that the address is its person's; misses where the account has another address by now. */
export function markVerified(tx: Tx, row: Pick<User, 'id' | 'email'> & { at: Date }) {
  return guarded(
    tx
      .update(user)
      .set({ emailVerifiedAt: row.at })
      .where(and(eq(user.id, row.id), eq(user.email, normalEmail(row.email))))
      .returning({ id: user.id }),
  );
}

/** Gives the account another address, which its person has shown to be theirs; misses where the address was changed since it was read. */
export function updateEmail(tx: Tx, row: Pick<User, 'id' | 'email'> & { from: string; at: Date }) {
  return guarded(
    tx
      .update(user)
      .set({ email: normalEmail(row.email), emailVerifiedAt: row.at })
      .where(and(eq(user.id, row.id), eq(user.email, row.from)))
      .returning({ id: user.id }),
  );
}

/** The names of these people, by id; who is gone has none. */
export async function namesOf(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const rows = await db.select({ id: user.id, name: user.name }).from(user).where(inArray(user.id, wanted));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
