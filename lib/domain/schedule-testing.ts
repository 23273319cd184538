import * as fc from 'fast-check';
import type { Capacity } from './schedule-capacity';
import type { Activity } from './schedule-activities';

export type Project = { activities: Activity[]; capacity: Capacity };

/** Units of a resource in a week, read straight from what was given. */
export function unitsIn(capacity: Capacity, resource: string, week: number): number {
  const given = capacity[resource] ?? 0;
  if (typeof given === 'number') return given;
  const begun = given.filter(({ from }) => from <= week).toSorted((a, b) => a.from - b.from);
  return begun.at(-1)?.units ?? 0;
}

/** The rules that these start weeks break, in words. Activities without one are left out. */
export function faultsOf({ activities, capacity }: Project, start: Record<string, number>): string[] {
  const placed = activities.filter(({ id }) => start[id] !== undefined);
  const end = Object.fromEntries(placed.map(({ id, duration }) => [id, (start[id] ?? 0) + duration]));
  const faults: string[] = [];
  const last = Math.max(0, ...Object.values(end));
  for (const { id, after, notBefore = 0 } of placed) {
    const week = start[id] ?? 0;
    if (!Number.isInteger(week) || week < notBefore) faults.push(`${id} starts in ${week}`);
    for (const other of after)
      if ((end[other] ?? Infinity) > week) faults.push(`${id} starts before ${other} ends`);
  }
  const resources = new Set(placed.flatMap(({ demand }) => Object.keys(demand)));
  for (const resource of resources)
    for (let week = 0; week < last; week += 1) {
      const taken = placed
        .filter(({ id }) => (start[id] ?? 0) <= week && week < (end[id] ?? 0))
        .reduce((sum, { demand }) => sum + (demand[resource] ?? 0), 0);
      if (taken > unitsIn(capacity, resource, week)) faults.push(`${resource} is exceeded in ${week}`);
    }
  return faults;
}

export const costOf = ({ activities }: Project, start: Record<string, number>) => {
  const ends = activities.map(({ id, duration }) => (start[id] ?? 0) + duration);
  const weights = activities.map(({ weight = 0 }) => weight);
  return {
    makespan: Math.max(0, ...ends),
    weighted: ends.reduce((sum, end, index) => sum + end * (weights[index] ?? 0), 0),
  };
};

/** Any complete schedule that ends by `until` and costs less by `better`, found by trying every week for every activity. */
export function anyBetter(
  project: Project,
  until: number,
  better: (cost: { makespan: number; weighted: number }) => boolean,
): Record<string, number> | undefined {
  const { activities } = project;
  const extend = (index: number, start: Record<string, number>): Record<string, number> | undefined => {
    const activity = activities[index];
    if (activity === undefined) return better(costOf(project, start)) ? start : undefined;
    for (let week = activity.notBefore ?? 0; week + activity.duration <= until; week += 1) {
      const next = { ...start, [activity.id]: week };
      if (faultsOf({ ...project, activities: activities.slice(0, index + 1) }, next).length > 0) continue;
      const found = extend(index + 1, next);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return extend(0, {});
}

/** Projects whose activities may wait for those before them, with two resources; calendars change where `steps` says so. */
export function projects(options: { most: number; steps: boolean; longest?: number }): fc.Arbitrary<Project> {
  const { most, steps, longest = 3 } = options;
  const activity = fc.record({
    duration: fc.nat({ max: longest }),
    a: fc.nat({ max: 3 }),
    b: fc.nat({ max: 3 }),
    after: fc.array(fc.nat({ max: most }), { maxLength: 2 }),
    notBefore: fc.constantFrom(0, 0, 0, 2),
    weight: fc.nat({ max: 3 }),
  });
  const changing = fc
    .tuple(fc.nat({ max: 5 }), fc.nat({ max: 4 }), fc.integer({ min: 3, max: 4 }))
    .map(([before, from, units]) => [
      { from: from + 3, units },
      { from: 0, units: before },
      { from, units: 0 },
    ])
    .map((list) => (list[2]?.from === 0 ? list.slice(0, 2) : list));
  const calendar = steps ? fc.oneof(changing, fc.constantFrom(3, 5)) : fc.constantFrom(3, 4, 5);
  return fc
    .record({
      activities: fc.array(activity, { maxLength: most }),
      capacity: fc.record({ a: calendar, b: calendar }),
    })
    .map(({ activities, capacity }) => ({
      capacity,
      activities: activities.map(({ duration, a, b, after, notBefore, weight }, index) => ({
        id: `n${index}`,
        duration,
        demand: { a, b },
        after: [...new Set(after.filter((other) => other < index))].map((other) => `n${other}`),
        notBefore,
        weight,
      })),
    }));
}
