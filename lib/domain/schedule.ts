import type { Capacity } from './schedule-capacity';
import { lowerBoundOf } from './schedule-bound';
import { MOST_EXACT, searchAll } from './schedule-exact';
import type { Activity } from './schedule-activities';
import { at, compileProblem, type Problem, type Unschedulable } from './schedule-problem';
import { newRun, generate, type Objective, type Run } from './schedule-run';
import { searchByGenes } from './schedule-search';
import { randomFrom } from './seeded-random';

const SCHEDULES = 1_000;

export type ScheduleOptions = {
  /** Schedules that may be generated, forward or backward; 1,000 where neither this nor `budgetMs` is given. */
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
 * resource is exceeded in any week, and the last ends as early as possible. Weeks and units are integers. Small problems are solved
 * exactly, others by a genetic search over lists of activities (see ADR 023); the same input, seed and `schedules` give the same result.
 *
 * An activity that no calendar ever holds, and all that waits for it, are returned by name and not scheduled. Throws on ids that are there
 * twice or missing, on circles, and on numbers that are negative or not whole.
 */
export function schedule(
  { activities, capacity }: { activities: Activity[]; capacity: Capacity },
  options: ScheduleOptions = {},
): Schedule {
  const { problem, unschedulable } = compileProblem(activities, capacity);
  const { seed = 1, objective = 'makespan', candidates = [] } = options;
  const lowerBound = lowerBoundOf(problem);
  const run = newRun(problem, { random: randomFrom(`${seed}`), objective, lowerBound });
  const first = candidates.map((candidate) => inOrderOf(problem, candidate));
  for (const order of first) {
    run.order.set(order);
    generate(run);
  }
  const budget = budgetOf(options);
  const exact = problem.count <= MOST_EXACT;
  if (problem.count === 0) run.best.missed = 0;
  else if (exact) searchAll(run);
  else searchByGenes(run, first, budget);
  const start = startsOf(run);
  const left = activities.filter(({ id }) => start[id] !== undefined);
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
    if (start[id] !== undefined) return [];
    const refused = known.find((each) => each.id === id);
    if (refused !== undefined) return [refused];
    const missing = after.find((other) => start[other] === undefined);
    return [missing === undefined ? { id, reason: 'room' } : { id, reason: 'after', after: missing }];
  });
}

function budgetOf({ schedules, budgetMs, clock }: ScheduleOptions) {
  if (budgetMs === undefined) return { schedules: schedules ?? SCHEDULES, isOver: () => false };
  if (clock === undefined) throw new Error('budgetMs needs a clock');
  const until = clock() + budgetMs;
  return { schedules: schedules ?? Infinity, isOver: () => clock() >= until };
}

/** The activities by the numbers given, those without one last, and none before what it waits for. */
function inOrderOf(
  { ids, count, after, afterFrom, beforeFrom }: Problem,
  given: Record<string, number>,
): Int32Array {
  const key = ids.map((id) => given[id] ?? Infinity);
  const waiting = new Int32Array(count);
  for (let index = 0; index < count; index += 1)
    waiting[index] = at(beforeFrom, index + 1) - at(beforeFrom, index);
  const open = ids.flatMap((_, index) => (at(waiting, index) === 0 ? [index] : []));
  const order = new Int32Array(count);
  for (let place = 0; place < count; place += 1) {
    let least = 0;
    for (let index = 1; index < open.length; index += 1)
      if ((key[open[index] ?? 0] ?? 0) < (key[open[least] ?? 0] ?? 0)) least = index;
    const activity = open[least] ?? 0;
    open.splice(least, 1);
    order[place] = activity;
    for (let index = at(afterFrom, activity); index < at(afterFrom, activity + 1); index += 1) {
      const next = at(after, index);
      waiting[next] = at(waiting, next) - 1;
      if (at(waiting, next) === 0) open.push(next);
    }
  }
  return order;
}
