import type { Metadata, Route } from 'next';
import { signedIn } from '@/lib/auth/session';
import { newContext } from '@/lib/context';
import { dateText } from '@/lib/domain/labels';
import { hasAccount, usableInvitation } from '@/lib/members/open-invitation';
import { firmsOf } from '@/lib/orgs/firms-of';
import { NO_SIGN_UP, signUpRule } from '@/lib/users/sign-up-rule';
import { signOut } from '../../../actions';
import { Button, buttonClass } from '../../../ui/button';
import { Link } from '../../../ui/link';
import { ServerForm } from '../../../ui/server-form';
import { JoinForm, NewAccountForm } from './join-forms';

export const metadata: Metadata = { title: 'Invitation' };

/** What an invitation offers. The page changes nothing; only its button does, as mail programs open links before people do. */
export default async function InvitePage({ params }: PageProps<'/invite/[token]'>) {
  const { token } = await params;
  const ctx = newContext();
  const opened = await usableInvitation(ctx, token);
  if (opened === null)
    return (
      <div className="mx-auto max-w-md space-y-4 py-8">
        <h1 className="text-xl">This invitation is not valid (any more)</h1>
        <p>It was used, taken back, or has expired. Ask who invited you for a new one.</p>
      </div>
    );
  const { invitation, org, by, offers } = opened;
  const person = await signedIn();
  return (
    <div className="mx-auto max-w-md space-y-6 py-8">
      <h1 className="text-xl">Join {org.name}</h1>
      <p>
        {by} invites <span className="break-all">{invitation.email}</span> to {org.name}. You would be:{' '}
        {offers}.{invitation.until !== null && ` Your access would end on ${dateText(invitation.until)}.`}
      </p>
      {person === null ? (
        (await hasAccount(ctx, invitation.email)) ? (
          <>
            <p>There is an account with this address. Sign in, and you come back here.</p>
            <Link
              href={`/signin?to=${encodeURIComponent(`/invite/${token}`)}` as Route}
              className={buttonClass('primary')}
            >
              Sign in
            </Link>
          </>
        ) : signUpRule() === 'closed' ? (
          <p>{NO_SIGN_UP.closed}</p>
        ) : (
          <NewAccountForm token={token} org={org.name} email={invitation.email} name={invitation.name} />
        )
      ) : person.email === invitation.email ? (
        <JoinForm
          token={token}
          org={org.name}
          firms={await firmsOf({ ...ctx, actor: { userId: person.userId, orgId: org.id, role: null } })}
        />
      ) : (
        <>
          <p>
            You are signed in as <span className="break-all">{person.email}</span>, and the invitation is for
            another address. Sign out, then open the link again.
          </p>
          <ServerForm action={signOut}>
            <Button type="submit">Sign out</Button>
          </ServerForm>
        </>
      )}
    </div>
  );
}
