import 'server-only';
import { orgsOfUser, type OrgOfUser } from '@/db/orgs';
import type { ActorContext } from '../context';
import { roleAt } from '../domain/policy';
import { dayOf } from '../domain/calendar';

/** An organisation whose own things its member may use elsewhere. */
export type Firm = Pick<OrgOfUser, 'slug' | 'name'> & { orgId: string };

/** The other organisations in whose name the person works: whose whole they do more than read. By name. */
export async function firmsOf({
  db,
  now,
  actor,
}: Pick<ActorContext, 'db' | 'now' | 'actor'>): Promise<Firm[]> {
  const all = await orgsOfUser(db, actor.userId, dayOf(now));
  return all
    .filter(({ id, grants }) => {
      const role = roleAt(grants, null);
      return id !== actor.orgId && role !== null && role !== 'viewer';
    })
    .map(({ id, slug, name }) => ({ orgId: id, slug, name }));
}
