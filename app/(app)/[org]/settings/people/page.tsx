import type { Metadata, Route } from 'next';
import { requireMember } from '@/lib/auth/actor';
import { dateText } from '@/lib/domain/labels';
import { can } from '@/lib/domain/policy';
import { memberList, type ListedMember, type OpenInvitation } from '@/lib/members/member-list';
import { teamList } from '@/lib/teams/team-list';
import { Button } from '../../../../ui/button';
import { HiddenFields } from '../../../../ui/hidden-fields';
import { Link } from '../../../../ui/link';
import { Notice } from '../../../../ui/notice';
import { Section } from '../../../../ui/section';
import { ServerForm } from '../../../../ui/server-form';
import { SettingsTabs } from '../_tabs';
import { revokeInvitationAction } from './actions';
import { InviteForm } from './_parts/invite-form';
import { InviteMany } from './_parts/invite-many';
import { LeaveForm } from './_parts/leave-form';

export const metadata: Metadata = { title: 'People' };

const DONE: Record<string, string> = {
  changed: 'The roles are saved.',
  removed: 'The person is no member any more.',
  'handed-over': 'The organisation has a new owner; you are an admin now.',
};

/** Who belongs to the organisation, what each may do, and who was asked to join. */
export default async function PeoplePage({ params, searchParams }: PageProps<'/[org]/settings/people'>) {
  const [{ org: slug }, query] = await Promise.all([params, searchParams]);
  const { org, ctx, person } = await requireMember({ org: slug }, 'org.read', `/${slug}/settings/people`);
  const mayManage = can(ctx.actor, 'member.manage', { orgId: org.id });
  const { members, invitations } = await memberList(ctx);
  const teams = mayManage ? await teamList(ctx) : [];
  const said = DONE[String(query['done'])];
  return (
    <>
      <h1 className="mb-4 text-xl">People of {org.name}</h1>
      <SettingsTabs org={slug} actor={ctx.actor} current="/people" />
      {said !== undefined && (
        <div className="mb-6" role="status">
          <Notice>{said}</Notice>
        </div>
      )}
      <Section title="Members">
        <ul className="max-w-3xl">
          {members.map((member) => (
            <Member
              key={member.userId}
              org={slug}
              member={member}
              own={member.userId === person.userId}
              mayManage={mayManage}
            />
          ))}
        </ul>
      </Section>
      {mayManage && (
        <>
          <Section title="Invite somebody">
            <InviteForm org={slug} teams={teams} mayMakeOwners={ctx.actor.role === 'owner'} />
          </Section>
          <Section title="Invitations">
            <Invitations org={slug} invitations={invitations} />
          </Section>
          <Section title="Invite many">
            <InviteMany org={slug} />
          </Section>
        </>
      )}
      <Section title="Leave">
        <LeaveForm org={slug} name={org.name} />
      </Section>
    </>
  );
}

function Member({
  org,
  member: { userId, name, email, may, fromGroups, until, ended, firm },
  own,
  mayManage,
}: {
  org: string;
  member: ListedMember;
  own: boolean;
  mayManage: boolean;
}) {
  return (
    <li className="border-line flex flex-wrap items-start justify-between gap-x-6 gap-y-2 border-b py-3 last:border-b-0">
      <div className="min-w-0">
        <p className="break-words">
          <span className="font-medium">{name}</span>
          {own && <span className="text-quiet"> · you</span>}
          {firm !== null && <span className="text-quiet"> · {firm}</span>}
        </p>
        {may !== null && <p className="text-sm">{may}</p>}
        {fromGroups.map((given) => (
          <p key={given} className="text-sm break-words">
            {given}
          </p>
        ))}
        {(mayManage || own) && <p className="text-quiet text-sm break-all">{email}</p>}
        {until !== null && (
          <p className={`text-sm ${ended ? 'text-warn' : 'text-quiet'}`}>
            {ended ? 'Access ended on' : 'Access until'} {dateText(until)}
          </p>
        )}
      </div>
      {mayManage && (
        <Link
          href={`/${org}/settings/people/${userId}` as Route}
          className="link inline-block min-h-6 text-sm"
          aria-label={`Change what ${name} may do`}
        >
          Change
        </Link>
      )}
    </li>
  );
}

function Invitations({ org, invitations }: { org: string; invitations: OpenInvitation[] }) {
  if (invitations.length === 0) return <p>Nobody is invited at the moment.</p>;
  return (
    <ul className="max-w-3xl">
      {invitations.map(({ id, email, name, may, by, expiresAt, expired }) => (
        <li
          key={id}
          className="border-line flex flex-wrap items-start justify-between gap-x-6 gap-y-2 border-b py-3 last:border-b-0"
        >
          <div className="min-w-0 text-sm">
            <p className="text-base break-all">
              {email}
              {name !== '' && <span className="text-quiet break-words"> · {name}</span>}
            </p>
            <p>{may}</p>
            <p className={expired ? 'text-warn' : 'text-quiet'}>
              by {by} · {expired ? 'expired on' : 'good until'} {dateText(expiresAt.toISOString())}
            </p>
          </div>
          <ServerForm action={revokeInvitationAction}>
            <HiddenFields of={{ org, id }} />
            <Button type="submit" aria-label={`Take back the invitation of ${email}`}>
              Take back
            </Button>
          </ServerForm>
        </li>
      ))}
    </ul>
  );
}
