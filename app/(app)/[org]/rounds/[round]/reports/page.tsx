import type { Metadata, Route } from 'next';
import { notFound } from 'next/navigation';
import { requireMember } from '@/lib/auth/actor';
import { roundReports } from '@/lib/jobs/job-view';
import { Link } from '../../../../../ui/link';
import { Section } from '../../../../../ui/section';
import { ArchiveState } from './_parts/archive-state';
import { StartReports } from './_parts/start-reports';

type Props = PageProps<'/[org]/rounds/[round]/reports'>;

export const metadata: Metadata = { title: 'Reports of a round' };

export default async function RoundReportsPage({ params }: Props) {
  const { org: slug, round: id } = await params;
  const { org, ctx } = await requireMember({ org: slug }, 'report.batch', `/${slug}/rounds/${id}/reports`);
  const { round, jobs, active } = (await roundReports(ctx, id)) ?? notFound();
  return (
    <>
      <p className="text-sm">
        <Link href={`/${slug}/rounds/${id}` as Route} className="link inline-block min-h-6 wrap-anywhere">
          {round.title}
        </Link>
      </p>
      <h1 className="text-xl">Reports of all teams</h1>
      <p className="text-quiet mt-1 mb-6 max-w-prose text-sm">
        A PDF of each team that finished an assessment in this round, with an index of all its teams, in one
        zip archive. It is made in the background: this page may be closed meanwhile.
      </p>
      {jobs.length > 0 && (
        <Section title={active ? 'Being made' : 'Ready'}>
          <div className="space-y-6">
            {jobs.map((job) => (
              <ArchiveState key={job.id} org={slug} round={id} job={job} />
            ))}
          </div>
        </Section>
      )}
      {!active && (
        <Section title={jobs.length === 0 ? 'How they are wanted' : 'Once more'}>
          <StartReports org={slug} id={id} questionnaires={org.questionnaires} />
        </Section>
      )}
    </>
  );
}
