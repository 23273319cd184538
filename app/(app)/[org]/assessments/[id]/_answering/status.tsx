import { plural } from '@/lib/domain/labels';
import { timeText, whenText } from './clock';
import { PlaceLink } from './place-link';
import type { Answering } from './use-answering';

/** The one place that says whether everything is saved. */
export function Status({ answering }: { answering: Answering }) {
  return (
    <p role="status" className="min-w-0 text-right text-xs text-balance sm:text-sm">
      <StatusText answering={answering} />
    </p>
  );
}

function StatusText({ answering }: { answering: Answering }) {
  const { phase, savedAt, conflicts, refused, waiting, durable } = answering.state;
  const [conflict] = conflicts;
  if (conflict !== undefined) {
    const [capability, theirs] = conflict;
    return (
      <span className="text-warn">
        Changed by {theirs.byYou ? 'you elsewhere' : theirs.by}, {whenText(theirs.at)}:{' '}
        <PlaceLink answering={answering} to={{ kind: 'question', capability }} className="underline">
          see both
        </PlaceLink>
      </span>
    );
  }
  const [refusal] = refused;
  if (refusal !== undefined) {
    return (
      <span className="text-warn">
        Not saved:{' '}
        <PlaceLink
          answering={answering}
          to={{ kind: 'question', capability: refusal[0] }}
          className="underline"
        >
          see why
        </PlaceLink>
      </span>
    );
  }
  if (phase === 'signed-out') return <span className="text-warn">Not saved. Signed out</span>;
  if (phase === 'retrying') {
    return (
      <span className="text-warn">
        {durable
          ? 'Not saved. Kept on this device, trying again'
          : 'Not saved. Keep this tab open, trying again'}
        {waiting > 1 && ` · ${plural(waiting, 'answer')}`}
      </span>
    );
  }
  const { over } = answering.changes;
  if (over !== null)
    return (
      <span className="text-warn">
        {over === 'gone' ? 'This assessment is not there any more' : 'Signed out. Reload to sign in'}
      </span>
    );
  if (phase === 'saving') return <span className="text-quiet">Saving…</span>;
  return <span className="text-quiet">{savedAt === null ? '' : `Saved ${timeText(savedAt)}`}</span>;
}
