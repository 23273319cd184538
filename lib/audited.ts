import 'server-only';
import { insertAudit } from '@/db/audit-insert';
import type { Tx } from '@/db/client';
import type { Context } from './context';
import { allowedDetail, type AuditActionName, type DetailOf } from './domain/audit-actions';
import { canonical } from './domain/content';

/** A person within an organisation; nobody known where `userId` is null, such as who opens a link without an account. */
type Doer = { orgId: string; userId: string | null };

/**
 * The line of the audit log for what was done and by whom, to go into the commit that does it, as its last write. It holds of `detail`
 * what `AUDIT_ACTIONS` allows, and so never what somebody answered.
 */
export function audited<Action extends AuditActionName>(
  { newId, now, actor, place = null }: Pick<Context, 'newId' | 'now' | 'place'> & { actor: Doer },
  _tx: Tx,
  action: Action,
  resourceId: string,
  detail: DetailOf<Action> = {},
) {
  return insertAudit({
    ...{ orgId: actor.orgId, userId: actor.userId, place, newId, at: now },
    ...{ action, resourceId, detail: canonical(allowedDetail(action, detail)) },
  });
}
