import { eq, inArray } from 'drizzle-orm';
import type { Db, Tx } from './client';
import { type User, user } from './schema';

/** A person as screens may see them: without what they sign in with. */
export type Person = Omit<User, 'passwordHash'>;

/** Stores the address in small letters, so that it is one account however it is typed. */
export function insertUser(tx: Tx, row: User) {
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
  const rows = await db
    .select({ id: user.id, email: user.email, name: user.name, createdAt: user.createdAt })
    .from(user)
    .where(eq(user.id, id));
  return rows[0];
}

/** An address as it is stored. In JavaScript, for SQLite's lower() knows only ASCII. */
export function normalEmail(email: string): string {
  return email.trim().toLowerCase();
}

/** The names of these people, by id; who is gone has none. */
export async function namesOf(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const rows = await db.select({ id: user.id, name: user.name }).from(user).where(inArray(user.id, wanted));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
