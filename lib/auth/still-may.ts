import 'server-only';
import { database } from '@/db/client';
import { activeSession } from '@/db/sessions';
import { can, type Action } from '../domain/policy';
import { enter, standingAt } from './enter';
import type { Place } from './places';
import type { SignedIn } from './session';

/** Whether somebody whose request was let in a while ago would still be: for what goes on after the answer has begun. */
export async function stillMay(person: SignedIn, place: Place, action: Action): Promise<boolean> {
  const session = await activeSession(database(), person.sessionId, new Date());
  if (session === undefined) return false;
  const entering = await enter(person, place.org);
  if (entering === null || entering.barred !== null) return false;
  const { ctx, org } = await standingAt(entering.member, place);
  return can(ctx.actor, action, { orgId: org.id });
}
