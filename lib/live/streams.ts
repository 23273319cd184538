import 'server-only';
import { done, failed, type Result } from '../errors';
import { isStopping, whenStopping } from '../running/stop';

/** Tabs that one person may have open at a time; a browser has few connections to one address, so nobody needs more. */
const MOST_OF_ONE = 10;
/** Of everybody, in this process. Each holds a connection and a few kilobytes. */
const MOST_IN_ALL = 1_000;

/** A stream that is open: what ends it from outside. */
type Open = { person: string; end: () => void };

/** Gives the place in the count back. */
export type Slot = { onEnd: (end: () => void) => void; leave: () => void };

type Streams = { open: Set<Open> };

// On `globalThis`, as `next dev` loads modules anew at each change and the streams stay open.
const kept = Symbol.for('rungs.live.streams');
const shared: typeof globalThis & { [kept]?: Streams } = globalThis;

function streams(): Streams {
  if (shared[kept] === undefined) {
    shared[kept] = { open: new Set() };
    // The server waits for its open answers before it ends, and these would last.
    whenStopping(endAll);
  }
  return shared[kept];
}

/** A place for one more stream of this person. What is counted is what this process holds, as it is this process that must not run out. */
export function admit(person: string): Result<Slot> {
  const { open } = streams();
  if (isStopping() || open.size >= MOST_IN_ALL)
    return failed('busy', 'Too many pages are listening at this moment. Changes are fetched now and then.', {
      retryAfter: 30,
    });
  if ([...open].filter((each) => each.person === person).length >= MOST_OF_ONE)
    return failed('too-many', `You have ${MOST_OF_ONE} pages open that listen for changes. Close some.`, {
      retryAfter: 30,
    });
  const entry: Open = { person, end: () => undefined };
  open.add(entry);
  return done({ onEnd: (end) => void (entry.end = end), leave: () => void open.delete(entry) });
}

/** How many are open in this process. */
export const openStreams = (): number => streams().open.size;

function endAll(): void {
  for (const { end } of [...streams().open]) end();
}
