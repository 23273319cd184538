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

/** The activities, each after all that it waits for, otherwise as they came; throws where they are not well formed. */
export function inOrder(activities: Activity[]): Activity[] {
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
    const waits = ({ id }: Activity) => (waiting.get(id) ?? 0) > 0;
    let inCircle = activities.find(waits);
    for (let step = 0; step < activities.length; step += 1)
      inCircle = inCircle?.after.flatMap((other) => byId.get(other) ?? []).find(waits);
    throw new Error(`activity ${inCircle?.id} waits for itself in a circle`);
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
