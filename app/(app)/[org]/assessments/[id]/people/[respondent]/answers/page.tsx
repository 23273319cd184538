import type { Metadata, Route } from 'next';
import { notFound } from 'next/navigation';
import { requireMember } from '@/lib/auth/actor';
import { interviewView } from '@/lib/gatherings/own-view';
import { Link } from '../../../../../../../ui/link';
import { beginAloneAction, endAloneAction, ownAnswerAction } from '../../../_alone/actions';
import { FirstScreen } from '../../../_alone/first-screen';
import { OwnAnswering } from '../../../_alone/own-answering';

export const metadata: Metadata = { title: 'Interview' };

/** The questions as somebody is asked them by the reader, who writes down what they say. There for nobody else. */
export default async function InterviewPage({
  params,
  searchParams,
}: PageProps<'/[org]/assessments/[id]/people/[respondent]/answers'>) {
  const [{ org: slug, id, respondent }, { order }] = await Promise.all([params, searchParams]);
  const people = `/${slug}/assessments/${id}/people`;
  const { ctx, org } = await requireMember(
    { org: slug, assessment: id },
    'assessment.answer',
    `${people}/${respondent}/answers`,
  );
  const own = await interviewView(ctx, {
    ...{ id, org, respondent },
    order: typeof order === 'string' ? order : undefined,
  });
  if (own === null) return notFound();
  const tabs = (
    <p className="mb-3 text-sm">
      <Link href={people as Route} className="link inline-flex min-h-8 items-center">
        ← Said by {own.view.alone?.saidBy}, recorded by you
      </Link>
    </p>
  );
  const fields = { org: slug, id, respondent, interview: 'yes' };
  if (!own.begun)
    return (
      <>
        {tabs}
        <FirstScreen view={own.view} begin={{ action: beginAloneAction, fields }} />
      </>
    );
  return (
    <OwnAnswering
      view={own.view}
      tabs={tabs}
      posting={{ action: ownAnswerAction, fields: { respondent, interview: 'yes' } }}
      ending={{ action: endAloneAction, fields }}
    />
  );
}
