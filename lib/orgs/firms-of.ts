import 'server-only';
import { orgsOfUser, type OrgOfUser } from '@/db/orgs';
import type { ActorContext } from '../context';

/** An organisation whose own things its member may use elsewhere. */
export type Firm = Pick<OrgOfUser, 'slug' | 'name'> & { orgId: string };

/** The other organisations in whose name the person works: as owner or contributor, not as a viewer. By name. */
export async function firmsOf({ db, actor }: Pick<ActorContext, 'db' | 'actor'>): Promise<Firm[]> {
  const all = await orgsOfUser(db, actor.userId);
  return all
    .filter(({ id, role }) => id !== actor.orgId && role !== 'viewer')
    .map(({ id, slug, name }) => ({ orgId: id, slug, name }));
}
