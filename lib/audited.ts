import 'server-only';
import { insertAudit } from '@/db/audit';
import type { Tx } from '@/db/client';
import type { AuditDetail } from '@/db/schema';
import type { Context } from './context';

type Resource =
  | 'assessment'
  | 'brand'
  | 'decision'
  | 'client'
  | 'finding'
  | 'member'
  | 'org'
  | 'phrase'
  | 'plan'
  | 'report'
  | 'round'
  | 'scenario'
  | 'share'
  | 'team';

/** A person within an organisation; nobody known where `userId` is null, such as who opens a link without an account. */
type Doer = { orgId: string; userId: string | null };

/** The line of the audit log for what was done and by whom, to go into the commit that does it. */
export function audited(
  { newId, now, actor }: Pick<Context, 'newId' | 'now'> & { actor: Doer },
  tx: Tx,
  action: `${Resource}.${string}`,
  resourceId: string,
  detail: AuditDetail = {},
) {
  return insertAudit(tx, {
    id: newId(),
    orgId: actor.orgId,
    at: now,
    actorId: actor.userId,
    action,
    resource: action.slice(0, action.indexOf('.')),
    resourceId,
    detail,
  });
}
