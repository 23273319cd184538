import { generateForward, justifyRight, newWorkshop, sortByWeek, type Workshop } from './schedule-generation';
import { at, type Problem } from './schedule-problem';

/** What comes first: the last end, or the sum of weight × end. The other decides between equals. */
export type Objective = 'makespan' | 'weighted';

/** Smaller is better, `second` only between equals. */
export type Cost = { first: number; second: number };

/** One search: what it works on, what it may still spend, and the best schedule so far. */
export type Run = {
  problem: Problem;
  shop: Workshop;
  random: () => number;
  objective: Objective;
  /** No schedule costs less. */
  least: Cost;
  /** Generated schedules: each pass over all activities is one, forward or backward. */
  generated: number;
  /** The schedule in work: a list of activities, each after all that it waits for, and where it puts them. */
  order: Int32Array;
  start: Int32Array;
  /** Of the schedule in work. */
  cost: Cost;
  best: Cost & { start: Int32Array; missed: number };
  spare: Int32Array;
};

/** More than the cost of any schedule that is complete, and little enough to be exact. */
const MISSED = 2 ** 42;

export function newRun(
  problem: Problem,
  { random, objective, lowerBound }: { random: () => number; objective: Objective; lowerBound: number },
): Run {
  const { count, weight, head, duration, horizon } = problem;
  if (weight.reduce((sum, each) => sum + each, 0) * horizon >= MISSED)
    throw new Error('weights are too great');
  const ends = head.reduce((sum, week, index) => sum + at(weight, index) * (week + at(duration, index)), 0);
  return {
    problem,
    shop: newWorkshop(problem),
    random,
    objective,
    least:
      objective === 'makespan' ? { first: lowerBound, second: ends } : { first: ends, second: lowerBound },
    generated: 0,
    order: new Int32Array(count),
    start: new Int32Array(count),
    cost: { first: Infinity, second: Infinity },
    best: { first: Infinity, second: Infinity, start: new Int32Array(count), missed: count },
    spare: new Int32Array(count),
  };
}

export const isBetter = (a: Cost, b: Cost): boolean =>
  a.first < b.first || (a.first === b.first && a.second < b.second);

/** Makes the schedule of the list in work, and sorts the list by it. One with activities missed is made again with those in front. */
export function generate(run: Run): void {
  const { problem, shop, order, start, spare } = run;
  pass(run);
  if (shop.missed > 0) {
    bringForward(run);
    pass(run);
  }
  // Sorted by a schedule with activities missed, the list would keep those last for good.
  if (shop.missed > 0) return;
  sortByWeek(problem, shop, start, order, spare, 'start');
  order.set(spare);
}

function pass(run: Run): void {
  const makespan = generateForward(run.problem, run.shop, run.order, run.start);
  run.generated += 1;
  appraise(run, makespan);
}

/** Puts the activities that were missed, and all that they wait for, before the others. */
function bringForward({ problem, order, start, spare }: Run): void {
  const { count, after, afterFrom, horizon } = problem;
  const urgent = new Set<number>();
  let place = count;
  for (let index = count - 1; index >= 0; index -= 1) {
    const activity = at(order, index);
    let needed = at(start, activity) > horizon;
    for (let next = at(afterFrom, activity); next < at(afterFrom, activity + 1); next += 1)
      needed ||= urgent.has(at(after, next));
    if (needed) urgent.add(activity);
    else spare[--place] = activity;
  }
  place = 0;
  for (const activity of order) if (urgent.has(activity)) order[place++] = activity;
  order.set(spare.subarray(place), place);
}

/** `generate`, then double justification (Valls, Ballestín and Quintanilla 2005): right, and left again, which never ends later. */
export function generateJustified(run: Run): void {
  generate(run);
  const { problem, shop, order, start, spare } = run;
  if (shop.missed > 0 || isLeast(run)) return;
  const makespan = run.objective === 'makespan' ? run.cost.first : run.cost.second;
  sortByWeek(problem, shop, start, order, spare, 'end');
  justifyRight(problem, shop, spare, start, makespan);
  run.generated += 1;
  sortByWeek(problem, shop, start, spare, order, 'start');
  generate(run);
}

export const isLeast = ({ best, least }: Run): boolean => best.missed === 0 && !isBetter(least, best);

/** The cost of the schedule in work; it is kept where it is the best so far. */
function appraise(run: Run, makespan: number): void {
  const { problem, shop, objective, start, cost, best } = run;
  const { count, weight, duration, horizon, weighted } = problem;
  let ends = 0;
  if (weighted)
    for (let index = 0; index < count; index += 1) {
      const week = at(start, index);
      if (week <= horizon) ends += at(weight, index) * (week + at(duration, index));
    }
  cost.first = objective === 'makespan' ? makespan : ends;
  cost.second = objective === 'makespan' ? ends : makespan;
  // Any schedule with more activities placed is better than any with fewer.
  cost.first += shop.missed * MISSED;
  if (!isBetter(cost, best)) return;
  best.first = cost.first;
  best.second = cost.second;
  best.missed = shop.missed;
  best.start.set(start);
}
