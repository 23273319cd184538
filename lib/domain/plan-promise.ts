import type { Roadmap, When } from './roadmap';
import type { WantedRole } from './roadmap-wanted';
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
  /** Absent from plans that were chosen before the scorecard asked for it; they say nothing of people. */
  wanted?: WantedRole[];
  /** By which tool each step is to be done, where one is named. Absent as above. */
  tools?: Record<string, string>;
};

/** The promise of a schedule, small enough to be stored with each plan. */
export function promiseOf(roadmap: Roadmap): PlanPromise {
  const { monday, days, finish, money, levels, steps, hiring, wanted } = roadmap;
  return {
    ...{ monday, days, finish },
    money: money === null ? null : { total: money.total, currency: money.currency },
    levels: levels.map(({ model, level, when }) => ({ model, level, when })),
    steps: steps.map(({ id, startsOn, doneOn, days: work }) => ({ id, startsOn, doneOn, days: work })),
    hires: hiring.map(({ role }) => role),
    wanted: wanted.map(({ role, quarters, shortFrom }) => ({
      ...{ role, shortFrom },
      quarters: quarters.map(({ quarter, demand, supply, short }) => ({
        ...{ quarter, demand: tenths(demand), supply: tenths(supply), short: tenths(short) },
      })),
    })),
    tools: toolsOf(roadmap),
  };
}

const tenths = (days: number): number => Math.round(days * 10) / 10;

/** Of each step the first tool that its platform offers. */
const toolsOf = ({ steps }: Pick<Roadmap, 'steps'>): Record<string, string> =>
  Object.fromEntries(
    steps.flatMap(({ id, tools }) => {
      const first = tools?.tools[0];
      return first === undefined ? [] : [[id, first]];
    }),
  );
