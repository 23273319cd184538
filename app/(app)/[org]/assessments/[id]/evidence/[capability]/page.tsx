import type { Metadata, Route } from 'next';
import { notFound } from 'next/navigation';
import { evidenceRequestsView, type ShownRequest } from '@/lib/assessments/evidence-requests';
import { requireMember } from '@/lib/auth/actor';
import { addressOfEvidence } from '@/lib/domain/answering-place';
import { capitalised, dateText } from '@/lib/domain/labels';
import { Link } from '../../../../../../ui/link';
import { Notice } from '../../../../../../ui/notice';
import { Section } from '../../../../../../ui/section';
import { AskForm } from './ask-form';
import { EndForm } from './end-form';

export const metadata: Metadata = { title: 'Ask for evidence' };

/** Who is asked for evidence on a capability, and the form that asks one more. */
export default async function EvidencePage({
  params,
  searchParams,
}: PageProps<'/[org]/assessments/[id]/evidence/[capability]'>) {
  const [{ org, id, capability }, { done }] = await Promise.all([params, searchParams]);
  const { ctx } = await requireMember(
    { org, assessment: id },
    'assessment.answer',
    `/${org}/assessments/${id}/evidence/${capability}`,
  );
  const view = await evidenceRequestsView(ctx, { id, capability });
  if (view === null) return notFound();
  const { ladder, open, others, refused, mails } = view;
  const of = { org, id, capability };
  return (
    <>
      <h1 className="text-xl break-words">{ladder.title}: ask for evidence</h1>
      <p className="text-quiet text-sm break-words">
        {view.team} · {view.title}
      </p>
      <p className="mb-4 text-sm print:hidden">
        <Link
          href={`/${org}/assessments/${id}${addressOfEvidence(capability)}` as Route}
          className="link inline-block min-h-6"
        >
          Back to the question
        </Link>
      </p>
      {done === 'ended' && (
        <div className="mb-6" role="status">
          <Notice>This request has ended.</Notice>
        </div>
      )}
      <p className="mb-2 max-w-prose">{ladder.question}</p>
      <p className="text-quiet mb-6 max-w-prose text-sm">Show: {ladder.show.join(' · ')}</p>
      <Section title="Who is asked">
        {open.length === 0 ? (
          <p>Nobody is asked at present.</p>
        ) : (
          <ul className="divide-line max-w-prose divide-y">
            {open.map((request) => (
              <li key={request.id} className="py-3 break-words first:pt-0">
                <Asked {...request} />
                {request.mayEnd && (
                  <EndForm of={{ ...of, request: request.id }}>
                    {request.ofYou ? (
                      'I have none'
                    ) : (
                      <>
                        {request.byYou ? 'Take back' : 'End it'}
                        <span className="sr-only">: {request.of} is asked no more</span>
                      </>
                    )}
                  </EndForm>
                )}
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title="Ask somebody">
        {refused === null ? <AskForm of={of} others={others} mails={mails} /> : <p>{refused}</p>}
      </Section>
    </>
  );
}

function Asked({ of, ofYou, by, byYou, at, note }: ShownRequest) {
  const asker = byYou ? 'you' : by;
  return (
    <>
      <p>
        {ofYou ? 'You are' : `${capitalised(of)} is`} asked, by {asker} on{' '}
        <time dateTime={at}>{dateText(at)}</time>
      </p>
      {note !== null && <p className="border-line mt-2 border-l-2 pl-3 whitespace-pre-wrap">{note}</p>}
    </>
  );
}
