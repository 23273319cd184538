import type { AnswerContent } from '@/lib/assessments/answering-view';
import { contentKey } from './kept-answers';

/** One change of this tab: what the answer was before and after it. `at` is in milliseconds. */
export type Step = { capability: string; before: AnswerContent; after: AnswerContent; at: number };

const MOST = 100;
/** Letters typed in one go are one step. */
const ONE_GO_MS = 2_000;

/** The steps with one more; what changes nothing is none, and letters that go on typing lengthen the last. */
export function withStep(steps: readonly Step[], step: Step): readonly Step[] {
  if (contentKey(step.before) === contentKey(step.after)) return steps;
  const last = steps.at(-1);
  const goesOn =
    last !== undefined &&
    last.capability === step.capability &&
    step.at - last.at <= ONE_GO_MS &&
    contentKey(last.after) === contentKey(step.before) &&
    isTyping(last) &&
    isTyping(step);
  return goesOn
    ? [...steps.slice(0, -1), { ...step, before: last.before }]
    : [...steps.slice(1 - MOST), step];
}

/** Whether the step changed nothing but the note, or nothing but the reason. */
function isTyping({ before, after }: Step): boolean {
  const [noteless, reasonless] = [
    (content: AnswerContent) => contentKey({ ...content, note: null }),
    (content: AnswerContent) => contentKey({ ...content, choice: withoutReason(content.choice) }),
  ];
  return noteless(before) === noteless(after) || reasonless(before) === reasonless(after);
}

const withoutReason = (choice: AnswerContent['choice']): AnswerContent['choice'] =>
  choice !== null && 'notApplicable' in choice ? { ...choice, reason: '' } : choice;

/** What undoing the step makes of the answer that stands; `null` where it is no more what the step made of it: somebody changed it since. */
export const undone = ({ before, after }: Step, now: AnswerContent): AnswerContent | null =>
  contentKey(now) === contentKey(after)
    ? { ...before, vendorsSeenFirst: before.vendorsSeenFirst || now.vendorsSeenFirst }
    : null;
