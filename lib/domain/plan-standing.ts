import { dayNumber } from './calendar';
import type { PlanPromise } from './plan-promise';
import { isThere, type PlannedStep } from './plan-state';

/** Whole numbers under names, which add up and are taken off again without a rest; a zero is left out. */
export type Tally = { [name: string]: number | Tally };

/**
 * What one plan, or many together, take and how they stand, without today in it: what depends on the day is kept by day. Days of work are
 * in hundredths, so that sums are exact.
 */
export type PlanStanding = {
  plans: number;
  /** Plans that say nothing of people, as they were chosen before that was kept. */
  silent: number;
  /** Work of the steps that are not there yet, by the year in which it was promised. */
  work: Record<string, number>;
  /** Plans by the earliest day on which a step that is not there is due, `NEVER` where none is; apart those of which nothing is begun. */
  due: { begun?: Record<string, number>; waiting?: Record<string, number> };
  /** By currency, how many plans have a price and what they cost, in hundredths. */
  money: Record<string, { plans?: number; total?: number }>;
  /** By role and quarter. */
  wanted: Record<string, Record<string, { demand?: number; supply?: number; short?: number }>>;
  /** By role, how many plans are short of it: `2027-Q3 2027-01-04` is short up to that quarter, from that Monday on. */
  short: Record<string, Record<string, number>>;
  /** By step that is not there yet, how many plans do it with which tool, and when those begin with it. */
  tools: Record<string, Record<string, number>>;
  starts: Record<string, Record<string, number>>;
};

/** Later than any day. */
export const NEVER = '9999-12-31';
/** What a working day counts. */
export const DAY = 100;
/** A plan has to miss as much of a role's people to be short of it: a week of one person. */
const LEAST_SHORT = 5 * DAY;

/** What a plan takes by its promise and by how its steps stand, in the order of the promise. */
export function standingOf(promise: PlanPromise, steps: readonly PlannedStep[]): PlanStanding {
  const open = promise.steps.filter((_, index) => {
    const own = steps[index];
    return own === undefined || !isThere(own);
  });
  const due = steps
    .filter((step) => !isThere(step))
    .reduce((first, { dueOn }) => (dueOn < first ? dueOn : first), NEVER);
  const begun = steps.some(({ state }) => state !== 'planned');
  const { money, wanted = [], tools = {} } = promise;
  const withTool = open.flatMap(({ id, startsOn }) => {
    const tool = tools[id];
    return tool === undefined ? [] : [{ id, tool, startsOn }];
  });
  return {
    plans: 1,
    silent: promise.wanted === undefined ? 1 : 0,
    work: workByYear(open),
    due: begun ? { begun: { [due]: 1 } } : { waiting: { [due]: 1 } },
    money: money === null ? {} : { [money.currency]: { plans: 1, total: Math.round(100 * money.total) } },
    wanted: Object.fromEntries(
      wanted.map(({ role, quarters }) => [
        role,
        Object.fromEntries(
          quarters.map(({ quarter, demand, supply, short }) => [
            quarter,
            { demand: whole(demand), supply: whole(supply), short: whole(short) },
          ]),
        ),
      ]),
    ),
    short: Object.fromEntries(
      wanted.flatMap(({ role, quarters, shortFrom }) => {
        const until = shortUntil(quarters);
        return shortFrom === null || until === null ? [] : [[role, { [`${until} ${shortFrom}`]: 1 }]];
      }),
    ),
    tools: Object.fromEntries(withTool.map(({ id, tool }) => [id, { [tool]: 1 }])),
    starts: Object.fromEntries(withTool.map(({ id, startsOn }) => [id, { [startsOn]: 1 }])),
  };
}

const whole = (days: number): number => Math.round(DAY * days);

/** A step's work spread evenly over its days, so that years share it. */
function workByYear(steps: PlanPromise['steps']): Record<string, number> {
  const years: Record<string, number> = {};
  for (const { startsOn, doneOn, days } of steps) {
    const [start, end] = [dayNumber(startsOn), dayNumber(doneOn) + 1];
    let left = whole(days);
    for (let year = Number(startsOn.slice(0, 4)); left > 0; year += 1) {
      const until = Math.min(dayNumber(`${year}-12-31`) + 1, end);
      const from = Math.max(dayNumber(`${year}-01-01`), start);
      // The last year takes what rounding left over.
      const share = Math.round((whole(days) * (until - from)) / (end - start));
      const own = until >= end ? left : Math.min(share, left);
      years[year] = (years[year] ?? 0) + own;
      left -= own;
    }
  }
  return years;
}

/** The last quarter from which on still enough is missing; `null` where it never is. */
function shortUntil(quarters: readonly { quarter: string; short: number }[]): string | null {
  let missing = 0;
  for (const { quarter, short } of quarters.toSorted((a, b) => (a.quarter < b.quarter ? 1 : -1))) {
    missing += whole(short);
    if (missing >= LEAST_SHORT) return quarter;
  }
  return null;
}

/** What no plan takes. */
export const emptyStanding = (): PlanStanding => summed([]);

/** Many together; those `without` are among them and are taken off again. */
export function summed(
  standings: readonly PlanStanding[],
  without: readonly PlanStanding[] = [],
): PlanStanding {
  const { plans = 0, silent = 0, ...rest }: Partial<PlanStanding> = addedUp(standings, without);
  const nothing = { work: {}, due: {}, money: {}, wanted: {}, short: {}, tools: {}, starts: {} };
  return { plans, silent, ...nothing, ...rest };
}

function addedUp(tallies: readonly Tally[], without: readonly Tally[]): Tally {
  const sum: Tally = {};
  for (const tally of tallies) add(sum, tally, 1);
  for (const tally of without) add(sum, tally, -1);
  return withoutZeros(sum);
}

function add(to: Tally, tally: Tally, times: number): void {
  for (const [name, value] of Object.entries(tally)) {
    const own = to[name];
    if (typeof value === 'number') to[name] = (typeof own === 'number' ? own : 0) + times * value;
    else {
      const inner = typeof own === 'object' ? own : {};
      to[name] = inner;
      add(inner, value, times);
    }
  }
}

function withoutZeros(tally: Tally): Tally {
  return Object.fromEntries(
    Object.entries(tally).flatMap(([name, value]): [string, number | Tally][] => {
      if (typeof value === 'number') return value === 0 ? [] : [[name, value]];
      const inner = withoutZeros(value);
      return Object.keys(inner).length === 0 ? [] : [[name, inner]];
    }),
  );
}

/** Whether two say the same. */
export const sameStanding = (a: PlanStanding, b: PlanStanding): boolean =>
  Object.keys(addedUp([a], [b])).length === 0;
