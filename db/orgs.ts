import { and, eq, gte, inArray, isNull, lte, or, type SQL } from 'drizzle-orm';
import type { Grant } from '../lib/domain/policy';
import type { TeamRole } from '../lib/domain/vocabulary';
import type { Db, Tx } from './client';
import { guarded } from './commit';
import {
  byKey,
  givenByGroups,
  givenByHand,
  grantsFrom,
  groupOfGrant,
  groupsOfMembership,
  ofMembership,
  roles,
  type GroupGiven,
} from './member-grants';
import { byName } from './order';
import { type Membership, type Org, membership, org } from './schema/orgs';
import { type OrgSignIn, groupGrant, groupRole, orgSignIn } from './schema/sign-in';
import { teamRole } from './schema/teams';
import { user } from './schema/people';

export type OrgOfUser = Pick<Org, 'id' | 'slug' | 'name'> & { grants: Grant[] };
export type Member = {
  userId: string;
  name: string;
  email: string;
  createdAt: Date;
  until: string | null;
  firmId: string | null;
  /** What people gave. */
  grants: Grant[];
  fromGroups: GroupGiven[];
};
/** An organisation as one of its members comes to it. */
export type Entry = { org: Org; grants: Grant[]; signIn: OrgSignIn | null };

export function insertOrg(tx: Tx, row: Omit<typeof org.$inferInsert, 'version'>) {
  return tx.insert(org).values({ ...row, version: 1 });
}

export async function orgBySlug(db: Db, slug: string): Promise<Org | undefined> {
  const rows = await db.select().from(org).where(eq(org.slug, slug));
  return rows[0];
}

export async function orgById(db: Db, id: string): Promise<Org | undefined> {
  const rows = await db.select().from(org).where(eq(org.id, id));
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
  changes: Partial<Pick<Org, 'slug' | 'name' | 'questionnaires' | 'aims' | 'deleteAfter'>> = {},
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

/** The organisations whose time to be kept is over. */
export async function orgsToDelete(db: Db, now: Date): Promise<Pick<Org, 'id' | 'name' | 'deleteAfter'>[]> {
  return db
    .select({ id: org.id, name: org.name, deleteAfter: org.deleteAfter })
    .from(org)
    .where(lte(org.deleteAfter, now));
}

/** Deletes an organisation whose time is over, and none that somebody kept meanwhile. */
export function deleteOrgAfter(tx: Tx, row: { id: string; now: Date }) {
  return tx.delete(org).where(and(eq(org.id, row.id), lte(org.deleteAfter, row.now)));
}

/** The organisations to which the person has access on this day, by name. */
export async function orgsOfUser(db: Db, userId: string, today: string): Promise<OrgOfUser[]> {
  const rows = await db
    .select({ id: org.id, slug: org.slug, name: org.name, ...roles })
    .from(org)
    .innerJoin(membership, eq(membership.orgId, org.id))
    .leftJoin(teamRole, ofMembership())
    .leftJoin(groupGrant, groupsOfMembership())
    .leftJoin(groupRole, groupOfGrant())
    .where(and(eq(membership.userId, userId), admitted(today)));
  return byKey(rows, ({ id }) => id)
    .map((some) => ({ id: some[0].id, slug: some[0].slug, name: some[0].name, grants: grantsFrom(some) }))
    .toSorted(byName);
}

/** The names of these organisations, by id: what a firm is called among the members of its clients. */
export async function orgNames(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: org.id, name: org.name })
    .from(org)
    .where(inArray(org.id, [...new Set(ids)]));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

export type NewMembership = Pick<Membership, 'orgId' | 'userId' | 'role' | 'createdAt'> &
  Partial<Pick<Membership, 'until' | 'firmId'>>;

export function insertMembership(tx: Tx, row: NewMembership) {
  return tx.insert(membership).values(row);
}

/** The organisation with this slug and what the person was given in it, in one query: it stands before every request of a member. */
export async function orgOfMember(
  db: Db,
  slug: string,
  userId: string,
  today: string,
): Promise<Entry | undefined> {
  return entry(db, eq(org.slug, slug), userId, today);
}

