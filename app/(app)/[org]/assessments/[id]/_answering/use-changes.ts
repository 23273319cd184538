import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import type { AnsweringView } from '@/lib/assessments/answering-view';
import type { ChangedAnswer, Changes } from '@/lib/assessments/changes-since';
import { ChangesFeed, type Over } from './changes-feed';
import { changesOf, timer } from './device';
import type { SaveQueue } from './save-queue';

/** Who else changed an answer while this page was open; `fresh` for a minute. */
export type Other = { by: string; at: string; fresh: boolean };

export type OthersChanges = { others: ReadonlyMap<string, Other>; over: Over | null };

const FRESH_MS = 60_000;
/** A hidden page gives its connection up: a browser has six to one address. Shown again it hears at once what it missed. */
const HIDDEN_MS = 30_000;

/** What others change while the page is open: given to the queue, and kept by question with who it was. */
export function useChanges(view: AnsweringView, queue: SaveQueue): OthersChanges {
  const [others, setOthers] = useState<ReadonlyMap<string, Other>>(new Map());
  const [over, setOver] = useState<Over | null>(null);
  const router = useRouter();
  useEffect(() => {
    if (!view.live || view.assessment.review.status === 'finished') return undefined;
    const say = (capability: string, other: Other) => setOthers((all) => new Map(all).set(capability, other));
    const held = new HeldChanges(queue);
    let shape = view.assessment.shape;
    const tell = (changes: Changes): void => {
      setOver(null);
      const unseen = changes.answers.filter(
        ({ capability, version }) =>
          view.ladders[capability] !== undefined && version > queue.versionOf(capability),
      );
      for (const answer of unseen) {
        const { capability, by, at } = answer;
        if (!answer.byYou) {
          say(capability, { by, at, fresh: true });
          timer(() => say(capability, { by, at, fresh: false }), FRESH_MS);
        }
        held.take(answer);
      }
      // In review, finished, or on other content: what the page shows follows from the server.
      if (changes.shape !== shape) router.refresh();
      shape = changes.shape;
    };
    const feed = new ChangesFeed({ ...changesOf(view, queue), timer, tell, over: setOver });
    const stop = whileShown(feed);
    const letGo = () => setTimeout(() => held.release());
    document.addEventListener('focusout', letGo);
    return () => {
      stop();
      document.removeEventListener('focusout', letGo);
      held.release();
    };
  }, [view, queue, router]);
  return { others, over };
}

/** Runs the feed while the page is looked at; returns how to stop. */
function whileShown(feed: ChangesFeed): () => void {
  let callOff = (): void => undefined;
  const look = () => {
    callOff();
    if (document.visibilityState === 'visible') feed.start();
    else callOff = timer(() => feed.stop(), HIDDEN_MS);
  };
  if (document.visibilityState === 'visible') feed.start();
  const start = () => feed.start();
  document.addEventListener('visibilitychange', look);
  addEventListener('online', start);
  addEventListener('focus', start);
  return () => {
    callOff();
    document.removeEventListener('visibilitychange', look);
    removeEventListener('online', start);
    removeEventListener('focus', start);
    feed.stop();
  };
}

/**
 * Holds back a change of the very answer that somebody is typing in, until they leave the field: no text is changed under anybody's
 * fingers, and what they type meanwhile replaces what they saw, so that the server says no and both are shown.
 */
class HeldChanges {
  readonly #held = new Map<string, ChangedAnswer>();

  constructor(private readonly queue: SaveQueue) {}

  take(answer: ChangedAnswer): void {
    this.#held.set(answer.capability, answer);
    this.release();
  }

  release(): void {
    const typedIn = capabilityTypedIn();
    for (const [capability, answer] of this.#held) {
      if (capability === typedIn) continue;
      this.#held.delete(capability);
      this.queue.hear(capability, answer);
    }
  }
}

function capabilityTypedIn(): string | null {
  const field = document.activeElement;
  if (!(field instanceof HTMLElement)) return null;
  if (!field.matches('textarea, input:not([type=radio], [type=checkbox])')) return null;
  const form = field.closest('form');
  return form?.querySelector<HTMLInputElement>('input[name=capability]')?.value ?? null;
}
