import { dateText } from '@/lib/domain/labels';
import { Link } from '../../../../../ui/link';
import { whenText } from './clock';
import { historyOf } from './undo-button';
import type { Answering } from './use-answering';

/** Who changed this answer last, and the way to what it was before. */
export function LastChange({ answering, id }: { answering: Answering; id: string }) {
  const { view, state, readOnly, changes } = answering;
  const stored = view.answers[id];
  const other = changes.others.get(id);
  const version = state.answers.get(id)?.version ?? 0;
  const replaced = view.live && view.mayAnswer && version > 1;
  if (stored === undefined && other === undefined && !replaced) return null;
  return (
    <p className="text-quiet mt-3 flex flex-wrap items-baseline gap-x-3 text-xs">
      {other !== undefined ? (
        <span>
          Last changed by {other.by}, {whenText(other.at)}
        </span>
      ) : (
        stored !== undefined && (
          <span>
            {readOnly ? 'Answered by' : 'When you opened this page: last changed by'} {stored.by},{' '}
            {dateText(stored.at)}
          </span>
        )
      )}
      {replaced && (
        <Link href={historyOf(answering, id)} className="link inline-flex min-h-6 items-center">
          What it was before
        </Link>
      )}
    </p>
  );
}

/** Said quietly, in a place that is kept for it, so that nothing moves. */
export function ChangedNow({ answering, id }: { answering: Answering; id: string }) {
  const other = answering.changes.others.get(id);
  return (
    <span aria-live="polite">
      {other !== undefined &&
        `${other.by} changed this ${other.fresh ? 'just now' : `at ${whenText(other.at)}`}`}
    </span>
  );
}
