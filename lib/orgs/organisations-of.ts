import 'server-only';
import { orgsOfUser, type OrgOfUser } from '@/db/orgs';
import type { ActorContext } from '../context';
import { dayOf } from '../domain/calendar';

/** The organisations that the actor belongs to, by name. */
export function organisationsOf({
  db,
  now,
  actor,
}: Pick<ActorContext, 'db' | 'now' | 'actor'>): Promise<OrgOfUser[]> {
  return orgsOfUser(db, actor.userId, dayOf(now));
}
