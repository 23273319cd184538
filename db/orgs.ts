import { and, eq } from 'drizzle-orm';
import type { Db, Tx } from './client';
import { guarded } from './commit';
import { byName } from './order';
import { type Membership, type Org, membership, org, user } from './schema';

export type Role = Membership['role'];
export type OrgOfUser = Pick<Org, 'id' | 'slug' | 'name'> & { role: Role };
export type Member = { userId: string; name: string; email: string; role: Role; createdAt: Date };

export function insertOrg(tx: Tx, row: Omit<typeof org.$inferInsert, 'version'>) {
  return tx.insert(org).values({ ...row, version: 1 });
}

export async function orgBySlug(db: Db, slug: string): Promise<Org | undefined> {
  const rows = await db.select().from(org).where(eq(org.slug, slug));
  return rows[0];
}

/** Whether the database holds any organisation. */
export async function anyOrg(db: Db): Promise<boolean> {
  return (await db.select({ id: org.id }).from(org).limit(1)).length > 0;
}

/** Changes the organisation and counts its version up; with no changes it guards a change of its members. */
export function updateOrg(
  tx: Tx,
  seen: Pick<Org, 'id' | 'version'>,
  changes: Partial<Pick<Org, 'slug' | 'name' | 'questionnaires' | 'aims'>> = {},
) {
  return guarded(
    tx
      .update(org)
      .set({ ...changes, version: seen.version + 1 })
      .where(and(eq(org.id, seen.id), eq(org.version, seen.version)))
      .returning({ id: org.id }),
  );
}

/** Everything that belongs to the organisation goes with it; people stay. */
export function deleteOrg(tx: Tx, row: { id: string }) {
  return tx.delete(org).where(eq(org.id, row.id));
}

export async function orgsOfUser(db: Db, userId: string): Promise<OrgOfUser[]> {
  const rows = await db
    .select({ id: org.id, slug: org.slug, name: org.name, role: membership.role })
    .from(membership)
    .innerJoin(org, eq(org.id, membership.orgId))
    .where(eq(membership.userId, userId));
  return rows.toSorted(byName);
}

export function insertMembership(tx: Tx, row: Membership) {
  return tx.insert(membership).values(row);
}

/** The organisation with this slug and the person's role in it, in one query: it stands before every request of a member. */
export async function orgOfMember(
  db: Db,
  slug: string,
  userId: string,
): Promise<{ org: Org; role: Role } | undefined> {
  const rows = await db
    .select({ org, role: membership.role })
    .from(org)
    .innerJoin(membership, eq(membership.orgId, org.id))
    .where(and(eq(org.slug, slug), eq(membership.userId, userId)));
  return rows[0];
}

/** The same by the organisation's id, for what is done in somebody's name later. */
export async function orgOfId(
  db: Db,
  orgId: string,
  userId: string,
): Promise<{ org: Org; role: Role } | undefined> {
  const rows = await db
    .select({ org, role: membership.role })
    .from(org)
    .innerJoin(membership, eq(membership.orgId, org.id))
    .where(and(eq(org.id, orgId), eq(membership.userId, userId)));
  return rows[0];
}

export async function membersOfOrg(db: Db, orgId: string): Promise<Member[]> {
  const rows = await db
    .select({
      userId: user.id,
      name: user.name,
      email: user.email,
      role: membership.role,
      createdAt: membership.createdAt,
    })
    .from(membership)
    .innerJoin(user, eq(user.id, membership.userId))
    .where(eq(membership.orgId, orgId));
  return rows.toSorted(byName);
}

/** Goes with `updateOrg`, or two owners can step down at once. */
export function updateRole(tx: Tx, row: Pick<Membership, 'orgId' | 'userId' | 'role'>) {
  return tx
    .update(membership)
    .set({ role: row.role })
    .where(and(eq(membership.orgId, row.orgId), eq(membership.userId, row.userId)));
}

/** Goes with `updateOrg`, or two owners can leave at once. */
export function deleteMembership(tx: Tx, row: Pick<Membership, 'orgId' | 'userId'>) {
  return tx.delete(membership).where(and(eq(membership.orgId, row.orgId), eq(membership.userId, row.userId)));
}
