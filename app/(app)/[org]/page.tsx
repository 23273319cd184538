import type { Metadata, Route } from 'next';
import Link from 'next/link';
import { requireMember } from '@/lib/auth/actor';
import { can } from '@/lib/domain/policy';
import { orgOverview } from '@/lib/orgs/org-overview';
import { buttonClass } from '../../ui/button';
import { Section } from '../../ui/section';
import { Pages } from './_overview/pages';
import { Standing } from './_overview/standing';
import { TeamTable } from './_overview/team-table';

export async function generateMetadata({ params }: PageProps<'/[org]'>): Promise<Metadata> {
  const { org: slug } = await params;
  const { org } = await requireMember(slug, 'org.read', `/${slug}`);
  return { title: org.name };
}

export default async function OrganisationPage({ params, searchParams }: PageProps<'/[org]'>) {
  const [{ org: slug }, { page }] = await Promise.all([params, searchParams]);
  const { org, ctx } = await requireMember(slug, 'org.read', `/${slug}`);
  const { scorecard, table, waiting, teams } = await orgOverview(ctx, org.questionnaires, {
    aims: org.aims,
    page: Number.parseInt(String(page), 10) || 1,
  });
  const [first] = waiting.teams;
  const mayAdd = can(ctx.actor, 'team.create', { orgId: org.id });
  return (
    <>
      <div className="mb-6 max-w-prose">
        <h1 className="text-xl">{org.name}: machine learning teams</h1>
        <p className="text-quiet text-sm">
          {scorecard.teams} of {teams} teams finished. From the newest finished assessment of each team.
        </p>
        <p className="mt-4 text-lg">{scorecard.sentences.join(' ')}</p>
      </div>
      {scorecard.teams > 0 && (
        <>
          <Section title="Where the teams stand">
            <Standing models={scorecard.models} />
          </Section>
          <Section title="Teams" aside="requirements to go for the next level beside each level">
            <TeamTable
              slug={slug}
              teams={table.teams}
              questionnaires={org.questionnaires}
              models={ctx.content.models}
            />
            <Pages slug={slug} page={table.page} pages={table.pages} />
          </Section>
          <Section title="What holds back most teams" aside="teams whose next level waits for it">
            <ol className="max-w-prose space-y-1">
              {scorecard.holdsBack.slice(0, 6).map(({ capability, title, teams: held, of }) => (
                <li key={title} className="border-line flex justify-between gap-4 border-b py-1">
                  <Link href={`/${slug}/library/capabilities/${capability}` as Route} className="link">
                    {title}
                  </Link>
                  <span className="whitespace-nowrap">
                    {held} of {of}
                  </span>
                </li>
              ))}
            </ol>
          </Section>
        </>
      )}
      <Section title="Not finished yet">
        {waiting.count === 0 ? (
          <p>Every team has a finished assessment.</p>
        ) : (
          <ul className="max-w-prose">
            {waiting.teams.map((team) => (
              <li key={team.slug} className="border-line flex justify-between gap-4 border-b py-1.5">
                <Link href={`/${slug}/teams/${team.slug}` as Route} className="link">
                  {team.name}
                </Link>
                <span className="text-quiet">{team.drafts > 0 ? 'answering' : 'not started'}</span>
              </li>
            ))}
            {waiting.count > waiting.teams.length && (
              <li className="text-quiet py-1.5">and {waiting.count - waiting.teams.length} more</li>
            )}
          </ul>
        )}
        {mayAdd && (
          <p className="mt-6">
            <Link href={`/${slug}/teams` as Route} className={buttonClass('plain')}>
              Add or import teams
            </Link>
          </p>
        )}
        {scorecard.teams === 0 && first !== undefined && (
          <p className="mt-6">
            <Link href={`/${slug}/teams/${first.slug}` as Route} className={buttonClass('primary')}>
              Go to {first.name}
            </Link>
          </p>
        )}
      </Section>
    </>
  );
}
