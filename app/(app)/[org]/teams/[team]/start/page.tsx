import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { loadAssessment } from '@/lib/assessments/load-assessment';
import { quarterOf } from '@/lib/assessments/start-from-check';
import { requireMember } from '@/lib/auth/actor';
import { roundOfTeam } from '@/lib/rounds/round-of-team';
import { teamHome } from '@/lib/teams/team-home';
import { StartForm } from './start-form';

export const metadata: Metadata = { title: 'Start an assessment' };

export default async function StartPage({ params }: PageProps<'/[org]/teams/[team]/start'>) {
  const { org: slug, team } = await params;
  const { org, ctx } = await requireMember(
    { org: slug, team },
    'assessment.create',
    `/${slug}/teams/${team}/start`,
  );
  const [home, round] = await Promise.all([teamHome(ctx, team), roundOfTeam(ctx, team)]);
  if (home === null) notFound();
  const last = home.assessments.find(
    ({ status, replaced, archived }) => status === 'finished' && !replaced && !archived,
  );
  const scope = last === undefined ? undefined : (await loadAssessment(ctx, last.id))?.assessment.scope;
  const models = Object.values(ctx.content.models).map(({ id, title, levels }) => ({
    id,
    title,
    levels: levels.length,
  }));
  return (
    <div className="max-w-xl">
      <h1 className="text-xl">Start an assessment of {home.team.name}</h1>
      <p className="text-quiet mt-3">
        {last === undefined && 'About half an hour for all three questionnaires. '}Stop when you like, the
        answers are kept. Members of {org.name} see them with the name of who gave them; nobody outside does.
      </p>
      <div className="mt-8">
        <StartForm
          org={slug}
          team={team}
          last={last === undefined ? null : { id: last.id, title: last.title }}
          now={{
            ...scope,
            title: round === null || round.state.kind === 'finished' ? quarterOf(ctx.now) : round.title,
            scope: scope === undefined ? 'every model in production' : (scope.note ?? ''),
          }}
          models={models}
          chosen={org.questionnaires}
        />
      </div>
    </div>
  );
}
