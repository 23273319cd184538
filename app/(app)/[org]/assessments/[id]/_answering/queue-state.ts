import type { Kept, KeptAnswers } from './kept-answers';
import type { Known, Outcome, Refusal, Saved, Theirs } from './outcome';
import type { Timer } from './sending-pace';

/** What the queue of answers shows. */
export type QueueState = {
  /** As the person sees them: what the server has, under what is not sent yet. */
  answers: ReadonlyMap<string, Known>;
  waiting: number;
  /** `saving` only once it takes long enough to be said. */
  phase: 'quiet' | 'saving' | 'retrying' | 'signed-out';
  /** Why the session is not good, in the server's words. */
  signedOut: string | null;
  savedAt: string | null;
  /** False where the device could not keep an answer: then only this tab holds it. */
  durable: boolean;
  conflicts: ReadonlyMap<string, Theirs>;
  refused: ReadonlyMap<string, Refusal>;
};

/** What the queue of answers needs from the browser. */
export type Outside = {
  kept: KeptAnswers;
  timer: Timer;
  send: (capability: string, kept: Pick<Kept, 'content' | 'seen'>) => Promise<Outcome>;
  newId: () => string;
  /** Tells the other tabs of this person. */
  announce: (capability: string, saved: Saved) => void;
};
