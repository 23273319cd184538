import 'server-only';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { newContext, type Context } from '../context';
import { can, type Action } from '../domain/policy';
import type { Barred } from '../domain/sign-in-rule';
import { enter, standingAt, type Entering, type Membership } from './enter';
import type { Place } from './places';
import { signedIn, type SignedIn } from './session';

const entering = cache(async (slug: string): Promise<Entering | null> => {
  const person = await signedIn();
  return person === null ? null : enter(person, slug);
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
  return member === null ? null : standingAt(member, place);
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
