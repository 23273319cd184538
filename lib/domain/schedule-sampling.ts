import { at, type Problem } from './schedule-problem';

/** How much each activity wants to be early, in weeks: the least wants most. */
export type Priority = Float64Array;

/** By latest start, that is by the longest way to the end: the rule that does best on makespans (Kolisch 1996). */
export function byLatestStart({ tail, duration }: Problem): Priority {
  return Float64Array.from(tail, (weeks, index) => -weeks - at(duration, index));
}

/** By the weight that waits for an activity, its own included, for the work it takes (Smith 1956), on the scale of the longest tail. */
export function byWeight({ count, before, beforeFrom, weight, duration, needFrom, tail }: Problem): Priority {
  const waiting = Float64Array.from(weight);
  for (let index = count - 1; index >= 0; index -= 1) {
    const from = at(beforeFrom, index);
    const shared = Math.max(1, at(beforeFrom, index + 1) - from);
    for (let place = from; place < at(beforeFrom, index + 1); place += 1) {
      const other = at(before, place);
      waiting[other] = (waiting[other] ?? 0) + (waiting[index] ?? 0) / shared;
    }
  }
  const gain = waiting.map(
    (sum, index) =>
      sum / (Math.max(1, at(duration, index)) * Math.max(1, at(needFrom, index + 1) - at(needFrom, index))),
  );
  const most = gain.reduce((max, each) => Math.max(max, each), 0) || 1;
  const longest = tail.reduce((max, weeks) => Math.max(max, weeks), 1);
  return gain.map((each) => (-each / most) * longest);
}

/**
 * Regret-based biased random sampling (Drexl 1991; Kolisch and Drexl 1996): builds a list in which all wait for earlier ones, drawing each
 * next activity by how much worse its priority is than the worst that could come. A greater `bias` follows the rule more closely.
 */
export function sampleOrder(
  { count, beforeFrom, after, afterFrom }: Problem,
  priority: Priority,
  { bias, random }: { bias: number; random: () => number },
  order: Int32Array,
): void {
  const waiting = new Int32Array(count);
  const open: number[] = [];
  for (let index = 0; index < count; index += 1) {
    waiting[index] = at(beforeFrom, index + 1) - at(beforeFrom, index);
    if (at(waiting, index) === 0) open.push(index);
  }
  for (let place = 0; place < count; place += 1) {
    const drawn = draw(open, priority, bias, random);
    const activity = open[drawn] ?? 0;
    open[drawn] = open.at(-1) ?? 0;
    open.pop();
    order[place] = activity;
    for (let index = at(afterFrom, activity); index < at(afterFrom, activity + 1); index += 1) {
      const next = at(after, index);
      waiting[next] = at(waiting, next) - 1;
      if (at(waiting, next) === 0) open.push(next);
    }
  }
}

function draw(open: number[], priority: Priority, bias: number, random: () => number): number {
  const of = (place: number): number => priority[open[place] ?? 0] ?? 0;
  let worst = -Infinity;
  let best = 0;
  for (let place = 0; place < open.length; place += 1) {
    worst = Math.max(worst, of(place));
    if (of(place) < of(best)) best = place;
  }
  if (bias === Infinity) return best;
  let total = 0;
  for (let place = 0; place < open.length; place += 1) total += (worst - of(place) + 1) ** bias;
  let left = random() * total;
  for (let place = 0; place < open.length; place += 1) {
    left -= (worst - of(place) + 1) ** bias;
    if (left < 0) return place;
  }
  return open.length - 1;
}
