import { at as element, type Problem } from './schedule-problem';

/** A name of this file's own: bundlers read an imported one through a getter, which the loops below would feel twentyfold. */
const at = element;

/** What one run of the search works on, so that making a schedule allocates nothing. */
export type Workshop = {
  /** Units still free by resource and week. */
  free: Int32Array;
  /** For sorting by week. */
  buckets: Int32Array;
  /** Activities that the last forward schedule had no room for. */
  missed: number;
};

export const newWorkshop = ({ capacity, horizon }: Problem): Workshop => ({
  free: new Int32Array(capacity.length),
  buckets: new Int32Array(2 * horizon + 4),
  missed: 0,
});

/**
 * Serial schedule generation (Kelley 1963): places the activities of a list, each as early as what it waits for and the units still
 * free allow, and returns the last end. An activity without room starts behind the horizon and is counted in `missed`.
 */
export function generateForward(
  problem: Problem,
  shop: Workshop,
  order: Int32Array,
  start: Int32Array,
): number {
  const { count, duration, head, before, beforeFrom, horizon } = problem;
  shop.free.set(problem.capacity);
  shop.missed = 0;
  let makespan = 0;
  for (let place = 0; place < count; place += 1) {
    const activity = at(order, place);
    const weeks = at(duration, activity);
    let ready = at(head, activity);
    const end = at(beforeFrom, activity + 1);
    for (let index = at(beforeFrom, activity); index < end; index += 1) {
      const other = at(before, index);
      const done = at(start, other) + at(duration, other);
      if (done > ready) ready = done;
    }
    const week = earliest(problem, shop.free, activity, ready);
    if (week + weeks > horizon) {
      start[activity] = horizon + 1;
      shop.missed += 1;
      continue;
    }
    start[activity] = week;
    take(problem, shop.free, activity, week);
    if (week + weeks > makespan) makespan = week + weeks;
  }
  return makespan;
}

/**
 * Right justification of a schedule (Valls, Ballestín and Quintanilla 2005): places its activities by falling end, each as late as it may
 * to end by `deadline`. None gets earlier, whatever the calendars, because those placed before it have only moved away from its weeks.
 * `start` holds the schedule and takes the result; activities without room stay where they are.
 */
export function justifyRight(
  problem: Problem,
  shop: Workshop,
  byEnd: Int32Array,
  start: Int32Array,
  deadline: number,
): void {
  const { count, duration, after, afterFrom, horizon } = problem;
  shop.free.set(problem.capacity);
  for (let place = count - 1; place >= 0; place -= 1) {
    const activity = at(byEnd, place);
    if (at(start, activity) > horizon) continue;
    let due = deadline;
    const end = at(afterFrom, activity + 1);
    for (let index = at(afterFrom, activity); index < end; index += 1) {
      const next = at(start, at(after, index));
      if (next < due) due = next;
    }
    const week = latest(problem, shop.free, activity, due - at(duration, activity));
    start[activity] = week;
    take(problem, shop.free, activity, week);
  }
}

function earliest(problem: Problem, free: Int32Array, activity: number, ready: number): number {
  const { needFrom, needRow, needUnits, horizon } = problem;
  const weeks = at(problem.duration, activity);
  const first = at(needFrom, activity);
  const end = at(needFrom, activity + 1);
  const last = horizon - weeks;
  let week = ready;
  let index = first;
  while (index < end && week <= last) {
    const units = at(needUnits, index);
    const from = at(needRow, index) + week;
    let cell = from + weeks - 1;
    while (cell >= from && at(free, cell) >= units) cell -= 1;
    if (cell < from) {
      index += 1;
    } else {
      week += cell - from + 1;
      index = first;
    }
  }
  return week;
}

function latest(problem: Problem, free: Int32Array, activity: number, due: number): number {
  const { needFrom, needRow, needUnits } = problem;
  const weeks = at(problem.duration, activity);
  const first = at(needFrom, activity);
  const end = at(needFrom, activity + 1);
  let week = due;
  let index = first;
  while (index < end) {
    const units = at(needUnits, index);
    const from = at(needRow, index) + week;
    const to = from + weeks;
    let cell = from;
    while (cell < to && at(free, cell) >= units) cell += 1;
    if (cell === to) {
      index += 1;
    } else {
      week -= to - cell;
      index = first;
    }
  }
  return week;
}

function take(problem: Problem, free: Int32Array, activity: number, week: number): void {
  const { needFrom, needRow, needUnits } = problem;
  const weeks = at(problem.duration, activity);
  const end = at(needFrom, activity + 1);
  for (let index = at(needFrom, activity); index < end; index += 1) {
    const units = at(needUnits, index);
    const from = at(needRow, index) + week;
    for (let cell = from; cell < from + weeks; cell += 1) free[cell] = at(free, cell) - units;
  }
}

/** Sorts `order` into `sorted` by start, or by end, those of equal weeks as they stand: a list stays one in which all wait for earlier ones. */
export function sortByWeek(
  { count, duration }: Problem,
  { buckets }: Workshop,
  start: Int32Array,
  order: Int32Array,
  sorted: Int32Array,
  by: 'start' | 'end',
): void {
  const weeks = by === 'end' ? 1 : 0;
  let last = 0;
  for (let index = 0; index < count; index += 1)
    last = Math.max(last, at(start, index) + weeks * at(duration, index));
  buckets.fill(0, 0, last + 2);
  for (let index = 0; index < count; index += 1) {
    const next = at(start, index) + weeks * at(duration, index) + 1;
    buckets[next] = at(buckets, next) + 1;
  }
  for (let week = 1; week <= last; week += 1) buckets[week] = at(buckets, week) + at(buckets, week - 1);
  for (let index = 0; index < count; index += 1) {
    const activity = at(order, index);
    const week = at(start, activity) + weeks * at(duration, activity);
    const place = at(buckets, week);
    buckets[week] = place + 1;
    sorted[place] = activity;
  }
}
