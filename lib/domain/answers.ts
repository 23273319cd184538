import type { Capability, Rung } from './schema/content';
import type { Answer } from './schema/answers';

/** What an answer says about its capability: a rung, that it does not apply, or that it is not known (yet). */
export type Standing = Rung | 'not-applicable' | 'unknown' | 'unanswered';

/** The standing of one answer; `undefined` is unanswered. */
export function standing(answer: Answer | undefined): Standing {
  if (answer === undefined) return 'unanswered';
  if ('rung' in answer) return answer.rung;
  return 'notApplicable' in answer ? 'not-applicable' : 'unknown';
}

/** Rated means a rung or not applicable: nothing about it can still move a result. */
export function isRated(value: Standing): value is Rung | 'not-applicable' {
  return value !== 'unknown' && value !== 'unanswered';
}

/** The rung of a standing, or `undefined` where there is none. */
export function rungOf(value: Standing): Rung | undefined {
  return typeof value === 'number' ? value : undefined;
}

/** Why an answer may not be given to this capability, or `undefined` when it may. */
export function refusal(
  capability: Pick<Capability, 'title' | 'notApplicable'>,
  answer: Answer,
): string | undefined {
  if ('notApplicable' in answer && capability.notApplicable === undefined) {
    return `${capability.title} always applies: choose a rung, or say that you do not know`;
  }
  return undefined;
}