/** The same by the organisation's id, for what is done in somebody's name later. */
export async function orgOfId(
  db: Db,
  orgId: string,
  userId: string,
  today: string,
): Promise<Entry | undefined> {
  return entry(db, eq(org.id, orgId), userId, today);
}

async function entry(db: Db, which: SQL, userId: string, today: string): Promise<Entry | undefined> {
  const rows = await db
    .select({ org, signIn: orgSignIn, ...roles })
    .from(org)
    .innerJoin(membership, eq(membership.orgId, org.id))
    .leftJoin(teamRole, ofMembership())
    .leftJoin(groupGrant, groupsOfMembership())
    .leftJoin(groupRole, groupOfGrant())
    .leftJoin(orgSignIn, eq(orgSignIn.orgId, org.id))
    .where(and(which, eq(membership.userId, userId), admitted(today)));
  return rows[0] === undefined
    ? undefined
    : { org: rows[0].org, grants: grantsFrom(rows), signIn: rows[0].signIn };
}

/** All of them, also those whose access has ended. */
export async function membersOfOrg(db: Db, orgId: string): Promise<Member[]> {
  const rows = await db
    .select({
      userId: user.id,
      name: user.name,
      email: user.email,
      createdAt: membership.createdAt,
      until: membership.until,
      firmId: membership.firmId,
      ...roles,
    })
    .from(membership)
    .innerJoin(user, eq(user.id, membership.userId))
    .leftJoin(teamRole, ofMembership())
    .leftJoin(groupGrant, groupsOfMembership())
    .leftJoin(groupRole, groupOfGrant())
    .where(eq(membership.orgId, orgId));
  return byKey(rows, ({ userId }) => userId)
    .map((some) => {
      const { userId, name, email, createdAt, until, firmId } = some[0];
      const person = { userId, name, email, createdAt, until, firmId };
      return { ...person, grants: givenByHand(some), fromGroups: givenByGroups(some) };
    })
    .toSorted(byName);
}

/** How members have to come in; nothing where it does not matter. */
export async function signInOfOrg(db: Db, orgId: string): Promise<OrgSignIn | undefined> {
  const rows = await db.select().from(orgSignIn).where(eq(orgSignIn.orgId, orgId));
  return rows[0];
}

/** Says how they have to, in place of the version that was seen, 0 where nothing was said; misses where there is another by now. */
export function upsertOrgSignIn(tx: Tx, row: Omit<OrgSignIn, 'version'>, seen: number) {
  const { orgId: _, ...changes } = row;
  return guarded(
    tx
      .insert(orgSignIn)
      .values({ ...row, version: seen + 1 })
      .onConflictDoUpdate({
        target: orgSignIn.orgId,
        set: { ...changes, version: seen + 1 },
        setWhere: eq(orgSignIn.version, seen),
      })
      .returning({ orgId: orgSignIn.orgId }),
  );
}

/** Goes with `updateOrg`, or two owners can step down at once. */
export function updateMembership(
  tx: Tx,
  row: Pick<Membership, 'orgId' | 'userId'>,
  changes: Partial<Pick<Membership, 'role' | 'until' | 'firmId'>>,
) {
  return tx
    .update(membership)
    .set(changes)
    .where(and(eq(membership.orgId, row.orgId), eq(membership.userId, row.userId)));
}

/** Goes with `updateOrg`, or two owners can leave at once. */
export function deleteMembership(tx: Tx, row: Pick<Membership, 'orgId' | 'userId'>) {
  return tx.delete(membership).where(and(eq(membership.orgId, row.orgId), eq(membership.userId, row.userId)));
}

/** The teams and units in which a member has a role of their own become these. */
export function writeTeamRoles(
  tx: Tx,
  { orgId, userId }: Pick<Membership, 'orgId' | 'userId'>,
  wanted: readonly { teamId: string; role: TeamRole }[],
) {
  return [
    tx.delete(teamRole).where(and(eq(teamRole.orgId, orgId), eq(teamRole.userId, userId))),
    ...wanted.map((one) => tx.insert(teamRole).values({ orgId, userId, ...one })),
  ];
}

/** Whose access has not ended before this day, such as `2026-10-01`. */
const admitted = (today: string) => or(isNull(membership.until), gte(membership.until, today));
