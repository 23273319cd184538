import type { Route } from 'next';
import type { ShownRequest } from '@/lib/assessments/evidence-requests';
import { pieceKey } from '@/lib/domain/evidence';
import { capitalised, dateText } from '@/lib/domain/labels';
import { Link } from '../../../../../ui/link';
import type { Answering } from './use-answering';

/** Who is asked for evidence on this question; what asks the reader has ended once they add a piece here. */
export function openRequests(answering: Answering, id: string): ShownRequest[] {
  const { view } = answering;
  const before = new Set((view.answers[id]?.evidence ?? []).map(pieceKey));
  const added = answering.contentOf(id).evidence.some((piece) => !before.has(pieceKey(piece)));
  return (view.requests[id] ?? []).filter(({ ofYou }) => !ofYou || !added);
}

type Props = { answering: Answering; id: string };

const pageOf = ({ answering: { view }, id }: Props): Route =>
  `/${view.org.slug}/assessments/${view.assessment.id}/evidence/${id}` as Route;

/** The way to ask somebody for evidence; none where each answers alone. */
export function AskForEvidence(props: Props) {
  if (props.answering.view.alone !== null) return null;
  return (
    <p className="mt-3 text-sm">
      <Link href={pageOf(props)} className="link inline-block min-h-6">
        Ask somebody for evidence
      </Link>
    </p>
  );
}

/** Whom somebody asked for evidence, and the way to take that back. */
export function EvidenceRequests(props: Props) {
  const requests = openRequests(props.answering, props.id);
  if (requests.length === 0) return null;
  return (
    <div className="mb-3 space-y-1 text-sm">
      {requests.map((request) => (
        <div key={request.id} className="break-words">
          <p>
            {said(request)} <time dateTime={request.at}>{dateText(request.at)}</time>
            {request.mayEnd && (
              <>
                {' · '}
                <Link href={pageOf(props)} className="link inline-block min-h-6">
                  {request.ofYou ? 'I have none' : 'Take back'}
                </Link>
              </>
            )}
          </p>
          {request.note !== null && (
            <p className="border-line text-quiet border-l-2 pl-3 whitespace-pre-wrap">{request.note}</p>
          )}
        </div>
      ))}
    </div>
  );
}

function said({ of, ofYou, by, byYou }: ShownRequest): string {
  if (byYou) return `Asked ${of} for evidence on`;
  return ofYou
    ? `${capitalised(by)} asks you for evidence, since`
    : `${capitalised(by)} asked ${of} for evidence on`;
}
