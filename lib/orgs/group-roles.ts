import 'server-only';
import * as z from 'zod';
import { commit, exactlyOne } from '@/db/commit';
import { deleteGroupRole, groupRolesOf, insertGroupRole } from '@/db/group-roles';
import { deleteMembership, membersOfOrg, updateOrg, type Member } from '@/db/orgs';
import type { GroupRole } from '@/db/schema/sign-in';
import type { Org } from '@/db/schema/orgs';
import { teamsOfOrg } from '@/db/teams';
import { audited } from '../audited';
import type { ActorContext } from '../context';
import { LIMITS } from '../domain/limits';
import { plainText } from '../domain/schema/answers';
import { pathsOf } from '../domain/team-tree';
import { GROUP_ROLE_NAMES } from '../domain/vocabulary';
import { done, failed, Stale, unlessStale, type Result } from '../errors';

const MOST = 500;

export const addGroupRoleInput = z.object({
  org: z.string(),
  group: plainText(LIMITS.title).min(1, 'enter a group as the provider writes it'),
  role: z.enum(GROUP_ROLE_NAMES),
  /** The slug of a team or unit; empty for the whole organisation. */
  team: z.string().default(''),
});

export const removeGroupRoleInput = z.object({ org: z.string(), id: z.string() });

export type ListedGroupRole = Pick<GroupRole, 'id' | 'name' | 'role'> & {
  /** The path of the team or unit; `null` for the whole organisation. */
  place: string | null;
  /** How many members have it from this group. */
  members: number;
};

/** What groups of the provider give, by the name of the group. */
export async function groupRoles({
  db,
  actor,
}: Pick<ActorContext, 'db' | 'actor'>): Promise<ListedGroupRole[]> {
  const [rows, members, teams] = await Promise.all([
    groupRolesOf(db, actor.orgId),
    membersOfOrg(db, actor.orgId),
    teamsOfOrg(db, actor.orgId),
  ]);
  const paths = pathsOf(teams);
  return rows.map((row) => ({
    ...{ id: row.id, name: row.name, role: row.role },
    place: row.teamId === null ? null : (paths.get(row.teamId) ?? null),
    members: members.filter((member) => hasFrom(member, row)).length,
  }));
}

const hasFrom = ({ fromGroups }: Member, { name, role, teamId }: GroupRole): boolean =>
  fromGroups.some((given) => given.group === name && given.role === role && given.teamId === teamId);

/** Lets a group give a role from the next sign-in of its people on. */
export async function addGroupRole(
  ctx: ActorContext,
  { group, role, team: slug }: Omit<z.output<typeof addGroupRoleInput>, 'org'>,
): Promise<Result<null>> {
  const { db, now, newId, actor } = ctx;
  const { orgId } = actor;
  const [rows, teams] = await Promise.all([groupRolesOf(db, orgId), teamsOfOrg(db, orgId)]);
  const team = teams.find((each) => each.slug === slug);
  if (slug !== '' && team === undefined) return invalid('team', `There is no team “${slug}”.`);
  if (team !== undefined && role === 'admin')
    return invalid('role', 'An admin is of the whole organisation. Choose no team, or another role.');
  const teamId = team?.id ?? null;
  if (rows.some((row) => row.name === group && row.teamId === teamId && row.role === role))
    return invalid('group', `“${group}” gives that already.`);
  if (rows.length >= MOST) return invalid('group', `An organisation has at most ${MOST} of these.`);
  await commit(db, (tx) => [
    insertGroupRole(tx, { id: newId(), orgId, name: group, role, teamId, createdAt: now }),
    audited(ctx, tx, 'org.group-add', orgId, { group, role, team: team?.name ?? null }),
  ]);
  return done(null);
}

const invalid = (field: string, message: string) =>
  failed('invalid', message, { fields: { [field]: message } });

/** Ends that a group gives a role: who had it loses it at once, and who was a member by that alone is none any more. */
export async function removeGroupRole(
  ctx: ActorContext & { org: Pick<Org, 'id' | 'version'> },
  { id }: { id: string },
): Promise<Result<null>> {
  const { db, org, actor } = ctx;
  const { orgId } = actor;
  const [rows, members] = await Promise.all([groupRolesOf(db, orgId), membersOfOrg(db, orgId)]);
  const row = rows.find((each) => each.id === id);
  if (row === undefined) return failed('not-found', 'That is not on the list any more.');
  const gone = members.filter(
    (member) =>
      member.grants.length === 0 &&
      member.firmId === null &&
      member.until === null &&
      member.fromGroups.length === 1 &&
      hasFrom(member, row),
  );
  const saved = await unlessStale(
    commit(db, (tx) => [
      exactlyOne(updateOrg(tx, org), () => new Stale()),
      exactlyOne(deleteGroupRole(tx, row), () => new Stale()),
      ...gone.map(({ userId }) => deleteMembership(tx, { orgId, userId })),
      ...gone.map(({ userId }) => audited(ctx, tx, 'member.remove', userId)),
      audited(ctx, tx, 'org.group-remove', orgId, { group: row.name, role: row.role }),
    ]),
  );
  return saved
    ? done(null)
    : failed('conflict', 'Somebody changed the organisation at this moment. Try again.');
}
