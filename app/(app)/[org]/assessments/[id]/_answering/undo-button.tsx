import type { Route } from 'next';
import { Link } from '../../../../../ui/link';
import { Key } from './key';
import type { Answering } from './use-answering';

/** Takes the last change of this screen back; where somebody changed the answer since, it says who, and where it is kept. */
export function UndoButton({ answering }: { answering: Answering }) {
  const { view, alive, readOnly, undoing, changes } = answering;
  if (undoing === null || !alive || readOnly) return null;
  const { capability, possible } = undoing;
  const title = view.ladders[capability]?.title;
  const since = answering.state.conflicts.has(capability) ? undefined : changes.others.get(capability);
  const changed = !possible && since !== undefined;
  return (
    <>
      {changed && (
        <Link
          href={historyOf(answering, capability)}
          className="link inline-block min-h-6 text-xs sm:text-sm"
        >
          {since.by} changed {title} since
        </Link>
      )}
      <button
        type="button"
        disabled={!possible}
        className={`border-border hover:bg-sunken flex min-h-8 shrink-0 items-center gap-1 rounded-md border px-2 text-sm disabled:opacity-60 ${changed ? 'max-sm:hidden' : ''}`}
        onClick={() => answering.undo()}
      >
        Undo<span className="sr-only">: {title}</span> <Key name="u" />
      </button>
    </>
  );
}

/** Where an answer stands as it was before each change. */
export const historyOf = ({ view }: Answering, capability: string): Route =>
  `/${view.org.slug}/assessments/${view.assessment.id}/history/${capability}` as Route;
