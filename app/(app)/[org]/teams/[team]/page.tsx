import type { Metadata, Route } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { requireMember } from '@/lib/auth/actor';
import { dateText, plural } from '@/lib/domain/labels';
import { can } from '@/lib/domain/policy';
import { teamHome, type TeamAssessment } from '@/lib/teams/team-home';
import { buttonClass } from '../../../../ui/button';
import { Section } from '../../../../ui/section';
import { Vendor } from '../../../../ui/vendor';

type Props = PageProps<'/[org]/teams/[team]'>;

async function load({ params }: Props) {
  const { org: slug, team } = await params;
  const { org, ctx } = await requireMember(slug, 'org.read', `/${slug}/teams/${team}`);
  const home = await teamHome(ctx, team);
  if (home === null) notFound();
  return { org, ctx, home };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { home } = await load(props);
  return { title: home.team.name };
}

export default async function TeamPage(props: Props) {
  const { org, ctx, home } = await load(props);
  const { team, unit, teams, assessments } = home;
  const mayStart = can(ctx.actor, 'assessment.create', { orgId: org.id });
  return (
    <>
      <div className="mb-6 flex flex-wrap items-start justify-between gap-4">
        <div>
          <h1 className="text-xl">{team.name}</h1>
          <p className="text-quiet text-sm">{unit ?? org.name}</p>
        </div>
        {mayStart && teams.length === 0 && (
          <Link
            href={`/${org.slug}/teams/${team.slug}/start` as Route}
            className={buttonClass(assessments.length === 0 ? 'primary' : 'plain')}
          >
            Start an assessment
          </Link>
        )}
      </div>
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
                <Row key={assessment.id} org={org.slug} assessment={assessment} />
              ))}
            </ul>
          )}
        </Section>
      )}
    </>
  );
}

function Row({ org, assessment }: { org: string; assessment: TeamAssessment }) {
  const { id, title, assessedOn, levels, answered } = assessment;
  const base = `/${org}/assessments/${id}`;
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-8 gap-y-1 py-3">
      <div>
        <Link href={(answered === null ? `${base}/results` : base) as Route} className="link font-medium">
          {title}
        </Link>
        <p className="text-quiet text-sm">
          {answered === null
            ? `finished, answers of ${dateText(assessedOn)}`
            : `draft, ${plural(answered, 'answer')} so far`}
        </p>
      </div>
      <ul className="flex flex-wrap gap-x-6 gap-y-1 text-sm lg:grid lg:grid-cols-[11rem_11rem_9rem]">
        {levels.map(({ model, level, toGo }) => (
          <li key={model}>
            <Vendor id={model} /> <span className="font-medium">{level}</span>
            {toGo !== null && <span className="text-quiet"> · {toGo} to go</span>}
          </li>
        ))}
      </ul>
    </li>
  );
}
