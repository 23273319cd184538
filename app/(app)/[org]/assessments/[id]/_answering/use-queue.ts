import { useEffect, useState, useSyncExternalStore } from 'react';
import type { AnsweringView } from '@/lib/assessments/answering-view';
import { otherTabs, sender, shelf, timer } from './device';
import { KeptAnswers } from './kept-answers';
import { contentOf, type Saved } from './outcome';
import type { QueueState } from './queue-state';
import { SaveQueue } from './save-queue';

/**
 * What was saved since this tab was loaded, by person and assessment: coming back to the page inside the application may show what the
 * server rendered earlier.
 */
const remembered = new Map<string, Map<string, Saved>>();

type Session = {
  queue: SaveQueue;
  announce: Set<(capability: string, saved: Saved) => void>;
  kept: KeptAnswers;
};

/** The queue of this person's answers to this assessment, fed by what the browser tells. */
export function useQueue(view: AnsweringView): { queue: SaveQueue; state: QueueState } {
  const [session] = useState(() => newSession(view));
  const { queue } = session;
  useEffect(() => live(session, view), [session, view]);
  const state = useSyncExternalStore(queue.subscribe, queue.state, queue.state);
  return { queue, state };
}

function newSession(view: AnsweringView): Session {
  const kept = new KeptAnswers(shelf, view.person.id, view.assessment.id);
  const announce: Session['announce'] = new Set();
  const known = new Map(
    Object.entries(view.answers).map(([id, answer]) => [
      id,
      { content: contentOf(answer), version: answer.version },
    ]),
  );
  const queue = new SaveQueue(
    {
      kept,
      send: sender(view),
      timer,
      newId: () => crypto.randomUUID(),
      announce: (capability, saved) => announce.forEach((tell) => tell(capability, saved)),
    },
    known,
  );
  return { queue, announce, kept };
}

/** Connects the queue while the page is shown; returns how to disconnect it, sending what is still to be sent. */
function live({ queue, announce, kept }: Session, view: AnsweringView): () => void {
  const key = `${view.person.id}:${view.assessment.id}`;
  const before = remembered.get(key) ?? new Map<string, Saved>();
  remembered.set(key, before);
  for (const [capability, saved] of before) queue.learn(capability, saved);
  const tabs = otherTabs(view, ({ capability, saved }) => queue.learn(capability, saved));
  const tell = (capability: string, saved: Saved) => {
    before.set(capability, saved);
    tabs.tell({ capability, saved });
  };
  announce.add(tell);

  const sendNow = () => queue.sendNow();
  const stored = ({ key: entry }: StorageEvent) => {
    const capability = entry === null ? null : kept.capabilityOf(entry);
    if (capability !== null) queue.reread(capability);
  };
  /** Only what this tab alone holds is lost with it. */
  const closing = (event: BeforeUnloadEvent) => {
    if (!queue.state().durable) event.preventDefault();
  };
  addEventListener('online', sendNow);
  addEventListener('focus', sendNow);
  addEventListener('pagehide', sendNow);
  addEventListener('storage', stored);
  addEventListener('beforeunload', closing);
  document.addEventListener('visibilitychange', sendNow);
  queue.takeUp();
  return () => {
    removeEventListener('online', sendNow);
    removeEventListener('focus', sendNow);
    removeEventListener('pagehide', sendNow);
    removeEventListener('storage', stored);
    removeEventListener('beforeunload', closing);
    document.removeEventListener('visibilitychange', sendNow);
    queue.sendNow();
    announce.delete(tell);
    tabs.close();
  };
}
