import type { Metadata, Route } from 'next';
import { requireMember } from '@/lib/auth/actor';
import { plural } from '@/lib/domain/labels';
import { pageOf } from '@/lib/domain/page-of';
import { can, confinedTo } from '@/lib/domain/policy';
import { teamList } from '@/lib/teams/team-list';
import { Link } from '../../../ui/link';
import { Pages } from '../../../ui/pages';
import { Section } from '../../../ui/section';
import { AddTeam } from './_tree/add-team';
import { ImportTeams } from './_tree/import-teams';

export const metadata: Metadata = { title: 'Teams' };

const TEAMS_A_PAGE = 300;

/** The tree of teams by pages: ten thousand on one are 8 MB. */
export default async function TeamsPage({ params, searchParams }: PageProps<'/[org]/teams'>) {
  const [{ org: slug }, { page: wanted }] = await Promise.all([params, searchParams]);
  const place = { org: slug, anywhere: true as const };
  const { org, ctx, grants } = await requireMember(place, 'org.read', `/${slug}/teams`);
  const teams = await teamList(ctx, confinedTo(grants));
  const units = teams.filter(({ unit }) => unit);
  const shown = pageOf(teams, Number(wanted) || 1, TEAMS_A_PAGE);
  const mayChange = can(ctx.actor, 'team.create', { orgId: org.id });
  return (
    <>
      <h1 className="text-xl">Teams of {org.name}</h1>
      <p className="text-quiet mb-6 text-sm">
        {plural(teams.length - units.length, 'team')} in {plural(units.length, 'unit')}
      </p>
      {teams.length > 0 && (
        <ul className="mb-8 max-w-prose">
          {shown.items.map((team, index) => (
            <li
              key={team.slug}
              className="border-line border-b py-1.5"
              style={{ paddingInlineStart: `${Math.min(team.depth, 8) * 1.25}rem` }}
            >
              <Link
                href={`/${slug}/teams/${team.slug}` as Route}
                className={team.unit ? 'link font-medium' : 'link'}
              >
                {team.name}
              </Link>
              {team.unit && <span className="text-quiet text-sm"> · unit</span>}
              {index === 0 && team.path !== team.name && (
                <span className="text-quiet text-sm"> · {team.path}</span>
              )}
            </li>
          ))}
        </ul>
      )}
      <Pages
        label="Pages of teams"
        page={shown.page}
        pages={shown.pages}
        href={(page) => `/${slug}/teams?page=${page}` as Route}
      />
      {mayChange && (
        <>
          <Section title="Add a team">
            <AddTeam org={slug} units={teams} />
          </Section>
          <Section title="Import a list">
            <ImportTeams org={slug} />
          </Section>
        </>
      )}
    </>
  );
}
