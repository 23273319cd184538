import type { Metadata, Route } from 'next';
import { notFound } from 'next/navigation';
import { fixed } from '@/lib/assessments/fixed';
import { loadAssessment } from '@/lib/assessments/load-assessment';
import { requireMember } from '@/lib/auth/actor';
import { Link } from '../../../../../ui/link';
import { OnPaper } from '../../../_on-paper';
import { SetupForm } from './setup-form';

export const metadata: Metadata = { title: 'What is assessed' };

export default async function SetupPage({ params }: PageProps<'/[org]/assessments/[id]/setup'>) {
  const { org: slug, id } = await params;
  const { ctx } = await requireMember(
    { org: slug, assessment: id },
    'assessment.configure',
    `/${slug}/assessments/${id}/setup`,
  );
  const loaded = await loadAssessment(ctx, id);
  if (loaded === null) notFound();
  const { row, team, assessment, content } = loaded;
  const no = fixed(row);
  const models = Object.values(content.models).map(({ id: model, title, levels }) => ({
    id: model,
    title,
    levels: levels.length,
  }));
  return (
    <div className="max-w-xl">
      <h1 className="text-xl">
        {team.name} · {row.title}: what is assessed
      </h1>
      <p className="text-quiet mt-3 mb-8">
        A questionnaire added later keeps every answer and asks only what is new; one taken away keeps its
        answers too.
      </p>
      {no !== null ? (
        <p>{no.message}</p>
      ) : (
        <SetupForm
          org={slug}
          id={id}
          now={{ ...assessment.scope, title: row.title, scope: assessment.scope.note ?? '' }}
          models={models}
          chosen={assessment.questionnaires}
        />
      )}
      <h2 className="mt-8 mb-1 text-base">On paper (PDF)</h2>
      <p className="text-quiet mb-2 text-sm">
        The blank questionnaire of this assessment, to fill in by hand.
      </p>
      <OnPaper org={slug} questionnaires={assessment.questionnaires} assessment={id} />
      <h2 className="mt-8 mb-1 text-base">In a workbook, or from a file</h2>
      <p className="text-quiet mb-2 text-sm">
        All questions as a sheet to fill in offline, read back line by line; assessment files too.
      </p>
      <p className="text-sm">
        <Link href={`/${slug}/assessments/${id}/import` as Route} className="link">
          Answers from a file
        </Link>
      </p>
      <p className="mt-8">
        <Link href={`/${slug}/assessments/${id}` as Route} className="link">
          Back to the answers
        </Link>
      </p>
    </div>
  );
}
