import { generate, isLeast, type Run } from './schedule-run';
import { at, type Problem } from './schedule-problem';

/** Up to here all lists are at most 5,040. */
export const MOST_EXACT = 7;

/**
 * Tries every list in which all wait for earlier ones. Serial generation reaches an optimum of any objective that no activity betters by
 * being later (Kolisch 1996), also over calendars: sorted by the starts of a best schedule it places none later than that.
 */
export function searchAll(run: Run): void {
  const { problem } = run;
  const list = new Int32Array(problem.count);
  const extend = (place: number, used: number): void => {
    if (isLeast(run)) return;
    if (place === problem.count) {
      run.order.set(list);
      generate(run);
      return;
    }
    for (let activity = 0; activity < problem.count; activity += 1) {
      if ((used & (1 << activity)) !== 0 || (needed(problem, activity) & ~used) !== 0) continue;
      list[place] = activity;
      extend(place + 1, used | (1 << activity));
    }
  };
  extend(0, 0);
}

function needed({ before, beforeFrom }: Problem, activity: number): number {
  let bits = 0;
  for (let index = at(beforeFrom, activity); index < at(beforeFrom, activity + 1); index += 1)
    bits |= 1 << at(before, index);
  return bits;
}
