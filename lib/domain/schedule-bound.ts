import { at, type Problem } from './schedule-problem';

/**
 * A proven lower bound of the makespan, in weeks: the greatest of
 * - the longest path with releases, each activity in the first weeks in which empty calendars hold it;
 * - for each resource, the week by which it can have supplied the work of all activities with at least a given head and tail (the
 *   capacity bound of Stinson, Davis and Khumawala 1978, over calendars and with heads and tails);
 * - the length of sets of which no two can run together (Mingozzi et al. 1998), between their least head and tail.
 */
export function lowerBoundOf(problem: Problem): number {
  const { count, head, duration, tail } = problem;
  let bound = 0;
  for (let index = 0; index < count; index += 1)
    bound = Math.max(bound, at(head, index) + at(duration, index) + at(tail, index));
  for (let row = 0; row < problem.resources.length; row += 1)
    bound = Math.max(bound, suppliedBy(problem, row));
  return Math.max(bound, apartBy(problem));
}

/** When the work on one resource can be done: for every tail, activities are added by falling head. */
function suppliedBy(problem: Problem, row: number): number {
  const { head, duration, tail, horizon, capacity } = problem;
  const users = usersOf(problem, row);
  const supplied = new Float64Array(horizon + 1);
  for (let week = 0; week < horizon; week += 1)
    supplied[week + 1] = (supplied[week] ?? 0) + at(capacity, row * horizon + week);
  const upTo = (week: number): number => supplied[week] ?? 0;
  const byHead = users.toSorted((a, b) => at(head, b.activity) - at(head, a.activity));
  const tails = new Set(users.map(({ activity }) => at(tail, activity)));
  let bound = 0;
  for (const least of tails) {
    let work = 0;
    let week = 0;
    for (const { activity, units } of byHead) {
      if (at(tail, activity) < least) continue;
      work += units * at(duration, activity);
      const asked = upTo(at(head, activity)) + work;
      week = Math.max(week, 0);
      while (week < horizon && upTo(week) < asked) week += 1;
      while (week > 0 && upTo(week - 1) >= asked) week -= 1;
      bound = Math.max(bound, week + least);
    }
  }
  return bound;
}

function usersOf({ count, needFrom, needRow, needUnits, horizon }: Problem, row: number) {
  const users: { activity: number; units: number }[] = [];
  for (let activity = 0; activity < count; activity += 1)
    for (let index = at(needFrom, activity); index < at(needFrom, activity + 1); index += 1)
      if (at(needRow, index) === row * horizon) users.push({ activity, units: at(needUnits, index) });
  return users;
}

/** Grows a set of activities that must run one after another from each of them in turn, the longest first. */
function apartBy(problem: Problem): number {
  const { count, head, duration, tail } = problem;
  const apart = apartTable(problem);
  const byLength = Array.from({ length: count }, (_, index) => index)
    .filter((index) => at(duration, index) > 0)
    .toSorted((a, b) => at(duration, b) - at(duration, a));
  let bound = 0;
  for (const seed of byLength) {
    const chosen = [seed];
    let [first, last, length] = [at(head, seed), at(tail, seed), at(duration, seed)];
    for (const other of byLength) {
      if (!chosen.every((one) => apart[one * count + other] === 1)) continue;
      chosen.push(other);
      first = Math.min(first, at(head, other));
      last = Math.min(last, at(tail, other));
      length += at(duration, other);
      bound = Math.max(bound, first + length + last);
    }
  }
  return bound;
}

/** 1 where two activities never run together: one waits for the other, or both are more than a resource ever has. */
function apartTable(problem: Problem): Uint8Array {
  const { count, before, beforeFrom, needFrom, needRow, needUnits, horizon, capacity } = problem;
  const apart = new Uint8Array(count * count);
  for (let next = 0; next < count; next += 1)
    for (let index = at(beforeFrom, next); index < at(beforeFrom, next + 1); index += 1) {
      const other = at(before, index);
      apart[next * count + other] = 1;
      for (let one = 0; one < other; one += 1)
        if (apart[other * count + one] === 1) apart[next * count + one] = 1;
    }
  const most = problem.resources.map((_, row) =>
    capacity.subarray(row * horizon, (row + 1) * horizon).reduce((max, units) => Math.max(max, units), 0),
  );
  for (let one = 0; one < count; one += 1)
    for (let other = 0; other < one; other += 1) {
      if (apart[one * count + other] === 0)
        for (let a = at(needFrom, one); a < at(needFrom, one + 1); a += 1)
          for (let b = at(needFrom, other); b < at(needFrom, other + 1); b += 1)
            if (at(needRow, a) === at(needRow, b)) {
              const together = at(needUnits, a) + at(needUnits, b);
              if (together > (most[at(needRow, a) / horizon] ?? 0)) apart[one * count + other] = 1;
            }
      apart[other * count + one] = apart[one * count + other] ?? 0;
    }
  return apart;
}
