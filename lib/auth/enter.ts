import 'server-only';
import { orgOfMember } from '@/db/orgs';
import type { Org } from '@/db/schema/orgs';
import { teamOfAssessment } from '@/db/score-history';
import { idsAbove, teamBySlug } from '@/db/teams';
import { newContext, type ActorContext } from '../context';
import { dayOf } from '../domain/calendar';
import { roleAt, type Grant } from '../domain/policy';
import { barredBy, type Barred } from '../domain/sign-in-rule';
import type { Place } from './places';
import type { SignedIn } from './session';

export type Membership = {
  person: SignedIn;
  org: Org;
  /** What the person was given, in the whole organisation and in single teams and units. */
  grants: readonly Grant[];
  ctx: ActorContext;
};

export type Entering = { member: Membership; barred: Barred | null };

/** Somebody who is signed in as they come to an organisation; `null` where there is none or they do not belong. */
export async function enter(person: SignedIn, slug: string): Promise<Entering | null> {
  const ctx = newContext();
  const found = await orgOfMember(ctx.db, slug, person.userId, dayOf(ctx.now));
  if (found === undefined) return null;
  const { org, grants, signIn } = found;
  const role = roleAt(grants, null);
  const actor = { userId: person.userId, orgId: org.id, role };
  const barred = signIn === null ? null : barredBy(signIn, { ...person, role }, ctx.now);
  return { member: { person, org, grants, ctx: { ...ctx, actor } }, barred };
}

/** The member with the role that they have at this place. */
export async function standingAt(member: Membership, place: Place): Promise<Membership> {
  const { ctx, grants } = member;
  // Only who was given something in single teams may have another role there than in the organisation.
  if (grants.every(({ teamId }) => teamId === null)) return member;
  const role = roleAt(grants, await pathOf(member, place));
  return { ...member, ctx: { ...ctx, actor: { ...ctx.actor, role } } };
}

/** The team and the units above it; for a team that is not there the organisation's, so that nothing of a team counts. */
async function pathOf({ ctx, org }: Membership, place: Place): Promise<string[] | 'anywhere' | null> {
  if (place.anywhere === true) return 'anywhere';
  if (place.team === undefined && place.assessment === undefined) return null;
  const team =
    place.assessment === undefined
      ? (await teamBySlug(ctx.db, org.id, place.team ?? ''))?.id
      : await teamOfAssessment(ctx.db, org.id, place.assessment);
  return team === undefined ? null : [team, ...(await idsAbove(ctx.db, org.id, team))];
}
