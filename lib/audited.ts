import 'server-only';
import { insertAudit } from '@/db/audit';
import type { Tx } from '@/db/client';
import type { AuditDetail } from '@/db/schema';
import type { ActorContext } from './context';

type Resource = 'assessment' | 'org' | 'team';

/** The line of the audit log for what this person did, to go into the commit that does it. */
export function audited(
  { newId, now, actor }: Pick<ActorContext, 'newId' | 'now' | 'actor'>,
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
