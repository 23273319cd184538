import { can } from '@/lib/domain/policy';
import type { Membership } from '@/lib/auth/enter';

import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { ServerForm } from '../../ui/server-form';
import { keepOrgAction } from './actions';
import { dayOf } from '@/lib/domain/calendar';

/** Stands on every page of an organisation that is to be deleted. */
export function LeavingNotice({ member: { org, ctx } }: { member: Membership }) {
  if (org.deleteAfter === null) return null;
  const owns = can(ctx.actor, 'org.own', { orgId: org.id });
  return (
    <div className="mb-6">
      <Notice>
        <p>
          {org.name} and everything in it is deleted on {dayOf(org.deleteAfter)}.{' '}
          {!owns && 'An owner can keep it until then.'}
        </p>
        {owns && (
          <ServerForm action={keepOrgAction} className="mt-3" label={`Keep ${org.name}`}>
            <input type="hidden" name="org" value={org.slug} />
            <Button type="submit">Keep it</Button>
          </ServerForm>
        )}
      </Notice>
    </div>
  );
}
