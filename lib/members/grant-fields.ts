import 'server-only';
import * as z from 'zod';
import type { Team } from '@/db/schema/teams';
import { teamsOfOrg } from '@/db/teams';
import type { ActorContext } from '../context';
import type { Grant } from '../domain/policy';
import { ROLE_NAMES, TEAM_ROLE_NAMES } from '../domain/vocabulary';
import { done, failed, type Result } from '../errors';
import { emptyOr, several, texts } from '../form-fields';
import { dayOf } from '../domain/calendar';

/** What somebody may do, as a form sends it: a role in the organisation, roles in single teams side by side, and a last day. */
export const grantFields = {
  /** Empty for somebody who is let into single teams alone. */
  role: z.enum(['', ...ROLE_NAMES]).default(''),
  /** Slugs; an empty one is a row that was not filled in. */
  team: texts,
  teamRole: several(z.array(z.enum(TEAM_ROLE_NAMES))),
  until: emptyOr(z.iso.date('enter a day, such as 2027-03-31')),
};

type GrantFields = z.output<z.ZodObject<typeof grantFields>>;

const invalid = (field: string, message: string) =>
  failed('invalid', message, { fields: { [field]: message } });

export type Given = { grants: Grant[]; until: string | null };

/** The roles that the fields name, in the organisation of the actor. */
export async function readGrants(
  { db, now, actor }: Pick<ActorContext, 'db' | 'now' | 'actor'>,
  fields: GrantFields,
  elsewhere = false,
): Promise<Result<Given>> {
  return grantsFrom(await teamsOfOrg(db, actor.orgId), dayOf(now), fields, elsewhere);
}

/** Fails where no role is given, unless there is one from `elsewhere`, such as from a group of the provider, a team is not there or named twice, or the last day has passed. */
export function grantsFrom(
  all: readonly Pick<Team, 'id' | 'slug'>[],
  today: string,
  { role, team, teamRole, until }: GrantFields,
  elsewhere = false,
): Result<Given> {
  const teams = new Map(all.map(({ slug, id }) => [slug, id]));
  const inTeams: Grant[] = [];
  for (const [row, slug] of team.entries()) {
    if (slug === '') continue;
    const teamId = teams.get(slug);
    if (teamId === undefined) return invalid('team', `There is no team “${slug}”.`);
    if (inTeams.some((grant) => grant.teamId === teamId)) return invalid('team', `“${slug}” is named twice.`);
    inTeams.push({ teamId, role: teamRole[row] ?? 'viewer' });
  }
  if (role === '' && inTeams.length === 0 && !elsewhere)
    return invalid('role', 'Give a role in the organisation, or in a team.');
  if (until !== '' && until < today) return invalid('until', 'That day has passed.');
  const whole: Grant[] = role === '' ? [] : [{ teamId: null, role }];
  return done({ grants: [...whole, ...inTeams], until: until === '' ? null : until });
}

/** Roles as they are written: that in the organisation, and those in teams. */
export function splitGrants(grants: readonly Grant[]) {
  const role = grants.find(({ teamId }) => teamId === null)?.role ?? null;
  const inTeams = grants.flatMap(({ teamId, role: given }) => {
    const teamRole = TEAM_ROLE_NAMES.find((name) => name === given);
    return teamId === null || teamRole === undefined ? [] : [{ teamId, role: teamRole }];
  });
  return { role, inTeams };
}
