import type { Metadata } from 'next';
import { requireMember } from '@/lib/auth/actor';
import { providerName } from '@/lib/auth/provider';
import { signInRuleOf } from '@/lib/orgs/set-sign-in-rule';
import { Notice } from '../../../../ui/notice';
import { Section } from '../../../../ui/section';
import { SettingsTabs } from '../_tabs';
import { RuleForm } from './rule-form';

export const metadata: Metadata = { title: 'Signing in' };

export default async function SignInSettingsPage({
  params,
  searchParams,
}: PageProps<'/[org]/settings/sign-in'>) {
  const { org: slug } = await params;
  const { org, ctx } = await requireMember({ org: slug }, 'org.configure', `/${slug}/settings/sign-in`);
  const [rule, { saved }] = await Promise.all([signInRuleOf(ctx), searchParams]);
  const provider = providerName();
  return (
    <>
      <h1 className="mb-4 text-xl">Settings of {org.name}</h1>
      <SettingsTabs org={slug} actor={ctx.actor} current="/sign-in" />
      {saved === '1' && <Notice>Saved.</Notice>}
      <Section title="How members sign in">
        {provider === null && (
          <p className="mb-4 max-w-prose">
            This installation has no single sign-on. Whoever runs it can connect an OpenID Connect provider.
          </p>
        )}
        <RuleForm org={slug} rule={rule} provider={provider} />
      </Section>
    </>
  );
}
