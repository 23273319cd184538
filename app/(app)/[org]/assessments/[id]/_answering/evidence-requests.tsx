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

/** Whom somebody asked for evidence, and the way to ask one more or to take it back. */
export function EvidenceRequests({ answering, id }: { answering: Answering; id: string }) {
  const { view } = answering;
  if (view.alone !== null) return null;
  const requests = openRequests(answering, id);
  const href = `/${view.org.slug}/assessments/${view.assessment.id}/evidence/${id}` as Route;
  return (
    <div className="mt-3 space-y-1 text-sm">
      {requests.map((request) => (
        <div key={request.id} className="break-words">
          <p>
            {said(request)} <time dateTime={request.at}>{dateText(request.at)}</time>
            {request.mayEnd && (
              <>
                {' · '}
                <Link href={href} className="link inline-block min-h-6">
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
      <p>
        <Link href={href} className="link inline-block min-h-6">
          Ask somebody for evidence
        </Link>
      </p>
    </div>
  );
}

function said({ of, ofYou, by, byYou }: ShownRequest): string {
  if (byYou) return `Asked ${of} for evidence on`;
  return ofYou
    ? `${capitalised(by)} asks you for evidence, since`
    : `${capitalised(by)} asked ${of} for evidence on`;
}
