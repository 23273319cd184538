import { at, type Problem } from './schedule-problem';

/** A list of activities, each after all that it waits for, and where it puts them. */
export type Plan = { order: Int32Array; start: Int32Array };

/** How much of each resource's capacity an activity takes, summed: what makes a stretch of weeks busy. */
export type Load = { shares: Float64Array; byWeek: Float64Array };

export function loadOf({ count, horizon, needFrom, needRow, needUnits, capacity, resources }: Problem): Load {
  const most = resources.map((_, row) =>
    capacity.subarray(row * horizon, (row + 1) * horizon).reduce((max, units) => Math.max(max, units), 1),
  );
  const shares = new Float64Array(count);
  for (let activity = 0; activity < count; activity += 1)
    for (let index = at(needFrom, activity); index < at(needFrom, activity + 1); index += 1)
      shares[activity] =
        (shares[activity] ?? 0) + at(needUnits, index) / (most[at(needRow, index) / horizon] ?? 1);
  return { shares, byWeek: new Float64Array(2 * horizon + 4) };
}

/**
 * Crossover at the peak (Debels and Vanhoucke 2007; Valls, Ballestín and Quintanilla 2008): the busiest stretch of one parent, a quarter
 * to three quarters of its weeks, keeps that parent's order; what it starts before and after that follows the other parent.
 */
export function crossAtPeak(
  problem: Problem,
  load: Load,
  [peak, rest]: [peak: Plan, rest: Plan],
  random: () => number,
  order: Int32Array,
): void {
  const { count } = problem;
  const [from, to] = busiest(problem, load, peak.start, random);
  let place = 0;
  for (let index = 0; index < count; index += 1)
    if (at(peak.start, at(rest.order, index)) < from) order[place++] = at(rest.order, index);
  for (let index = 0; index < count; index += 1) {
    const week = at(peak.start, at(peak.order, index));
    if (week >= from && week < to) order[place++] = at(peak.order, index);
  }
  for (let index = 0; index < count; index += 1)
    if (at(peak.start, at(rest.order, index)) >= to) order[place++] = at(rest.order, index);
}

function busiest(
  { count, duration }: Problem,
  { shares, byWeek }: Load,
  start: Int32Array,
  random: () => number,
): [from: number, to: number] {
  let first = at(start, 0);
  let last = 0;
  for (let index = 0; index < count; index += 1) {
    first = Math.min(first, at(start, index));
    last = Math.max(last, at(start, index) + at(duration, index));
  }
  byWeek.fill(0, 0, last + 2);
  const add = (week: number, share: number): void => {
    byWeek[week] = (byWeek[week] ?? 0) + share;
  };
  for (let index = 0; index < count; index += 1) {
    const week = at(start, index);
    add(week, shares[index] ?? 0);
    add(week + at(duration, index), -(shares[index] ?? 0));
  }
  for (let week = first + 1; week <= last; week += 1) add(week, byWeek[week - 1] ?? 0);
  const length = Math.max(1, Math.round((last - first) * (0.25 + random() / 2)));
  let sum = 0;
  for (let week = first; week < first + length; week += 1) sum += byWeek[week] ?? 0;
  let [most, from] = [sum, first];
  for (let week = first + 1; week + length <= last; week += 1) {
    sum += (byWeek[week + length - 1] ?? 0) - (byWeek[week - 1] ?? 0);
    if (sum > most) [most, from] = [sum, week];
  }
  return [from, from + length];
}

/** Two-point crossover of lists (Hartmann 1998): between two places what the one has first, before and after that what the other has. */
export function crossAtPoints(
  { count }: Problem,
  used: Uint8Array,
  [inner, outer]: [inner: Plan, outer: Plan],
  random: () => number,
  order: Int32Array,
): void {
  const points = [Math.floor(random() * count), Math.floor(random() * count)] as const;
  const [from, to] = [Math.min(...points), Math.max(...points)];
  used.fill(0);
  let place = 0;
  const append = (list: Int32Array, until: number): void => {
    for (let index = 0; index < count && place < until; index += 1) {
      const activity = at(list, index);
      if (used[activity] === 1) continue;
      used[activity] = 1;
      order[place] = activity;
      place += 1;
    }
  };
  append(outer.order, from);
  append(inner.order, to);
  append(outer.order, count);
}

/** Moves an activity drawn by chance to any place of the list between what it waits for and what waits for it. */
export function moveOne(problem: Problem, random: () => number, order: Int32Array): void {
  const { count } = problem;
  const place = Math.floor(random() * count);
  const activity = at(order, place);
  let from = place;
  while (from > 0 && !waitsFor(problem, activity, at(order, from - 1))) from -= 1;
  let to = place;
  while (to < count - 1 && !waitsFor(problem, at(order, to + 1), activity)) to += 1;
  const target = from + Math.floor(random() * (to - from + 1));
  if (target < place) order.copyWithin(target + 1, target, place);
  else order.copyWithin(place, place + 1, target + 1);
  order[target] = activity;
}

function waitsFor({ before, beforeFrom }: Problem, later: number, earlier: number): boolean {
  for (let index = at(beforeFrom, later); index < at(beforeFrom, later + 1); index += 1)
    if (at(before, index) === earlier) return true;
  return false;
}
