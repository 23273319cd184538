import type { Metadata, Route } from 'next';
import { notFound } from 'next/navigation';
import { requireMember } from '@/lib/auth/actor';
import { dateText } from '@/lib/domain/labels';
import { binAction, can, confinedTo, type Action } from '@/lib/domain/policy';
import { roundOfTeam } from '@/lib/rounds/round-of-team';
import { teamHome } from '@/lib/teams/team-home';
import { buttonClass } from '../../../../ui/button';
import { Link } from '../../../../ui/link';
import { Notice } from '../../../../ui/notice';
import { Section } from '../../../../ui/section';
import { AssessmentMenu, Restore } from './assessment-menu';
import { AssessmentRow } from './assessment-row';
import { RoundNotice } from './round-notice';
import { Since } from './since';
import { Trend } from './trend';

type Props = PageProps<'/[org]/teams/[team]'>;

async function load({ params }: Props) {
  const { org: slug, team } = await params;
  const { org, ctx, grants } = await requireMember({ org: slug, team }, 'org.read', `/${slug}/teams/${team}`);
  const home = await teamHome(ctx, team);
  if (home === null) notFound();
  return { org, ctx, grants, home };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { home } = await load(props);
  return { title: home.team.name };
}

export default async function TeamPage(props: Props) {
  const { org, ctx, grants, home } = await load(props);
  const { team, unit, teams, assessments, trend, bin, hasPlan } = home;
  const [{ deleted }, round] = await Promise.all([props.searchParams, roundOfTeam(ctx, team.slug)]);
  const may = (action: Action) => can(ctx.actor, action, { orgId: org.id });
  const which = ({ id, title }: { id: string; title: string }) => ({
    org: org.slug,
    team: team.slug,
    id,
    title,
  });
  const restorable = bin.filter((each) => may(binAction(each)));
  const gone = restorable.find(({ id }) => id === deleted);
  return (
    <>
      <div className="mb-6 flex flex-wrap items-start justify-between gap-4">
        <div>
          <h1 className="text-xl">{team.name}</h1>
          <p className="text-quiet text-sm">{unit ?? org.name}</p>
        </div>
        <div className="flex flex-wrap gap-2">
          {may('team.create') && (
            <Link href={`/${org.slug}/teams/${team.slug}/change` as Route} className={buttonClass('quiet')}>
              Change
            </Link>
          )}
          {hasPlan && (
            <Link href={`/${org.slug}/teams/${team.slug}/plan` as Route} className={buttonClass('plain')}>
              Plan
            </Link>
          )}
          {may('assessment.create') && teams.length === 0 && (
            <Link
              href={`/${org.slug}/teams/${team.slug}/start` as Route}
              className={buttonClass(assessments.length === 0 && round === null ? 'primary' : 'plain')}
            >
              Start an assessment
            </Link>
          )}
        </div>
      </div>
      {round !== null && (
        <RoundNotice
          org={org.slug}
          team={team.slug}
          round={round}
          mayStart={may('assessment.create')}
          maySee={confinedTo(grants) === null}
        />
      )}
      {gone !== undefined && (
        <div className="mb-6" role="status">
          <Notice>
            {gone.title} is in the bin. <Restore {...which(gone)}>Undo</Restore>
          </Notice>
        </div>
      )}
      {trend !== null && <Since ctx={ctx} org={org.slug} team={team.slug} />}
      {teams.length > 0 && (
        <Section title="Teams">
          <ul className="max-w-prose">
            {teams.map((each) => (
              <li key={each.slug} className="border-line border-b py-2">
                <Link href={`/${org.slug}/teams/${each.slug}` as Route} className="link">
                  {each.name}
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {(assessments.length > 0 || teams.length === 0) && (
        <Section title="Assessments" aside={assessments.length > 1 ? 'newest first' : undefined}>
          {assessments.length === 0 ? (
            <p className="max-w-prose">
              Nothing is assessed yet. It takes about half an hour; you can stop after each part and come
              back.
            </p>
          ) : (
            <ul className="divide-line divide-y">
              {assessments.map((assessment) => (
                <AssessmentRow key={assessment.id} org={org.slug} assessment={assessment}>
                  {may('assessment.create') && (
                    <AssessmentMenu
                      {...which(assessment)}
                      finished={assessment.answered === null}
                      archived={assessment.archived}
                      mayChange={may(binAction(assessment))}
                    />
                  )}
                </AssessmentRow>
              ))}
            </ul>
          )}
        </Section>
      )}
      {trend !== null && <Trend trend={trend} org={org.slug} team={team.slug} />}
      {restorable.length > 0 && (
        <Section title="Bin" aside="each for 30 days">
          <ul className="divide-line max-w-prose divide-y">
            {restorable.map((each) => (
              <li key={each.id} className="flex flex-wrap justify-between gap-x-4 py-2">
                <span>
                  {each.title}
                  <span className="text-quiet text-sm"> · goes on {dateText(each.goesOn)}</span>
                </span>
                <Restore {...which(each)}>Take out</Restore>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
