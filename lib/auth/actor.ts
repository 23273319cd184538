import 'server-only';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { orgOfMember } from '@/db/orgs';
import type { Org } from '@/db/schema';
import { teamOfAssessment } from '@/db/score-history';
import { teamBySlug, idsAbove } from '@/db/teams';
import { newContext, type ActorContext, type Context } from '../context';
import { can, roleAt, type Action, type Grant } from '../domain/policy';
import { barredBy, type Barred } from '../domain/sign-in-rule';
import type { Place } from './places';
import { signedIn, type SignedIn } from './session';
import { dayOf } from '../domain/calendar';

export type Membership = {
  person: SignedIn;
  org: Org;
  /** What the person was given, in the whole organisation and in single teams and units. */
  grants: readonly Grant[];
  ctx: ActorContext;
};

type Entering = { member: Membership; barred: Barred | null };

const entering = cache(async (slug: string): Promise<Entering | null> => {
  const person = await signedIn();
  if (person === null) return null;
  const ctx = newContext();
  const found = await orgOfMember(ctx.db, slug, person.userId, dayOf(ctx.now));
  if (found === undefined) return null;
  const { org, grants, signIn } = found;
  const role = roleAt(grants, null);
  const actor = { userId: person.userId, orgId: org.id, role };
  const barred = signIn === null ? null : barredBy(signIn, { ...person, role }, ctx.now);
  return { member: { person, org, grants, ctx: { ...ctx, actor } }, barred };
});

/**
 * The person as a member of the organisation with this slug; `null` where there is none, they do not belong, or have to sign in in another
 * way first: all look the same.
 */
export async function memberOf(slug: string): Promise<Membership | null> {
  const found = await entering(slug);
  return found === null || found.barred !== null ? null : found.member;
}

/** Why somebody who belongs to the organisation has to sign in again before they may be there. */
export async function barredFrom(slug: string): Promise<Barred | null> {
  return (await entering(slug))?.barred ?? null;
}

/** The member as they stand at this place, with the strongest role that they have there. */
export async function memberAt(place: Place): Promise<Membership | null> {
  const member = await memberOf(place.org);
  // Only who was given something in single teams may have another role there than in the organisation.
  if (member === null || member.grants.every(({ teamId }) => teamId === null)) return member;
  const { ctx, grants } = member;
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

/** For pages: who is not signed in is sent to sign in, who may not sees that there is no such page. */
export async function requireMember(place: Place, action: Action, here: string): Promise<Membership> {
  const member = await memberAt(place);
  if (member !== null && can(member.ctx.actor, action, { orgId: member.org.id })) return member;
  if ((await signedIn()) === null) redirect(`/signin?to=${encodeURIComponent(here)}`);
  const barred = await barredFrom(place.org);
  if (barred !== null) redirect(`/signin?again=${barred}&to=${encodeURIComponent(here)}`);
  return notFound();
}

/** For pages about the account itself: who is not signed in is sent to sign in. */
export async function requirePerson(here: string): Promise<Context & { person: SignedIn }> {
  const person = await signedIn();
  if (person === null) redirect(`/signin?to=${encodeURIComponent(here)}`);
  return { ...newContext(), person };
}
