import type { Activity } from './schedule-activities';

/** Units of a resource a week: always the same, or from given weeks on (none before the first of them). */
export type Capacity = Record<string, number | { from: number; units: number }[]>;

export type Calendar = {
  /** The row of each resource. */
  rows: Map<string, number>;
  horizon: number;
  units: Int32Array;
};

/** Beyond it the weeks of all resources do not fit into memory, and no plan of people reaches as far. */
const MOST_CELLS = 50_000_000;

/** Lays out the capacity of every resource that is demanded, week by week. Throws on numbers that are no whole weeks or units. */
export function compileCapacity(activities: Activity[], capacity: Capacity): Calendar {
  const steps = new Map<string, { from: number; units: number }[]>();
  for (const [resource, given] of Object.entries(capacity)) steps.set(resource, stepsOf(resource, given));
  const demanded = new Set<string>();
  for (const { demand, duration } of activities)
    for (const [resource, units] of Object.entries(demand))
      if (units > 0 && duration > 0) demanded.add(resource);
  let settled = 0;
  for (const resource of demanded)
    settled = Math.max(settled, ...(steps.get(resource) ?? []).map(({ from }) => from));
  for (const { notBefore = 0 } of activities) settled = Math.max(settled, notBefore);
  const horizon = activities.reduce((sum, { duration }) => sum + duration, settled) + 1;
  if (horizon * Math.max(1, demanded.size) > MOST_CELLS)
    throw new Error(`${horizon} weeks of ${demanded.size} resources are too many to schedule`);
  const rows = new Map([...demanded].map((resource, row) => [resource, row]));
  const units = new Int32Array(horizon * demanded.size);
  for (const [resource, row] of rows)
    for (const step of steps.get(resource) ?? [])
      units.fill(step.units, row * horizon + step.from, (row + 1) * horizon);
  return { rows, horizon, units };
}

function stepsOf(resource: string, given: Capacity[string]): { from: number; units: number }[] {
  const steps = typeof given === 'number' ? [{ from: 0, units: given }] : given;
  for (const { from, units } of steps)
    for (const value of [from, units])
      if (!Number.isInteger(value) || value < 0 || value > 2 ** 31 - 1)
        throw new Error(`capacity of ${resource} has ${value}, which is no whole number from 0 on`);
  const sorted = steps.toSorted((a, b) => a.from - b.from);
  const twice = sorted.find(({ from }, index) => sorted[index + 1]?.from === from);
  if (twice !== undefined) throw new Error(`capacity of ${resource} is given twice for week ${twice.from}`);
  return sorted;
}

/** The first week from `ready` on in which an activity finds all its units for all its weeks in empty calendars, or the resource that is never enough. */
export function earliestFit(
  { rows, horizon, units }: Calendar,
  { demand, duration }: Pick<Activity, 'demand' | 'duration'>,
  ready: number,
): number | string {
  if (duration === 0) return ready;
  const needs = Object.entries(demand).filter(([, amount]) => amount > 0);
  const fits = (from: number, those: [string, number][]): number => {
    let start = from;
    for (let week = from; week < start + duration; week += 1) {
      if (start + duration > horizon) return -1;
      const short = ([resource, amount]: [string, number]) =>
        (units[(rows.get(resource) ?? 0) * horizon + week] ?? 0) < amount;
      if (those.some(short)) start = week + 1;
    }
    return start;
  };
  const start = fits(ready, needs);
  if (start >= 0) return start;
  const never = needs.find((need) => fits(ready, [need]) < 0) ?? needs[0];
  return never?.[0] ?? '';
}
