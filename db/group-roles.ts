import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Db, Tx } from './client';
import { guarded } from './commit';
import { groupGrant, groupRole, membership, teamRole, type GroupRole, type Membership } from './schema';

/** What groups of the provider give in an organisation, by the name of the group. */
export async function groupRolesOf(db: Db, orgId: string): Promise<GroupRole[]> {
  return db
    .select()
    .from(groupRole)
    .where(eq(groupRole.orgId, orgId))
    .orderBy(asc(groupRole.name), asc(groupRole.createdAt), asc(groupRole.id));
}

export function insertGroupRole(tx: Tx, row: GroupRole) {
  return tx.insert(groupRole).values(row);
}

/** What it gave goes with it. */
export function deleteGroupRole(tx: Tx, { orgId, id }: Pick<GroupRole, 'orgId' | 'id'>) {
  return guarded(
    tx
      .delete(groupRole)
      .where(and(eq(groupRole.orgId, orgId), eq(groupRole.id, id)))
      .returning({ id: groupRole.id }),
  );
}

/** A membership with what people gave, and the ids of what groups gave. */
export type Standing = Pick<Membership, 'orgId' | 'role' | 'until' | 'firmId'> & {
  inTeams: boolean;
  held: string[];
};

/** Where somebody is a member, also where their access has ended. */
export async function standingsOfUser(db: Db, userId: string): Promise<Standing[]> {
  const { orgId, role, until, firmId } = membership;
  const [members, inTeams, held] = await Promise.all([
    db.select({ orgId, role, until, firmId }).from(membership).where(eq(membership.userId, userId)),
    db.select({ orgId: teamRole.orgId }).from(teamRole).where(eq(teamRole.userId, userId)),
    db
      .select({ orgId: groupGrant.orgId, id: groupGrant.groupRoleId })
      .from(groupGrant)
      .where(eq(groupGrant.userId, userId)),
  ]);
  return members.map((member) => ({
    ...member,
    inTeams: inTeams.some((each) => each.orgId === member.orgId),
    held: held.flatMap(({ orgId: of, id }) => (of === member.orgId ? [id] : [])),
  }));
}

type Whose = Pick<Membership, 'orgId' | 'userId'>;

export function insertGroupGrants(tx: Tx, { orgId, userId }: Whose, ids: readonly string[]) {
  return ids.map((groupRoleId) => tx.insert(groupGrant).values({ orgId, userId, groupRoleId }));
}

export function deleteGroupGrants(tx: Tx, { orgId, userId }: Whose, ids: readonly string[]) {
  return tx
    .delete(groupGrant)
    .where(
      and(
        eq(groupGrant.orgId, orgId),
        eq(groupGrant.userId, userId),
        inArray(groupGrant.groupRoleId, [...ids]),
      ),
    );
}
