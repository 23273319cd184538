import { and, eq } from 'drizzle-orm';
import type { Grant } from '../lib/domain/policy';
import type { MemberRole, TeamRole } from '../lib/domain/vocabulary';
import { groupGrant, groupRole, type GroupRole } from './schema/sign-in';
import { membership } from './schema/orgs';
import { teamRole } from './schema/teams';

/** Given by a group of the provider. */
export type GroupGiven = Grant & { group: string };

/** What a query of members selects to read what each may do, with `ofMembership`, `groupsOfMembership` and `groupOfGrant` joined from the left. */
export const roles = {
  role: membership.role,
  teamId: teamRole.teamId,
  inTeam: teamRole.role,
  group: groupRole.name,
  groupRole: groupRole.role,
  groupTeamId: groupRole.teamId,
};

export const ofMembership = () =>
  and(eq(teamRole.orgId, membership.orgId), eq(teamRole.userId, membership.userId));

export const groupsOfMembership = () =>
  and(eq(groupGrant.orgId, membership.orgId), eq(groupGrant.userId, membership.userId));

export const groupOfGrant = () => eq(groupRole.id, groupGrant.groupRoleId);

export type RoleRow = {
  role: MemberRole | null;
  teamId: string | null;
  inTeam: TeamRole | null;
  group: string | null;
  groupRole: GroupRole['role'] | null;
  groupTeamId: string | null;
};

/** What people gave a member; their rows are every role in a team beside every role from a group. */
export function givenByHand(rows: readonly RoleRow[]): Grant[] {
  const role = rows[0]?.role ?? null;
  const inTeams = rows.flatMap(({ teamId, inTeam }) =>
    teamId === null || inTeam === null ? [] : [{ teamId, role: inTeam }],
  );
  return distinct([...(role === null ? [] : [{ teamId: null, role }]), ...inTeams]);
}

/** What groups of the provider gave a member. */
export function givenByGroups(rows: readonly RoleRow[]): GroupGiven[] {
  return distinct(
    rows.flatMap(({ group, groupRole: role, groupTeamId: teamId }) =>
      group === null || role === null ? [] : [{ teamId, role, group }],
    ),
  );
}

/** All that a member may do, whoever gave it. */
export function grantsFrom(rows: readonly RoleRow[]): Grant[] {
  const fromGroups = givenByGroups(rows).map(({ teamId, role }) => ({ teamId, role }));
  return distinct([...givenByHand(rows), ...fromGroups]);
}

const distinct = <Each extends object>(all: readonly Each[]): Each[] => [
  ...new Map(all.map((each) => [Object.values(each).join('\n'), each])).values(),
];

/** Rows of one key together, in the order in which keys come. */
export function byKey<Row>(rows: readonly Row[], keyOf: (row: Row) => string): [Row, ...Row[]][] {
  const groups = new Map<string, [Row, ...Row[]]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) groups.set(keyOf(row), [row]);
    else group.push(row);
  }
  return [...groups.values()];
}
