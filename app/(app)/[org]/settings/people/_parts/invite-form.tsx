'use client';

import { useActionState } from 'react';
import type { Invited } from '@/lib/members/invite';
import { Button } from '../../../../../ui/button';
import { TextField } from '../../../../../ui/field';
import { Notice } from '../../../../../ui/notice';
import { SecretLink } from '../../../../../ui/secret-link';
import { inviteAction } from '../actions';
import { GrantFields, type TeamChoice } from './grant-fields';

const NOTHING = { role: 'viewer' as const, inTeams: [], until: null };

/** Invites one person; a link that nobody mailed is shown this once. */
export function InviteForm({
  org,
  teams,
  mayMakeOwners,
}: {
  org: string;
  teams: readonly TeamChoice[];
  mayMakeOwners: boolean;
}) {
  const [state, submit, pending] = useActionState(inviteAction, {});
  const { message, fields, value } = state;
  // What was sent is done with once somebody is invited: the next one starts empty.
  const kept = value === undefined ? state : {};
  return (
    <>
      {value !== undefined && <Sent {...value} />}
      <form action={submit} className="max-w-xl space-y-5" aria-busy={pending} noValidate>
        <input type="hidden" name="org" value={org} />
        {message !== undefined && fields === undefined && <Notice kind="warn">{message}</Notice>}
        <TextField
          label="E-mail address"
          name="email"
          type="email"
          autoComplete="off"
          required
          hint="The invitation is bound to it."
          defaultValue={kept.values?.['email']}
          error={fields?.['email']}
        />
        <TextField
          label="Name"
          name="name"
          autoComplete="off"
          hint="For the list of invitations; the person may change it."
          defaultValue={kept.values?.['name']}
          error={fields?.['name']}
        />
        <GrantFields given={NOTHING} teams={teams} mayMakeOwners={mayMakeOwners} state={kept} />
        <Button kind="primary" type="submit" disabled={pending}>
          Invite
        </Button>
      </form>
    </>
  );
}

function Sent({ email, mailed, link }: Invited) {
  return (
    <div role="status" className="mb-8">
      <Notice>
        {link === null ? (
          <p>The invitation is on its way to {email}.</p>
        ) : (
          <>
            <p className="font-medium">
              {mailed === 'failed'
                ? `The mail to ${email} could not be sent.`
                : 'This installation sends no mail.'}{' '}
              Pass this link on yourself. It is shown this once.
            </p>
            <SecretLink link={link} />
          </>
        )}
      </Notice>
    </div>
  );
}
