'use client';

import { ActionForm } from '../../../../../ui/action-form';
import { Button } from '../../../../../ui/button';
import { leaveOrgAction } from '../actions';

/** Ends one's own membership, unless one is the last owner. */
export function LeaveForm({ org, name }: { org: string; name: string }) {
  return (
    <ActionForm action={leaveOrgAction} className="max-w-prose space-y-3">
      {() => (
        <>
          <input type="hidden" name="org" value={org} />
          <p className="text-sm">
            You lose access at once. What you answered and wrote stays with {name}. To come back you need a
            new invitation.
          </p>
          <Button type="submit">Leave {name}</Button>
        </>
      )}
    </ActionForm>
  );
}
