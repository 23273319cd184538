import { inOrder, type Activity } from './schedule-activities';
import { compileCapacity, earliestFit, type Calendar, type Capacity } from './schedule-capacity';

/** Why an activity has no place: a resource never has as much for as long, another is not scheduled, or no room was found beside the others. */
export type Unschedulable = { id: string } & (
  { reason: 'resource'; resource: string } | { reason: 'after'; after: string } | { reason: 'room' }
);

/** Activities by number, each after all that it waits for: the loops of the search touch nothing but integers. */
export type Problem = {
  ids: string[];
  count: number;
  /** No schedule is longer: everything that can run at all ends by then, one after the other. */
  horizon: number;
  duration: Int32Array;
  weight: Int32Array;
  weighted: boolean;
  /** Earliest start by predecessors, release and empty calendars. */
  head: Int32Array;
  /** Weeks that must follow its end, by successors. */
  tail: Int32Array;
  /** What stands in row `i` of each list is between `…From[i]` and `…From[i + 1]`. */
  beforeFrom: Int32Array;
  before: Int32Array;
  afterFrom: Int32Array;
  after: Int32Array;
  needFrom: Int32Array;
  /** Where the calendar of the resource begins in `capacity`, and how much is taken. */
  needRow: Int32Array;
  needUnits: Int32Array;
  /** Units by resource and week: `horizon` weeks of one resource after those of another. */
  capacity: Int32Array;
  resources: string[];
  /** Whether an activity needs more than there is in the end, and can come too late. */
  limited: boolean;
};

/** Reads an element of a list whose bounds the caller knows. */
export const at = (list: Int32Array, index: number): number => list[index] as number;

/** Numbers the activities that can be scheduled and names the others. Throws on what no caller may ask: see `schedule`. */
export function compileProblem(
  activities: Activity[],
  capacity: Capacity,
): { problem: Problem; unschedulable: Unschedulable[] } {
  const calendar = compileCapacity(activities, capacity);
  const { kept, heads, refused } = sortOut(inOrder(activities), calendar);
  const problem = layOut(kept, heads, calendar);
  return { problem, unschedulable: activities.flatMap(({ id }) => refused.get(id) ?? []) };
}

/** Keeps what empty calendars hold from the week on in which all that it waits for can have ended. */
function sortOut(sorted: Activity[], calendar: Calendar) {
  const heads: number[] = [];
  const kept: Activity[] = [];
  const end = new Map<string, number>();
  const refused = new Map<string, Unschedulable>();
  for (const activity of sorted) {
    const { id, after, duration, notBefore = 0 } = activity;
    const missing = after.find((other) => refused.has(other));
    const ready = Math.max(notBefore, ...after.map((other) => end.get(other) ?? 0));
    const fit = earliestFit(calendar, activity, ready);
    if (missing !== undefined) refused.set(id, { id, reason: 'after', after: missing });
    else if (typeof fit === 'string') refused.set(id, { id, reason: 'resource', resource: fit });
    else {
      end.set(id, fit + duration);
      heads.push(fit);
      kept.push(activity);
    }
  }
  return { kept, heads, refused };
}

function layOut(kept: Activity[], heads: number[], { rows, horizon, units }: Calendar): Problem {
  const number = new Map(kept.map(({ id }, index) => [id, index]));
  const waitsFor = kept.map(({ after }) => [...new Set(after)].map((other) => number.get(other) ?? 0));
  const followers: number[][] = kept.map(() => []);
  for (const [index, others] of waitsFor.entries()) for (const other of others) followers[other]?.push(index);
  const needs = kept.map(({ demand, duration }) =>
    duration === 0 ? [] : Object.entries(demand).filter(([, amount]) => amount > 0),
  );
  const before = lists(waitsFor);
  const after = lists(followers);
  const needRow = lists(needs.map((each) => each.map(([resource]) => (rows.get(resource) ?? 0) * horizon)));
  const needUnits = lists(needs.map((each) => each.map(([, amount]) => amount))).items;
  const duration = Int32Array.from(kept, (activity) => activity.duration);
  const weight = Int32Array.from(kept, (activity) => activity.weight ?? 0);
  return {
    ids: kept.map(({ id }) => id),
    ...{ count: kept.length, horizon, duration, weight },
    weighted: weight.some((each) => each > 0),
    ...{ head: Int32Array.from(heads), tail: tailsOf(followers, duration) },
    ...{ beforeFrom: before.from, before: before.items, afterFrom: after.from, after: after.items },
    ...{ needFrom: needRow.from, needRow: needRow.items, needUnits },
    ...{ capacity: units, resources: [...rows.keys()] },
    limited: needRow.items.some((row, index) => at(units, row + horizon - 1) < at(needUnits, index)),
  };
}

function tailsOf(followers: number[][], duration: Int32Array): Int32Array {
  const tail = new Int32Array(duration.length);
  for (let index = tail.length - 1; index >= 0; index -= 1)
    for (const next of followers[index] ?? [])
      tail[index] = Math.max(at(tail, index), at(duration, next) + at(tail, next));
  return tail;
}

function lists(rows: number[][]): { from: Int32Array; items: Int32Array } {
  const from = new Int32Array(rows.length + 1);
  for (const [index, row] of rows.entries()) from[index + 1] = at(from, index) + row.length;
  return { from, items: Int32Array.from(rows.flat()) };
}
