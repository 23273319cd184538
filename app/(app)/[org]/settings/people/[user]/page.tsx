import type { Metadata, Route } from 'next';
import { notFound } from 'next/navigation';
import { requireMember } from '@/lib/auth/actor';
import { memberList } from '@/lib/members/member-list';
import { teamList } from '@/lib/teams/team-list';
import { Link } from '../../../../../ui/link';
import { Section } from '../../../../../ui/section';
import { SettingsTabs } from '../../_tabs';
import { HandOverForm, MemberForm, RemoveForm } from '../_parts/member-form';

export const metadata: Metadata = { title: 'Change a member' };

export default async function MemberPage({ params }: PageProps<'/[org]/settings/people/[user]'>) {
  const { org: slug, user } = await params;
  const here = `/${slug}/settings/people`;
  const { ctx, person } = await requireMember({ org: slug }, 'member.manage', `${here}/${user}`);
  const [{ members }, teams] = await Promise.all([memberList(ctx), teamList(ctx)]);
  const member = members.find(({ userId }) => userId === user) ?? notFound();
  const owner = ctx.actor.role === 'owner';
  return (
    <>
      <h1 className="mb-1 text-xl">What {member.name} may do</h1>
      <p className="text-quiet mb-4 text-sm break-all">{member.email}</p>
      <SettingsTabs org={slug} actor={ctx.actor} current="/people" />
      <Section
        title="Roles"
        aside={
          <Link href={here as Route} className="link inline-block min-h-6">
            All people
          </Link>
        }
      >
        {member.fromGroups.length > 0 && (
          <p className="mb-4 max-w-prose break-words">
            By single sign-on {member.name} is {member.fromGroups.join('; ')}. What is given here stands
            beside that.
          </p>
        )}
        <MemberForm org={slug} member={member} teams={teams} mayMakeOwners={owner} />
      </Section>
      {member.userId !== person.userId && (
        <Section title="Remove">
          <RemoveForm org={slug} member={member} />
        </Section>
      )}
      {owner && member.userId !== person.userId && member.role !== 'owner' && (
        <Section title="Hand over">
          <HandOverForm org={slug} member={member} />
        </Section>
      )}
    </>
  );
}
