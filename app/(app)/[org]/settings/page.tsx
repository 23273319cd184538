import type { Metadata, Route } from 'next';
import { requireMember } from '@/lib/auth/actor';
import { ACTIONS, can, ROLE_WORDS } from '@/lib/domain/policy';
import { ROLE_NAMES } from '@/lib/domain/vocabulary';
import { aimChoices } from '@/lib/orgs/aim-choices';
import { GRACE_DAYS } from '@/lib/orgs/delete-org';
import { buttonClass } from '../../../ui/button';
import { Link } from '../../../ui/link';
import { Notice } from '../../../ui/notice';
import { Section } from '../../../ui/section';
import { AimsForm } from '../_aims-form';
import { SettingsTabs } from './_tabs';
import { DeleteForm } from './delete-form';
import { OrgForm } from './org-form';

export const metadata: Metadata = { title: 'Settings' };

export default async function SettingsPage({ params, searchParams }: PageProps<'/[org]/settings'>) {
  const { org: slug } = await params;
  const { org, ctx } = await requireMember({ org: slug }, 'org.read', `/${slug}/settings`);
  const mayChange = can(ctx.actor, 'org.configure', { orgId: org.id });
  const { saved } = await searchParams;
  return (
    <>
      <h1 className="mb-4 text-xl">Settings of {org.name}</h1>
      <SettingsTabs org={slug} actor={ctx.actor} current="" />
      {saved === '1' && <Notice>Saved.</Notice>}
      <Section title="Name and questionnaires">
        {mayChange ? (
          <OrgForm org={slug} name={org.name} questionnaires={org.questionnaires} />
        ) : (
          <p>
            Your role here is {ctx.actor.role}. An owner or admin may change the name and the questionnaires.
          </p>
        )}
      </Section>
      {mayChange && (
        <Section title="Targets" aside="on the scorecard, for all teams">
          <AimsForm
            org={slug}
            unit=""
            aims={org.aims ?? {}}
            models={aimChoices(ctx.content, org.questionnaires)}
          />
        </Section>
      )}
      {can(ctx.actor, 'client.manage', { orgId: org.id }) && (
        <Section title="Clients">
          <p className="max-w-prose">
            Does {org.name} assess other organisations?{' '}
            <Link href={`/${slug}/clients` as Route} className="link">
              Keep your clients
            </Link>{' '}
            in one place, each as an organisation of its own.
          </p>
        </Section>
      )}
      {can(ctx.actor, 'org.own', { orgId: org.id }) && (
        <Section title="Take everything along">
          <p className="mb-4 max-w-prose">
            One archive with all that {org.name} has here: teams, assessments with every answer, reports,
            plans, the audit log. It can be imported into another installation of Rungs, and reads there as it
            does here. Shared links and open invitations stay behind, and people set new passwords there.
          </p>
          <a href={`/${slug}/settings/archive`} className={buttonClass()} download>
            Download the archive
          </a>
        </Section>
      )}
      {can(ctx.actor, 'org.own', { orgId: org.id }) && org.deleteAfter === null && (
        <Section title={`Delete ${org.name}`}>
          <DeleteForm org={slug} name={org.name} days={GRACE_DAYS} />
        </Section>
      )}
      <Section title="Who may do what">
        <dl className="mb-4 max-w-prose text-sm">
          {ROLE_NAMES.map((role) => (
            <div key={role} className="flex flex-wrap gap-x-2 py-0.5">
              <dt className="font-medium">{role}</dt>
              <dd>{ROLE_WORDS[role]}</dd>
            </div>
          ))}
        </dl>
        <div
          className="relative overflow-x-auto"
          role="region"
          aria-label="Roles and what they may do"
          tabIndex={0}
        >
          <table className="w-full max-w-3xl text-sm">
            <thead>
              <tr className="border-border border-b text-left">
                <th scope="col" className="py-2 pr-4 font-medium">
                  May
                </th>
                {ROLE_NAMES.map((role) => (
                  <th key={role} scope="col" className="py-2 pr-4 font-medium">
                    {role}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {Object.entries(ACTIONS).map(([action, { words, roles }]) => (
                <tr key={action} className="border-line border-b">
                  <th scope="row" className="py-1.5 pr-4 text-left font-normal">
                    {words}
                  </th>
                  {ROLE_NAMES.map((role) => (
                    <td key={role} className="py-1.5 pr-4">
                      {roles.some((each) => each === role) ? 'yes' : <span className="text-quiet">no</span>}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Section>
    </>
  );
}
