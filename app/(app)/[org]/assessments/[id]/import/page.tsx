import type { Metadata, Route } from 'next';
import { notFound } from 'next/navigation';
import { fixed } from '@/lib/assessments/fixed';
import { loadAssessment } from '@/lib/assessments/load-assessment';
import { requireMember } from '@/lib/auth/actor';
import { buttonClass } from '../../../../../ui/button';
import { Link } from '../../../../../ui/link';
import { ImportForm } from './import-form';

export const metadata: Metadata = { title: 'Answers from a file' };

export default async function ImportPage({ params }: PageProps<'/[org]/assessments/[id]/import'>) {
  const { org: slug, id } = await params;
  const base = `/${slug}/assessments/${id}`;
  const { ctx } = await requireMember({ org: slug, assessment: id }, 'assessment.answer', `${base}/import`);
  const loaded = await loadAssessment(ctx, id);
  if (loaded === null) notFound();
  const no = fixed(loaded.row);
  return (
    <div className="max-w-4xl space-y-6">
      <h1 className="text-xl break-words">
        {loaded.team.name} · {loaded.row.title}: answers from a file
      </h1>
      {no !== null ? (
        <p>{no.message}</p>
      ) : (
        <>
          <ol className="list-decimal space-y-2 pl-5">
            <li>
              Take the answer sheet, a workbook with all questions, and fill it in where you have no browser
              or with people around a table.{' '}
              <a href={`${base}/sheet`} className={`${buttonClass('plain')} mt-1 sm:mt-0`}>
                Answer sheet (XLSX)
              </a>
            </li>
            <li>Bring it back here, or bring an assessment file of another installation (YAML, JSON).</li>
            <li>Look line by line at what is new and what differs, and tick what is taken over.</li>
          </ol>
          <ImportForm org={slug} id={id} />
        </>
      )}
      <p>
        <Link href={base as Route} className="link">
          Back to the answers
        </Link>
      </p>
    </div>
  );
}
