import 'server-only';
import { clientsOf } from '@/db/engagements';
import type { Membership } from '../auth/enter';
import { can } from '../domain/policy';

/** Whether the organisation is a firm with clients that this member may see the list of. */
export const keepsClients = async ({ ctx, org }: Pick<Membership, 'ctx' | 'org'>): Promise<boolean> =>
  can(ctx.actor, 'client.manage', { orgId: org.id }) && (await clientsOf(ctx.db, org.id)).length > 0;
