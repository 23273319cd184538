import type { AnsweringView } from '@/lib/assessments/answering-view';
import type { Changes } from '@/lib/assessments/changes-since';
import { askedOf, type Asked, type Hearing } from './changes-feed';
import type { Kept, Shelf } from './kept-answers';
import { outcomeOf, type Outcome, type Saved } from './outcome';
import type { SaveQueue } from './save-queue';
import type { Timer } from './sending-pace';

/** What the browser gives: storage, network, clock and the other tabs. None of it is touched before the page is alive. */

/** The device's storage; one that is full, forbidden or missing keeps nothing and says so. */
export const shelf: Shelf = {
  get: (key) => attempt(() => localStorage.getItem(key), null),
  set: (key, value) =>
    attempt(() => {
      localStorage.setItem(key, value);
      return true;
    }, false),
  remove: (key) => attempt(() => localStorage.removeItem(key), undefined),
  keys: () => attempt(() => Object.keys(localStorage), []),
};

function attempt<Value>(run: () => Value, otherwise: Value): Value {
  try {
    return run();
  } catch {
    return otherwise;
  }
}

export const timer: Timer = (run, ms) => {
  const handle = setTimeout(run, ms);
  return () => clearTimeout(handle);
};

const GIVE_UP_MS = 20_000;
/** Browsers refuse to keep a larger body alive when its page closes. */
const KEEPALIVE_BYTES = 30_000;

/** Sends one answer to its address. A request that takes too long counts as not arrived. */
export function sender({ org, person, saveTo }: AnsweringView) {
  return async (capability: string, { content, seen }: Pick<Kept, 'content' | 'seen'>): Promise<Outcome> => {
    const body = JSON.stringify({ org: org.slug, seen, ...content, as: person.id });
    const response = await fetch(`${saveTo}/${capability}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body,
      keepalive: body.length < KEEPALIVE_BYTES,
      signal: AbortSignal.timeout(GIVE_UP_MS),
    });
    return outcomeOf(await response.json());
  };
}

type Told = { capability: string; saved: Saved };

/** The other tabs of this person on this assessment. */
export function otherTabs({ assessment, person }: AnsweringView, hear: (told: Told) => void) {
  const channel = new BroadcastChannel(`rungs:saved:${person.id}:${assessment.id}`);
  channel.onmessage = ({ data }: MessageEvent<Told>) => hear(data);
  return { tell: (told: Told) => channel.postMessage(told), close: () => channel.close() };
}

/** What others change in this assessment, from the versions on that the queue has: as a stream, or asked for once. */
export function changesOf({ org, assessment }: AnsweringView, queue: SaveQueue) {
  const address = (): string => {
    const seen = Array.from(queue.state().answers.keys(), (id) => `${id}.${queue.versionOf(id)}`);
    return `/api/assessments/${assessment.id}/changes?org=${org.slug}&seen=${seen.join(',')}`;
  };
  return {
    listen: (hearing: Hearing): (() => void) => {
      const source = new EventSource(address());
      source.addEventListener('changes', ({ data }: MessageEvent<string>) =>
        hearing.changes(JSON.parse(data) as Changes),
      );
      for (const why of ['again', 'signed-out', 'gone'] as const)
        source.addEventListener(why, () => hearing.ended(why));
      // Tried again by the feed, which tells the versions of then.
      source.onerror = () => hearing.failed();
      return () => source.close();
    },
    ask: async (): Promise<Asked> => {
      const response = await fetch(address(), {
        headers: { accept: 'application/json' },
        signal: AbortSignal.timeout(GIVE_UP_MS),
      });
      return askedOf(await response.json());
    },
  };
}
