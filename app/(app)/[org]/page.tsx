import type { Metadata, Route } from 'next';
import Link from 'next/link';
import { requireMember } from '@/lib/auth/actor';
import { can } from '@/lib/domain/policy';
import { orgOverview } from '@/lib/orgs/org-overview';
import { buttonClass } from '../../ui/button';
import { Section } from '../../ui/section';
import { Standing } from './_overview/standing';
import { TeamTable } from './_overview/team-table';

export async function generateMetadata({ params }: PageProps<'/[org]'>): Promise<Metadata> {
  const { org: slug } = await params;
  const { org } = await requireMember(slug, 'org.read', `/${slug}`);
  return { title: org.name };
}

export default async function OrganisationPage({ params }: PageProps<'/[org]'>) {
  const { org: slug } = await params;
  const { org, ctx } = await requireMember(slug, 'org.read', `/${slug}`);
  const { scorecard, waiting, teams } = await orgOverview(ctx, org.questionnaires);
  const mayAdd = can(ctx.actor, 'team.create', { orgId: org.id });
  return (
    <>
      <div className="mb-6 max-w-prose">
        <h1 className="text-xl">{org.name}: machine learning teams</h1>
        <p className="text-quiet text-sm">
          {scorecard.teams.length} of {teams} teams finished. From the newest finished assessment of each
          team.
        </p>
        <p className="mt-4 text-lg">{scorecard.sentences.join(' ')}</p>
      </div>
      {scorecard.teams.length > 0 && (
        <>
          <Section title="Where the teams stand">
            <Standing models={scorecard.models} />
          </Section>
          <Section title="Teams" aside="requirements to go for the next level beside each level">
            <TeamTable
              slug={slug}
              teams={scorecard.teams}
              questionnaires={org.questionnaires}
              models={ctx.content.models}
            />
          </Section>
          <Section title="What holds back most teams" aside="teams whose next level waits for it">
            <ol className="max-w-prose space-y-1">
              {scorecard.holdsBack.slice(0, 6).map(({ capability, title, teams: held }) => (
                <li key={title} className="border-line flex justify-between gap-4 border-b py-1">
                  <Link href={`/${slug}/library/capabilities/${capability}` as Route} className="link">
                    {title}
                  </Link>
                  <span className="whitespace-nowrap">
                    {held} of {scorecard.teams.length}
                  </span>
                </li>
              ))}
            </ol>
          </Section>
        </>
      )}
      <Section title="Not finished yet">
        {waiting.length === 0 ? (
          <p>Every team has a finished assessment.</p>
        ) : (
          <ul className="max-w-prose">
            {waiting.map((team) => (
              <li key={team.slug} className="border-line flex justify-between gap-4 border-b py-1.5">
                <Link href={`/${slug}/teams/${team.slug}` as Route} className="link">
                  {team.name}
                </Link>
                <span className="text-quiet">{team.drafts > 0 ? 'answering' : 'not started'}</span>
              </li>
            ))}
          </ul>
        )}
        {mayAdd && (
          <p className="mt-6">
            <Link href={`/${slug}/teams` as Route} className={buttonClass('plain')}>
              Add or import teams
            </Link>
          </p>
        )}
        {scorecard.teams.length === 0 && waiting[0] !== undefined && (
          <p className="mt-6">
            <Link href={`/${slug}/teams/${waiting[0].slug}` as Route} className={buttonClass('primary')}>
              Go to {waiting[0].name}
            </Link>
          </p>
        )}
      </Section>
    </>
  );
}
