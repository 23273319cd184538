import 'server-only';
import { membersOfOrg, type Member } from '@/db/orgs';
import { idsAbove } from '@/db/teams';
import type { ActorContext } from '../context';
import { dayOf } from '../domain/calendar';
import { can, roleAt } from '../domain/policy';

/** The members who may answer for a team today, by name. */
export async function mayBeAsked(
  { db, actor, now }: Pick<ActorContext, 'db' | 'actor' | 'now'>,
  teamId: string,
): Promise<Member[]> {
  const [members, above] = await Promise.all([
    membersOfOrg(db, actor.orgId),
    idsAbove(db, actor.orgId, teamId),
  ]);
  const path = [teamId, ...above];
  const today = dayOf(now);
  return members.filter(
    ({ userId, until, grants, fromGroups }) =>
      (until === null || until >= today) &&
      can(
        { userId, orgId: actor.orgId, role: roleAt([...grants, ...fromGroups], path) },
        'assessment.answer',
        {
          orgId: actor.orgId,
        },
      ),
  );
}
