import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Db, Tx } from './client';
import { guarded } from './commit';
import { groupGrant, groupRole, type GroupRole } from './schema/sign-in';
import { membership, type Membership } from './schema/orgs';
import { teamRole } from './schema/teams';

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
export type Standing = Pick<Membership, 'role' | 'until' | 'firmId'> & {
  inTeams: boolean;
  held: string[];
};

type Whose = Pick<Membership, 'orgId' | 'userId'>;

/** How somebody stands to an organisation, also where their access has ended; nothing where they are no member. */
export async function standingOf(db: Db, { orgId, userId }: Whose): Promise<Standing | undefined> {
  const { role, until, firmId } = membership;
  const [members, inTeams, held] = await Promise.all([
    db
      .select({ role, until, firmId })
      .from(membership)
      .where(and(eq(membership.orgId, orgId), eq(membership.userId, userId))),
    db
      .select({ teamId: teamRole.teamId })
      .from(teamRole)
      .where(and(eq(teamRole.orgId, orgId), eq(teamRole.userId, userId))),
    db
      .select({ id: groupGrant.groupRoleId })
      .from(groupGrant)
      .where(and(eq(groupGrant.orgId, orgId), eq(groupGrant.userId, userId))),
  ]);
  return members.map((member) => ({
    ...member,
    inTeams: inTeams.length > 0,
    held: held.map(({ id }) => id),
  }))[0];
}

/** The organisations of somebody in which groups give anything. */
export async function orgsWithGroupRoles(db: Db, userId: string): Promise<string[]> {
  const rows = await db
    .selectDistinct({ orgId: membership.orgId })
    .from(membership)
    .innerJoin(groupRole, eq(groupRole.orgId, membership.orgId))
    .where(eq(membership.userId, userId));
  return rows.map(({ orgId }) => orgId);
}

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
