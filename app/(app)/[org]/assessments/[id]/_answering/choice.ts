import type { AnswerContent } from '@/lib/assessments/answering-view';
import type { Choice } from '@/lib/domain/schema/answers';
import type { Rung } from '@/lib/domain/vocabulary';

/** The values of the radio buttons, which are their keys too. */
export const CHOICE_KEYS = ['4', '3', '2', '1', '0', 'd', 'n'] as const;
export type ChoiceKey = (typeof CHOICE_KEYS)[number];

export const isChoiceKey = (key: string): key is ChoiceKey => CHOICE_KEYS.some((each) => each === key);

export function keyOf(choice: Choice | null): ChoiceKey | null {
  if (choice === null) return null;
  if ('rung' in choice) return `${choice.rung}`;
  return 'notApplicable' in choice ? 'n' : 'd';
}

/** The choice behind a key; *not applicable* needs its reason and is made where it is typed. */
export const choiceOf = (key: Exclude<ChoiceKey, 'n'>): Choice =>
  key === 'd' ? { unknown: true } : { rung: Number(key) as Rung };

/** `2`, `don't know`, `not applicable`, `nothing`. */
export function choiceText(choice: Choice | null): string {
  if (choice === null) return 'nothing';
  if ('rung' in choice) return String(choice.rung);
  return 'notApplicable' in choice ? 'not applicable' : 'don’t know';
}

export const NO_ANSWER: AnswerContent = {
  choice: null,
  note: null,
  evidence: [],
  flagged: false,
  vendorsSeenFirst: false,
};
