import type { Metadata, Route } from 'next';
import { notFound } from 'next/navigation';
import { requireMember } from '@/lib/auth/actor';
import { aimChoices } from '@/lib/orgs/aim-choices';
import { teamHome } from '@/lib/teams/team-home';
import { provisionOfTeam } from '@/lib/teams/set-provision';
import { teamList } from '@/lib/teams/team-list';
import { Link } from '../../../../../ui/link';
import { AimsForm } from '../../../_aims-form';
import { ChangeTeam } from './change-team';
import { ProvisionForm } from './provision-form';

export const metadata: Metadata = { title: 'Change a team' };

export default async function ChangeTeamPage({ params }: PageProps<'/[org]/teams/[team]/change'>) {
  const { org: slug, team } = await params;
  const { ctx, org } = await requireMember({ org: slug }, 'team.create', `/${slug}/teams/${team}/change`);
  const [home, teams, provision] = await Promise.all([
    teamHome(ctx, team),
    teamList(ctx),
    provisionOfTeam(ctx, team),
  ]);
  if (home === null) notFound();
  const mayGo = home.teams.length === 0 && home.assessments.length === 0 && home.bin.length === 0;
  return (
    <>
      <h1 className="text-xl">Change {home.team.name}</h1>
      <p className="text-quiet mt-2 mb-6 max-w-prose">
        Its address and its assessments stay. Moved to another unit, it counts there from now on, with all its
        history.
      </p>
      <ChangeTeam
        org={slug}
        team={home.team}
        parent={home.parent}
        units={teams.filter((each) => each.slug !== team)}
        mayGo={mayGo}
      />
      <section className="border-line mt-10 border-t pt-6">
        <h2 className="text-lg">Answered once by a platform team</h2>
        <p className="text-quiet mt-1 mb-4 max-w-prose text-sm">
          {home.teams.length > 0 ? 'All teams below this unit take' : 'This team takes'} these answers from
          the newest finished assessment of another team. An answer of one’s own is possible, with a reason.
          Drafts follow a change at the source at once; what is finished stays as it was.
        </p>
        <ProvisionForm
          org={slug}
          team={team}
          provision={provision}
          teams={teams.filter((each) => each.slug !== team)}
          capabilities={ctx.content.capabilities
            .filter(({ id, asked }) => asked === 'organisation' || provision.capabilities.includes(id))
            .map(({ id, title }) => ({ id, title }))}
        />
      </section>
      {home.teams.length > 0 && (
        <section className="border-line mt-10 border-t pt-6">
          <h2 className="mb-4 text-lg">Targets of this unit</h2>
          <AimsForm
            org={slug}
            unit={team}
            aims={home.aims}
            models={aimChoices(ctx.content, org.questionnaires)}
          />
        </section>
      )}
      <p className="mt-8">
        <Link href={`/${slug}/teams/${team}` as Route} className="link">
          Back to the team
        </Link>
      </p>
    </>
  );
}
