import type { Db } from '@/db/client';
import { orgBySlug } from '@/db/orgs';
import type { Org } from '@/db/schema/orgs';
import { DEMO_DRAFT } from '../answers';
import { SIMULATED } from '../../demo/simulated';

/** The organisation that is measured: a simulated one, else the demo's. */
export async function theOrg(db: Db): Promise<Org> {
  const org = (await orgBySlug(db, SIMULATED.id)) ?? (await orgBySlug(db, DEMO_DRAFT.org));
  if (org === undefined) throw new Error('this is neither the demo’s database nor a simulation');
  return org;
}
