'use client';

import type { ListedMember } from '@/lib/members/member-list';
import { ActionForm } from '../../../../../ui/action-form';
import { Button } from '../../../../../ui/button';
import { HiddenFields } from '../../../../../ui/hidden-fields';
import { changeMemberAction, handOverAction, removeMemberAction } from '../actions';
import { GrantFields, type TeamChoice } from './grant-fields';

type Props = {
  org: string;
  member: Pick<ListedMember, 'userId' | 'name' | 'role' | 'inTeams' | 'until'>;
  teams: readonly TeamChoice[];
  mayMakeOwners: boolean;
};

/** Other roles, or another last day. */
export function MemberForm({ org, member, teams, mayMakeOwners }: Props) {
  return (
    <ActionForm action={changeMemberAction} className="max-w-xl space-y-5">
      {(state) => (
        <>
          <HiddenFields of={{ org, user: member.userId }} />
          <GrantFields given={member} teams={teams} mayMakeOwners={mayMakeOwners} state={state} />
          <Button kind="primary" type="submit">
            Save
          </Button>
        </>
      )}
    </ActionForm>
  );
}

export function RemoveForm({ org, member }: Pick<Props, 'org' | 'member'>) {
  return (
    <ActionForm action={removeMemberAction} className="max-w-prose space-y-3">
      {() => (
        <>
          <HiddenFields of={{ org, user: member.userId }} />
          <p className="text-sm">{member.name} loses access at once. What was answered and written stays.</p>
          <Button type="submit">Remove {member.name}</Button>
        </>
      )}
    </ActionForm>
  );
}

export function HandOverForm({ org, member }: Pick<Props, 'org' | 'member'>) {
  return (
    <ActionForm action={handOverAction} className="max-w-prose space-y-3">
      {() => (
        <>
          <HiddenFields of={{ org, user: member.userId }} />
          <p className="text-sm">
            {member.name} becomes an owner in your place. You stay as an admin, and cannot take it back
            yourself.
          </p>
          <Button type="submit">Hand over to {member.name}</Button>
        </>
      )}
    </ActionForm>
  );
}
