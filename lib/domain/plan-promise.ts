import type { Roadmap, When } from './roadmap';
import type { ModelId } from './vocabulary';

/** How far a step of a plan is. */
export const STEP_STATUSES = ['planned', 'in-progress', 'done'] as const;

/** What a plan's schedule said on the day on which it was chosen: what is kept is measured against it. */
export type PlanPromise = {
  monday: string;
  days: number;
  finish: When | null;
  money: { total: number; currency: string } | null;
  levels: { model: ModelId; level: string; when: When | null }[];
  steps: { id: string; startsOn: string; doneOn: string; days: number }[];
  hires: string[];
};

/** The promise of a schedule, small enough to be stored with each plan. */
export function promiseOf({ monday, days, finish, money, levels, steps, hiring }: Roadmap): PlanPromise {
  return {
    ...{ monday, days, finish },
    money: money === null ? null : { total: money.total, currency: money.currency },
    levels: levels.map(({ model, level, when }) => ({ model, level, when })),
    steps: steps.map(({ id, startsOn, doneOn, days: work }) => ({ id, startsOn, doneOn, days: work })),
    hires: hiring.map(({ role }) => role),
  };
}
