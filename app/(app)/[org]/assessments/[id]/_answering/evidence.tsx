import { useState, type KeyboardEvent } from 'react';
import { LIMITS } from '@/lib/domain/limits';
import type { Evidence as Piece } from '@/lib/domain/schema/answers';
import { Button, buttonClass } from '../../../../../ui/button';
import { inputClass } from '../../../../../ui/field';
import { evidenceFaults, evidenceFrom, isEmptyEvidence, NO_EVIDENCE, type EvidenceDraft } from './drafts';
import { Fold } from './fold';
import { Key } from './key';
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
  if (answering.readOnly) {
    return evidence.length === 0 ? null : (
      <div className="w-full">
        <h2 className="text-sm font-medium">Evidence</h2>
        <Pieces answering={answering} id={id} evidence={evidence} />
      </div>
    );
  }
  return (
    <Fold
      id="evidence"
      open={evidence.length > 0 || draft !== undefined}
      className="open:w-full"
      summaryClass={`${buttonClass('plain')} list-none`}
      summary={
        <>
          {evidence.length === 0 ? '+ Evidence' : `Evidence (${evidence.length})`} <Key name="e" />
        </>
      }
    >
      <div className="mt-2 max-w-2xl">
        <Pieces answering={answering} id={id} evidence={evidence} />
        {evidence.length >= LIMITS.evidence ? (
          <p className="text-quiet text-sm">
            An answer carries at most {LIMITS.evidence} pieces of evidence.
          </p>
        ) : (
          <NewPiece answering={answering} id={id} draft={draft ?? NO_EVIDENCE} goingOn={checked} />
        )}
      </div>
    </Fold>
  );
}

function Pieces({ answering, id, evidence }: { answering: Answering; id: string; evidence: Piece[] }) {
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

const FIELDS = [
  { key: 'title', name: 'evidenceTitle', label: 'What can be shown', type: 'text' },
  { key: 'url', name: 'evidenceUrl', label: 'Address, if it has one', type: 'url' },
  { key: 'note', name: 'evidenceNote', label: 'Where to look in it', type: 'text' },
] as const;

function NewPiece({
  answering,
  id,
  draft,
  goingOn,
}: {
  answering: Answering;
  id: string;
  draft: EvidenceDraft;
  goingOn: boolean;
}) {
  const [tried, setTried] = useState(false);
  const faults = (tried || goingOn) && !isEmptyEvidence(draft) ? evidenceFaults(draft) : {};
  const add = (): void => {
    setTried(!answering.addEvidence(id));
    document.getElementById('evidence-title')?.focus();
  };
  const type = (part: Partial<EvidenceDraft>): void => {
    const typed = { ...draft, ...part };
    answering.setDraft(id, { evidence: isEmptyEvidence(typed) ? undefined : typed });
  };
  const addOnEnter = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !answering.alive) return;
    event.preventDefault();
    add();
  };
  return (
    <div className="grid gap-2 sm:grid-cols-3">
      {FIELDS.map(({ key, name, label, type: kind }) => {
        const fault = faults[key];
        return (
          <div key={key} className="space-y-1">
            <label htmlFor={`evidence-${key}`} className="block text-xs font-medium">
              {label}
            </label>
            <input
              id={`evidence-${key}`}
              name={name}
              type={kind}
              value={draft[key]}
              onChange={(event) => type({ [key]: event.target.value })}
              onKeyDown={addOnEnter}
              className={inputClass}
              aria-invalid={fault !== undefined}
              {...(fault === undefined ? {} : { 'aria-describedby': `evidence-${key}-fault` })}
            />
            {fault !== undefined && (
              <p id={`evidence-${key}-fault`} className="text-warn text-xs">
                {fault}
              </p>
            )}
          </div>
        );
      })}
      {answering.alive && (
        <p className="sm:col-span-3">
          <Button onClick={add}>Add evidence</Button>
        </p>
      )}
    </div>
  );
}
