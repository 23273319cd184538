import type { Metadata, Route } from 'next';
import { notFound } from 'next/navigation';
import { requireMember } from '@/lib/auth/actor';
import { personView } from '@/lib/gatherings/people-view';
import { Link } from '../../../../../../ui/link';
import { PersonForm } from './person-form';

export const metadata: Metadata = { title: 'Roles and questions' };

/** The roles of somebody who is asked, and which questions they are asked. */
export default async function PersonPage({
  params,
}: PageProps<'/[org]/assessments/[id]/people/[respondent]'>) {
  const { org, id, respondent } = await params;
  const back = `/${org}/assessments/${id}/people`;
  const { ctx } = await requireMember({ org, assessment: id }, 'assessment.gather', `${back}/${respondent}`);
  const view = await personView(ctx, { id, respondent });
  if (view === null) return notFound();
  return (
    <>
      <p className="mb-2 text-sm">
        <Link href={back as Route} className="link inline-flex min-h-8 items-center">
          ← People of {view.title}
        </Link>
      </p>
      <h1 className="mb-4 text-xl break-words">{view.name}</h1>
      <PersonForm of={{ org, id, respondent }} view={view} />
    </>
  );
}
