import { useState, type ChangeEvent, type KeyboardEvent } from 'react';
import { pieceKey } from '@/lib/domain/evidence';
import type { Evidence as Piece } from '@/lib/domain/schema/answers';
import { RUNGS } from '@/lib/domain/vocabulary';
import { Button } from '../../../../../ui/button';
import { inputClass } from '../../../../../ui/field';
import { inMonths } from './clock';
import { draftUsing, evidenceFaults, isEmptyEvidence, isUntouched, type EvidenceDraft } from './drafts';
import { Fold } from './fold';
import type { Answering } from './use-answering';

const FIELDS = [
  { key: 'title', name: 'evidenceTitle', label: 'What can be shown', type: 'text' },
  { key: 'url', name: 'evidenceUrl', label: 'Address, if it has one', type: 'url' },
  { key: 'note', name: 'evidenceNote', label: 'Where to look in it', type: 'text' },
] as const;

const LABEL = 'block text-xs font-medium';

/** The form for one more piece of evidence; one that another answer has already may be used here too. */
export function NewPiece({
  answering,
  id,
  draft,
  used,
  goingOn,
}: {
  answering: Answering;
  id: string;
  draft: EvidenceDraft;
  /** The key of the piece that a form that came back had chosen. */
  used: string;
  goingOn: boolean;
}) {
  const [tried, setTried] = useState(false);
  const faults = (tried || goingOn) && !isEmptyEvidence(draft) ? evidenceFaults(draft) : {};
  const add = (): void => {
    setTried(!answering.addEvidence(id));
    document.getElementById('evidence-title')?.focus();
  };
  const put = (typed: EvidenceDraft): void =>
    answering.setDraft(id, { evidence: isUntouched(typed) ? undefined : typed });
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
            <label htmlFor={`evidence-${key}`} className={LABEL}>
              {label}
            </label>
            <input
              id={`evidence-${key}`}
              name={name}
              type={kind}
              value={draft[key]}
              onChange={(event) => put({ ...draft, [key]: event.target.value })}
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
      <Meaning answering={answering} id={id} draft={draft} put={put} />
      <Used answering={answering} id={id} posted={used} use={(piece) => put(draftUsing(draft, piece))} />
      {answering.alive && (
        <p className="self-end sm:col-start-3">
          <Button onClick={add}>Add evidence</Button>
        </p>
      )}
    </div>
  );
}

type Part = { answering: Answering; id: string; draft: EvidenceDraft; put: (draft: EvidenceDraft) => void };

/** Whether it speaks for or against, for which rung, and until when. */
function Meaning({ answering, id, draft, put }: Part) {
  const { choice } = answering.contentOf(id);
  const answered = choice !== null && 'rung' in choice ? ` (${choice.rung})` : '';
  const take = (key: keyof EvidenceDraft) => (event: ChangeEvent<HTMLInputElement | HTMLSelectElement>) =>
    put({ ...draft, [key]: event.target.value });
  return (
    <Fold
      open={[draft.against, draft.rung, draft.until].some((value) => value !== '')}
      className="sm:col-span-3"
      summaryClass="text-accent min-h-6 text-sm"
      summary="For or against, which rung, until when"
    >
      <div className="mt-1 grid gap-2 sm:grid-cols-3">
        <div className="space-y-1">
          <label htmlFor="evidence-against" className={LABEL}>
            It speaks
          </label>
          <select
            id="evidence-against"
            name="evidenceAgainst"
            value={draft.against}
            onChange={take('against')}
            className={inputClass}
          >
            <option value="">for the rung</option>
            <option value="on">against the rung</option>
          </select>
        </div>
        <div className="space-y-1">
          <label htmlFor="evidence-rung" className={LABEL}>
            Rung
          </label>
          <select
            id="evidence-rung"
            name="evidenceRung"
            value={draft.rung}
            onChange={take('rung')}
            className={inputClass}
          >
            <option value="">the rung answered{answered}</option>
            {RUNGS.map((rung) => (
              <option key={rung} value={rung}>
                {rung}
              </option>
            ))}
          </select>
        </div>
        <div className="space-y-1">
          <label htmlFor="evidence-until" className={LABEL}>
            Current until, if it lapses
          </label>
          <input
            id="evidence-until"
            name="evidenceUntil"
            type="date"
            max="9999-12-31"
            value={draft.until}
            onChange={take('until')}
            className={inputClass}
          />
          {answering.alive && (
            <p className="flex flex-wrap gap-x-4 text-xs">
              {[6, 12].map((months) => (
                <button
                  key={months}
                  type="button"
                  className="link min-h-6"
                  onClick={() => put({ ...draft, until: inMonths(months) })}
                >
                  {months} months
                </button>
              ))}
              <button type="button" className="link min-h-6" onClick={() => put({ ...draft, until: '' })}>
                No end
              </button>
            </p>
          )}
        </div>
      </div>
    </Fold>
  );
}

/** The pieces of the other answers, each once. Without a script the form posts the one that is chosen. */
function Used({
  answering,
  id,
  posted,
  use,
}: {
  answering: Answering;
  id: string;
  posted: string;
  use: (piece: Piece) => void;
}) {
  const here = new Set(answering.contentOf(id).evidence.map(pieceKey));
  const others = new Map(
    [...answering.state.answers.values()]
      .flatMap(({ content }) => content.evidence)
      .map((piece) => [pieceKey(piece), piece]),
  );
  const pieces = [...others].filter(([key]) => !here.has(key));
  if (pieces.length === 0) return null;
  return (
    <div className="space-y-1 sm:col-span-2">
      <label htmlFor="evidence-used" className={LABEL}>
        Or use a piece that you have already
      </label>
      <select
        id="evidence-used"
        name="evidenceUsed"
        defaultValue={posted}
        onChange={({ target }) => {
          const piece = others.get(target.value);
          if (piece !== undefined) use(piece);
          target.value = '';
        }}
        className={inputClass}
      >
        <option value="">Choose one of {pieces.length}</option>
        {pieces.map(([key, piece]) => (
          <option key={key} value={key}>
            {piece.title}
          </option>
        ))}
      </select>
    </div>
  );
}
