import 'server-only';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { orgOfMember } from '@/db/orgs';
import type { Org } from '@/db/schema';
import { newContext, type ActorContext, type Context } from '../context';
import { can, type Action } from '../domain/policy';
import { signedIn, type SignedIn } from './session';

export type Membership = { person: SignedIn; org: Org; ctx: ActorContext };

/** The person as a member of the organisation with this slug; `null` where there is none or they do not belong: both look the same. */
export const memberOf = cache(async (slug: string): Promise<Membership | null> => {
  const person = await signedIn();
  if (person === null) return null;
  const ctx = newContext();
  const found = await orgOfMember(ctx.db, slug, person.userId);
  if (found === undefined) return null;
  const { org, role } = found;
  return { person, org, ctx: { ...ctx, actor: { userId: person.userId, orgId: org.id, role } } };
});

/** For pages: who is not signed in is sent to sign in, who may not sees that there is no such page. */
export async function requireMember(slug: string, action: Action, here: string): Promise<Membership> {
  const member = await memberOf(slug);
  if (member !== null && can(member.ctx.actor, action, { orgId: member.org.id })) return member;
  if ((await signedIn()) === null) redirect(`/signin?to=${encodeURIComponent(here)}`);
  return notFound();
}

/** For pages about the account itself: who is not signed in is sent to sign in. */
export async function requirePerson(here: string): Promise<Context & { person: SignedIn }> {
  const person = await signedIn();
  if (person === null) redirect(`/signin?to=${encodeURIComponent(here)}`);
  return { ...newContext(), person };
}
