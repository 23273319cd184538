import { AT_ONCE, type PlacedWork } from './roadmap-schedule';
import { unlockedBy } from './roadmap-weights';
import { unitsIn, type Supply } from './roadmap-staffing';

/**
 * Weeks by which each step could end later with the end of the plan unmoved, if all that comes after it moved as late as it may: steps are
 * pushed to the right one by one, the last first, as far as what waits for them and the people allow. 0 is critical.
 */
export function slackOf(
  placed: readonly PlacedWork[],
  supply: Supply,
  wip: number | undefined,
): Map<string, number> {
  const makespan = Math.max(0, ...placed.map(({ endWeek }) => endWeek));
  const used = new Map<string, number[]>();
  const row = (role: string) => {
    const weeks = used.get(role) ?? Array.from({ length: makespan }, () => 0);
    used.set(role, weeks);
    return weeks;
  };
  const units = (each: PlacedWork): [string, number][] => [...Object.entries(each.demand), [AT_ONCE, 1]];
  const most = (role: string, week: number): number =>
    role === AT_ONCE ? (wip ?? Infinity) : unitsIn(supply, role, week);
  const unlocks = unlockedBy(placed);
  const latest = new Map<string, number>();
  for (const each of placed.toSorted((a, b) => b.endWeek - a.endWeek || (a.id < b.id ? 1 : -1))) {
    const before = Math.min(
      makespan,
      ...(unlocks.get(each.id) ?? []).map((id) => latest.get(id) ?? makespan),
    );
    let start = before - each.duration;
    const fits = (from: number) =>
      units(each).every(([role, demand]) =>
        row(role)
          .slice(from, from + each.duration)
          .every((taken, index) => taken + demand <= most(role, from + index)),
      );
    // Where it is now is the least: it fits there, or runs already and has its people.
    while (start > each.startWeek && !fits(start)) start -= 1;
    start = Math.max(start, each.startWeek);
    latest.set(each.id, start);
    for (const [role, demand] of units(each)) {
      const weeks = row(role);
      for (let week = start; week < start + each.duration; week += 1)
        weeks[week] = (weeks[week] ?? 0) + demand;
    }
  }
  return new Map(placed.map(({ id, startWeek }) => [id, (latest.get(id) ?? startWeek) - startWeek]));
}
