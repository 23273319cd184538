import { compileCapacity, earliestFit, type Capacity } from './schedule-capacity';

/** One piece of work. Weeks and units are integers ≥ 0. */
export type Activity = {
  id: string;
  /** Weeks in one stretch; 0 is a milestone. */
  duration: number;
  /** Units of each resource that it takes in every week it runs. */
  demand: Record<string, number>;
  /** Activities that end before it starts. */
  after: string[];
  /** The first week in which it may start; 0 where absent. */
  notBefore?: number;
  /** What a week's delay of its end costs; 0 where absent. */
  weight?: number;
};

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
};

/** Reads an element of a list whose bounds the caller knows. */
export const at = (list: Int32Array, index: number): number => list[index] as number;

/** Numbers the activities that can be scheduled and names the others. Throws on what no caller may ask: see `schedule`. */
export function compileProblem(
  activities: Activity[],
  capacity: Capacity,
): { problem: Problem; unschedulable: Unschedulable[] } {
  const sorted = inOrder(activities);
  const calendar = compileCapacity(activities, capacity);
  const { horizon } = calendar;
  const number = new Map<string, number>();
  const refused = new Map<string, Unschedulable>();
  const kept: Activity[] = [];
  const heads: number[] = [];
  for (const activity of sorted) {
    const { id, after, duration, notBefore = 0 } = activity;
    const missing = after.find((other) => refused.has(other));
    if (missing !== undefined) {
      refused.set(id, { id, reason: 'after', after: missing });
      continue;
    }
    const ready = after.map((other) => {
      const index = number.get(other) ?? 0;
      return (heads[index] ?? 0) + (kept[index]?.duration ?? 0);
    });
    const fit = earliestFit(calendar, activity, Math.max(notBefore, ...ready));
    if (typeof fit === 'string') {
      refused.set(id, { id, reason: 'resource', resource: fit });
      continue;
    }
    number.set(id, kept.length);
    heads.push(duration === 0 ? Math.max(notBefore, ...ready) : fit);
    kept.push(activity);
  }
  const before = lists(kept.map(({ after }) => [...new Set(after)].map((other) => number.get(other) ?? 0)));
  const followers: number[][] = kept.map(() => []);
  for (const [index, { after }] of kept.entries())
    for (const other of new Set(after)) followers[number.get(other) ?? 0]?.push(index);
  const after = lists(followers);
  const needs = kept.map(({ demand, duration }) =>
    duration === 0 ? [] : Object.entries(demand).filter(([, units]) => units > 0),
  );
  const needRow = lists(
    needs.map((each) => each.map(([resource]) => (calendar.rows.get(resource) ?? 0) * horizon)),
  );
  const duration = Int32Array.from(kept, (activity) => activity.duration);
  const tail = new Int32Array(kept.length);
  for (let index = kept.length - 1; index >= 0; index -= 1) {
    for (const next of followers[index] ?? [])
      tail[index] = Math.max(at(tail, index), at(duration, next) + at(tail, next));
  }
  const weight = Int32Array.from(kept, (activity) => activity.weight ?? 0);
  const problem = {
    ids: kept.map(({ id }) => id),
    count: kept.length,
    horizon,
    duration,
    weight,
    weighted: weight.some((each) => each > 0),
    head: Int32Array.from(heads),
    tail,
    beforeFrom: before.from,
    before: before.items,
    afterFrom: after.from,
    after: after.items,
    needFrom: needRow.from,
    needRow: needRow.items,
    needUnits: lists(needs.map((each) => each.map(([, units]) => units))).items,
    capacity: calendar.units,
    resources: [...calendar.rows.keys()],
  };
  return { problem, unschedulable: activities.flatMap(({ id }) => refused.get(id) ?? []) };
}

function lists(rows: number[][]): { from: Int32Array; items: Int32Array } {
  const from = new Int32Array(rows.length + 1);
  for (const [index, row] of rows.entries()) from[index + 1] = at(from, index) + row.length;
  return { from, items: Int32Array.from(rows.flat()) };
}

/** The activities, each after all that it waits for, otherwise as they came; throws where they are not well formed. */
function inOrder(activities: Activity[]): Activity[] {
  const byId = new Map<string, Activity>();
  for (const activity of activities) {
    if (byId.has(activity.id)) throw new Error(`activity ${activity.id} is there twice`);
    byId.set(activity.id, activity);
    checkNumbers(activity);
  }
  const waiting = new Map<string, number>();
  const followers = new Map<string, Activity[]>();
  for (const activity of activities) {
    const before = new Set(activity.after);
    waiting.set(activity.id, before.size);
    for (const other of before) {
      if (!byId.has(other)) throw new Error(`activity ${activity.id} is after ${other}, which is not there`);
      followers.set(other, [...(followers.get(other) ?? []), activity]);
    }
  }
  const sorted = activities.filter(({ id }) => waiting.get(id) === 0);
  for (const { id } of sorted) {
    for (const next of followers.get(id) ?? []) {
      const left = (waiting.get(next.id) ?? 0) - 1;
      waiting.set(next.id, left);
      if (left === 0) sorted.push(next);
    }
  }
  if (sorted.length < activities.length) {
    const circle = activities.find(({ id }) => (waiting.get(id) ?? 0) > 0);
    throw new Error(`activity ${circle?.id} waits for itself in a circle`);
  }
  return sorted;
}

function checkNumbers({ id, duration, demand, notBefore = 0, weight = 0 }: Activity): void {
  const named = { duration, notBefore, weight, ...prefixed(demand) };
  for (const [name, value] of Object.entries(named))
    if (!Number.isInteger(value) || value < 0 || value > 2 ** 31 - 1)
      throw new Error(`${name} of activity ${id} is ${value}, not a whole number from 0 on`);
}

const prefixed = (demand: Record<string, number>): Record<string, number> =>
  Object.fromEntries(Object.entries(demand).map(([resource, units]) => [`demand of ${resource}`, units]));
