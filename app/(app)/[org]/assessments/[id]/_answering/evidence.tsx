import { backingOf, isCurrent } from '@/lib/domain/evidence';
import { pieceWords } from '@/lib/domain/evidence-words';
import { LIMITS } from '@/lib/domain/limits';
import type { Evidence as Piece } from '@/lib/domain/schema/answers';
import { buttonClass } from '../../../../../ui/button';
import { evidenceFrom, NO_EVIDENCE } from './drafts';
import { AskForEvidence, EvidenceRequests, openRequests } from './evidence-requests';
import { Fold } from './fold';
import { Key } from './key';
import { NewPiece } from './new-piece';
import type { Answering } from './use-answering';

/** What can be shown for the answer: the pieces there are, and a form for one more. */
export function Evidence({
  answering,
  id,
  posted,
  checked,
}: {
  answering: Answering;
  id: string;
  posted: Record<string, string> | undefined;
  checked: boolean;
}) {
  const { evidence } = answering.contentOf(id);
  const draft = posted === undefined ? answering.draftOf(id).evidence : evidenceFrom(posted);
  const used = posted?.['evidenceUsed'] ?? '';
  if (answering.readOnly) {
    return evidence.length === 0 ? null : (
      <div className="w-full">
        <h2 className="text-sm font-medium">Evidence</h2>
        <Pieces answering={answering} id={id} evidence={evidence} />
      </div>
    );
  }
  const requests = openRequests(answering, id);
  return (
    <Fold
      id="evidence"
      open={evidence.length > 0 || draft !== undefined || used !== '' || requests.length > 0}
      className="open:w-full"
      summaryClass={`${buttonClass('plain')} list-none`}
      summary={
        <>
          {evidence.length === 0 ? '+ Evidence' : `Evidence (${evidence.length})`} <Key name="e" />
        </>
      }
    >
      <div className="mt-2 max-w-2xl">
        <EvidenceRequests answering={answering} id={id} />
        <Pieces answering={answering} id={id} evidence={evidence} />
        {evidence.length >= LIMITS.evidence ? (
          <p className="text-quiet text-sm">
            An answer carries at most {LIMITS.evidence} pieces of evidence.
          </p>
        ) : (
          <NewPiece
            answering={answering}
            id={id}
            draft={draft ?? NO_EVIDENCE}
            used={used}
            goingOn={checked}
          />
        )}
        <AskForEvidence answering={answering} id={id} />
      </div>
    </Fold>
  );
}

function Pieces({ answering, id, evidence }: { answering: Answering; id: string; evidence: Piece[] }) {
  const { date } = answering.view.assessment;
  return (
    <ul className="mb-2 space-y-1">
      {evidence.map((piece, index) => (
        <li
          // oxlint-disable-next-line react/no-array-index-key -- two pieces may say the same
          key={index}
          className="border-line flex items-start justify-between gap-3 border-b py-1 text-sm"
        >
          <div className="min-w-0 break-words">
            {piece.url === undefined ? (
              piece.title
            ) : (
              <a href={piece.url} target="_blank" rel="noreferrer" className="link">
                {piece.title}
                <span className="sr-only"> (opens in a new tab)</span>
              </a>
            )}
            {piece.note !== undefined && <p className="text-quiet">{piece.note}</p>}
            <p
              className={`text-xs ${piece.against === true || !isCurrent(piece, date) ? 'text-warn' : 'text-quiet'}`}
            >
              {pieceWords(piece, date).join(' · ')}
            </p>
          </div>
          {!answering.readOnly && (
            <button
              type="submit"
              name="go"
              value={`drop-${index}`}
              className="link min-h-6 shrink-0"
              onClick={(event) => {
                event.preventDefault();
                answering.change(id, { evidence: evidence.filter((_, each) => each !== index) });
              }}
            >
              Remove<span className="sr-only"> {piece.title}</span>
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

/** From this rung on somebody who was not there will ask to see it. */
const CLAIMS_MUCH = 3;

/** What the content names as worth showing, in one line; where much is claimed and nothing current shown for it, asked for. */
export function WhatToShow({ answering, id, show }: { answering: Answering; id: string; show: string[] }) {
  const { choice, evidence } = answering.contentOf(id);
  const rung = choice !== null && 'rung' in choice ? choice.rung : 0;
  const asked =
    !answering.readOnly &&
    rung >= CLAIMS_MUCH &&
    backingOf({ standing: rung, evidence }, answering.view.assessment.date).state !== 'backed';
  return (
    <p className="text-quiet w-full text-sm">
      {asked && (
        <span className="text-ink block">
          Rung 3 and above: what would convince somebody who was not there?
        </span>
      )}
      Show: {show.join(' · ')}
    </p>
  );
}
