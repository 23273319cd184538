import { thousands } from '@/lib/domain/labels';
import { LIMITS } from '@/lib/domain/limits';
import { textProblem, withoutControls } from '@/lib/domain/plain-text';
import { buttonClass } from '../../../../../ui/button';
import { inputClass } from '../../../../../ui/field';
import { Fold } from './fold';
import { Key } from './key';
import type { Answering } from './use-answering';

/** The note of an answer: open where there is one, saved while it is typed. */
export function Note({
  answering,
  id,
  posted,
}: {
  answering: Answering;
  id: string;
  posted: Record<string, string> | undefined;
}) {
  const stored = answering.contentOf(id).note ?? '';
  const note = posted?.['note'] ?? answering.draftOf(id).note ?? stored;
  const problem = textProblem(note, LIMITS.note);
  if (answering.readOnly) {
    return note === '' ? null : (
      <div className="w-full">
        <h2 className="text-sm font-medium">Note</h2>
        <p className="max-w-prose break-words whitespace-pre-wrap">{note}</p>
      </div>
    );
  }
  return (
    <Fold
      id="note"
      open={note !== ''}
      className="open:w-full"
      summaryClass={`${buttonClass('plain')} list-none`}
      summary={
        <>
          {note === '' ? '+ Note' : 'Note'} <Key name="c" />
        </>
      }
    >
      <div className="mt-2 max-w-2xl space-y-1">
        <label htmlFor="note-text" className="sr-only">
          Note
        </label>
        <textarea
          id="note-text"
          name="note"
          rows={4}
          value={note}
          onChange={(event) => answering.setNote(id, event.target.value)}
          aria-describedby="note-hint"
          aria-invalid={problem !== null}
          className={inputClass}
        />
        <p id="note-hint" className={`text-xs ${problem === null ? 'text-quiet' : 'text-warn'}`}>
          {problem === null ? (
            `At most ${thousands(LIMITS.note)} characters. It will be in the report.`
          ) : (
            <>
              {problem}. {stored === '' ? 'The note is' : 'What you changed is'} not saved yet; it is kept on
              this device.{' '}
              {withoutControls(note) !== note && (
                <button
                  type="button"
                  className="link min-h-6"
                  onClick={() => answering.setNote(id, withoutControls(note))}
                >
                  Take them out
                </button>
              )}
            </>
          )}
        </p>
      </div>
    </Fold>
  );
}
