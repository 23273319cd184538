import 'server-only';
import { orgsOfUser, type OrgOfUser } from '@/db/orgs';
import type { ActorContext } from '../context';

/** The organisations that the actor belongs to, by name. */
export function organisationsOf({ db, actor }: Pick<ActorContext, 'db' | 'actor'>): Promise<OrgOfUser[]> {
  return orgsOfUser(db, actor.userId);
}
