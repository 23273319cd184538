import { useState } from 'react';
import type { AnswerContent } from '@/lib/assessments/answering-view';
import { NO_ANSWER } from './choice';
import type { QueueState } from './queue-state';
import type { SaveQueue } from './save-queue';
import { undone, withStep, type Step } from './undo-steps';

/** The last change of this tab that can be taken back. */
export type Undo = {
  capability: string;
  /** False where the answer is another by now, or waits for a decision. */
  possible: boolean;
};

/** Takes back what was changed on this screen, one step after the other, by the same way as every change: kept, sent, and guarded by its version. */
export function useUndo(queue: SaveQueue, state: QueueState) {
  const [steps, setSteps] = useState<readonly Step[]>([]);
  const last = steps.at(-1);
  const now = last === undefined ? undefined : (state.answers.get(last.capability)?.content ?? NO_ANSWER);
  const back = last === undefined || now === undefined ? null : undone(last, now);
  const held =
    last !== undefined && [state.conflicts, state.refused].some((each) => each.has(last.capability));
  return {
    next: last === undefined ? null : { capability: last.capability, possible: back !== null && !held },
    note: (capability: string, before: AnswerContent, after: AnswerContent): void => {
      const at = Date.now();
      setSteps((all) => withStep(all, { capability, before, after, at }));
    },
    /** Which answer was put back; `null` where there was nothing to undo, or it is not possible. */
    undo: (): string | null => {
      if (last === undefined || back === null || held) return null;
      setSteps((all) => all.slice(0, -1));
      queue.write(last.capability, back, 0);
      return last.capability;
    },
  } satisfies { next: Undo | null; [key: string]: unknown };
}
