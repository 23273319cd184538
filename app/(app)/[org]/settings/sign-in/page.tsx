import type { Metadata } from 'next';
import { requireMember } from '@/lib/auth/actor';
import { providerName } from '@/lib/auth/provider';
import { groupRoles } from '@/lib/orgs/group-roles';
import { ownDomains } from '@/lib/orgs/own-domains';
import { signInRuleOf } from '@/lib/orgs/set-sign-in-rule';
import { teamList } from '@/lib/teams/team-list';
import { Notice } from '../../../../ui/notice';
import { Section } from '../../../../ui/section';
import { SettingsTabs } from '../_tabs';
import { AddDomainForm, DomainRow } from './domains';
import { AddGroupForm, GroupRow } from './groups';
import { RuleForm } from './rule-form';

export const metadata: Metadata = { title: 'Signing in' };

const DONE: Record<string, string> = {
  saved: 'Saved.',
  domain: 'The domain is added. Publish its record to show that it is yours.',
  verified: 'The record is there: the domain is yours.',
  group: 'Saved. It holds from the next sign-in of each person in the group.',
};

/** How members have to come in, who may join by the address they have, and what groups of the provider give. */
export default async function SignInSettingsPage({
  params,
  searchParams,
}: PageProps<'/[org]/settings/sign-in'>) {
  const [{ org: slug }, query] = await Promise.all([params, searchParams]);
  const { org, ctx } = await requireMember({ org: slug }, 'org.configure', `/${slug}/settings/sign-in`);
  const [rule, domains, groups, teams] = await Promise.all([
    signInRuleOf(ctx),
    ownDomains(ctx),
    groupRoles(ctx),
    teamList(ctx),
  ]);
  const provider = providerName();
  const said = DONE[String(query['done'])];
  return (
    <>
      <h1 className="mb-4 text-xl">Settings of {org.name}</h1>
      <SettingsTabs org={slug} actor={ctx.actor} current="/sign-in" />
      {said !== undefined && (
        <div className="mb-6" role="status">
          <Notice>{said}</Notice>
        </div>
      )}
      <Section title="How members sign in">
        {provider === null && (
          <p className="mb-4 max-w-prose">
            This installation has no single sign-on. Whoever runs it can connect an OpenID Connect provider.
          </p>
        )}
        <RuleForm org={slug} rule={rule} provider={provider} />
      </Section>
      {(provider !== null || domains.length > 0) && (
        <Section title="Domains">
          <p className="mb-4 max-w-prose">
            Who signs in by {provider ?? 'single sign-on'} with a confirmed address in a domain of yours can
            join without an invitation. Whoever was removed, or left, does not come back by it.
          </p>
          {domains.length > 0 && (
            <ul className="mb-6 max-w-3xl">
              {domains.map((domain) => (
                <DomainRow key={domain.domain} org={slug} domain={domain} />
              ))}
            </ul>
          )}
          <AddDomainForm org={slug} />
        </Section>
      )}
      {(provider !== null || groups.length > 0) && (
        <Section title="Roles from groups">
          <p className="mb-4 max-w-prose">
            A group of {provider ?? 'the provider'} can give its people a role, beside what is given to them
            here. It is given and taken away when they sign in. It holds for members, and for who has an
            address in a domain of yours.
          </p>
          {groups.length > 0 && (
            <ul className="mb-6 max-w-3xl">
              {groups.map((group) => (
                <GroupRow key={group.id} org={slug} group={group} />
              ))}
            </ul>
          )}
          <AddGroupForm org={slug} teams={teams} />
        </Section>
      )}
    </>
  );
}
