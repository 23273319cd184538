import type { Capacity } from './schedule-capacity';
import { lowerBoundOf } from './schedule-bound';
import { MOST_EXACT, searchAll } from './schedule-exact';
import type { Activity } from './schedule-activities';
import { at, compileProblem, type Problem, type Unschedulable } from './schedule-problem';
import { newRun, generate, type Objective, type Run } from './schedule-run';
import { sampleOrder } from './schedule-sampling';
import { search, type Budget } from './schedule-search';
import { randomFrom } from './seeded-random';

const SCHEDULES = 1_000;

export type ScheduleOptions = {
  /** Schedules that may be generated, forward or backward, beside those of candidates and one; 1,000 where neither this nor `budgetMs` is given. */
  schedules?: number;
  /** Milliseconds by `clock`; what is found by then depends on the machine. */
  budgetMs?: number;
  /** Milliseconds from any beginning, never falling; the domain has no clock of its own. */
  clock?: () => number;
  seed?: string | number;
  /** `makespan`: the least last end, then the least sum of weight × end. `weighted`: the other way round. */
  objective?: Objective;
  /** Start weeks, or any numbers that order the activities. The result is never worse than one that holds all rules. */
  candidates?: Record<string, number>[];
};

export type Schedule = {
  /** The first week of each activity. */
  start: Record<string, number>;
  /** The week in which the last activity has ended. */
  makespan: number;
  /** No schedule of the same activities ends before it: proven. */
  lowerBound: number;
  unschedulable: Unschedulable[];
  /** Schedules that were generated. */
  generated: number;
};

/**
 * Solves the resource-constrained project scheduling problem: when each activity starts so that all wait for what they are after, no
 * resource is exceeded in any week, and the last ends as early as possible. Weeks and units are integers. Up to seven activities are
 * solved exactly whatever the budget, others by a genetic search over lists of activities (docs/decisions/023-scheduling.md); the same
 * input, seed and `schedules` give the same result.
 *
 * An activity that no calendar ever holds, and all that waits for it, are returned by name and not scheduled. Throws on ids that are there
 * twice or missing, on circles, on numbers that are negative or not whole, and on plans or weights too great to compute with.
 */
export function schedule(
  { activities, capacity }: { activities: Activity[]; capacity: Capacity },
  options: ScheduleOptions = {},
): Schedule {
  const budget = budgetOf(options);
  const { problem, unschedulable } = compileProblem(activities, capacity);
  const { seed = 1, objective = 'makespan', candidates = [] } = options;
  const lowerBound = lowerBoundOf(problem);
  const run = newRun(problem, { random: randomFrom(`${seed}`), objective, lowerBound });
  const first = candidates.map((candidate) => listOf(problem, candidate, run.random));
  for (const order of first) {
    run.order.set(order);
    generate(run);
  }
  const exact = problem.count <= MOST_EXACT;
  if (problem.count === 0) run.best.missed = 0;
  else if (exact) searchAll(run);
  else search(run, first, budget);
  const start = startsOf(run);
  const left = activities.filter(({ id }) => Object.hasOwn(start, id));
  const ends = left.map(({ id, duration }) => (start[id] ?? 0) + duration);
  const makespan = Math.max(0, ...ends);
  const complete = run.best.missed === 0;
  const proven = complete ? lowerBound : lowerBoundOf(compileProblem(left, capacity).problem);
  return {
    start,
    makespan,
    lowerBound: complete && exact && objective === 'makespan' ? makespan : proven,
    unschedulable: complete ? unschedulable : withoutRoom(activities, start, unschedulable),
    generated: run.generated,
  };
}

function startsOf({ problem, best }: Run): Record<string, number> {
  const placed = problem.ids.flatMap((id, index) => {
    const week = at(best.start, index);
    return week > problem.horizon ? [] : [[id, week] as const];
  });
  return Object.fromEntries(placed);
}

/** Adds what could run alone, in weeks that the calendars do not offer for ever, and lost them to the others. */
function withoutRoom(
  activities: Activity[],
  start: Record<string, number>,
  known: Unschedulable[],
): Unschedulable[] {
  return activities.flatMap(({ id, after }): Unschedulable[] => {
    if (Object.hasOwn(start, id)) return [];
    const refused = known.find((each) => each.id === id);
    if (refused !== undefined) return [refused];
    const missing = after.find((other) => !Object.hasOwn(start, other));
    return [missing === undefined ? { id, reason: 'room' } : { id, reason: 'after', after: missing }];
  });
}

function budgetOf({ schedules, budgetMs, clock }: ScheduleOptions): Budget {
  if (budgetMs === undefined) return { schedules: schedules ?? SCHEDULES, spent: () => 0 };
  if (clock === undefined) throw new Error('budgetMs needs a clock');
  const begun = clock();
  return { schedules: schedules ?? Infinity, spent: () => (clock() - begun) / budgetMs };
}

/** A list by the numbers given, activities without one last, and none before what it waits for. */
function listOf(problem: Problem, given: Record<string, number>, random: () => number): Int32Array {
  const numbers = problem.ids.map((id) => (Object.hasOwn(given, id) ? given[id] : undefined) ?? Infinity);
  const order = new Int32Array(problem.count);
  sampleOrder(problem, Float64Array.from(numbers), { bias: Infinity, random }, order);
  return order;
}
