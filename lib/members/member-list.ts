import 'server-only';
import { openInvitationsOf } from '@/db/invitations';
import { membersOfOrg, orgNames } from '@/db/orgs';
import { teamsOfOrg } from '@/db/teams';
import type { ActorContext } from '../context';
import { grantsText } from '../domain/grants';
import type { MemberRole, TeamRole } from '../domain/vocabulary';
import { splitGrants } from './grant-fields';
import { dayOf } from '../domain/calendar';

export type ListedMember = {
  userId: string;
  name: string;
  email: string;
  /** `viewer and contributor in Fraud scoring`, as people gave it; nothing where only groups give something. */
  may: string | null;
  role: MemberRole | null;
  inTeams: { team: string; role: TeamRole }[];
  /** What groups of the provider give beside that: `facilitator in Fraud scoring, from the group ml-leads`. */
  fromGroups: string[];
  until: string | null;
  /** The last day has passed. */
  ended: boolean;
  /** The firm for which a consultant works here. */
  firm: string | null;
};

export type OpenInvitation = {
  id: string;
  email: string;
  name: string;
  may: string;
  by: string;
  expiresAt: Date;
  expired: boolean;
};

/** Who belongs to the organisation and what they may do, by name, and who was asked to join. */
export async function memberList({
  db,
  now,
  actor,
}: ActorContext): Promise<{ members: ListedMember[]; invitations: OpenInvitation[] }> {
  const [members, invitations, teams] = await Promise.all([
    membersOfOrg(db, actor.orgId),
    openInvitationsOf(db, actor.orgId),
    teamsOfOrg(db, actor.orgId),
  ]);
  const teamOf = new Map(teams.map((team) => [team.id, team]));
  const nameOf = (id: string) => teamOf.get(id)?.name;
  const firms = await orgNames(
    db,
    members.flatMap(({ firmId }) => (firmId === null ? [] : [firmId])),
  );
  return {
    members: members.map(({ userId, name, email, grants, fromGroups, until, firmId }) => {
      const { role, inTeams } = splitGrants(grants);
      return {
        ...{ userId, name, email, role, until },
        may: grants.length === 0 && fromGroups.length > 0 ? null : grantsText(grants, nameOf),
        inTeams: inTeams.flatMap(({ teamId, role: given }) => {
          const team = teamOf.get(teamId)?.slug;
          return team === undefined ? [] : [{ team, role: given }];
        }),
        fromGroups: fromGroups.map(
          ({ group, ...grant }) => `${grantsText([grant], nameOf)}, from the group ${group}`,
        ),
        ended: until !== null && until < dayOf(now),
        firm: firmId === null ? null : (firms.get(firmId) ?? null),
      };
    }),
    invitations: invitations.map(({ id, email, name, grants, createdByName, expiresAt }) => ({
      ...{ id, email, name, may: grantsText(grants, nameOf), by: createdByName, expiresAt },
      expired: expiresAt.getTime() <= now.getTime(),
    })),
  };
}
