import { weekFrom } from './calendar';
import { staffWork, type StaffedWork, type Supply } from './roadmap-staffing';
import { withoutWaiting, type LeftOut, type Work } from './roadmap-work';
import { capacityOf, doerOf, peopleOf, withPeople, type Roster } from './roster';
import { schedule } from './schedule';
import type { Capacity } from './schedule-capacity';
import type { Role } from './schema/content';

/** A piece of work with its place: it fills the weeks from `startWeek` to before `endWeek`, counted from the first Monday. */
export type PlacedWork = StaffedWork & { startWeek: number; endWeek: number };

/** When everything is done, by whom, and what has no place. */
export type WorkPlan = {
  /** By start, then end, then id. */
  placed: PlacedWork[];
  supply: Supply;
  makespan: number;
  /** No plan in which each step lasts as long and asks as much a week ends earlier: proven. */
  lowerBound: number;
  leftOut: LeftOut[];
};

export type ScheduleRequest = {
  work: readonly Work[];
  roster: Roster;
  roles: readonly Role[];
  /** Monday of week 0. */
  monday: string;
  /** Among plans that end in the same week, what a week's delay of a step's end costs, by step id; 1 where nothing is said. */
  weights: ReadonlyMap<string, number>;
  hired?: readonly string[];
  factor?: number;
  /** The roster that was changed into this one: where nobody has less time now, its plan is a candidate, so that the end is no later. */
  before?: Roster | undefined;
  /** A plan whose order is kept, so that what differs comes from the work alone. */
  like?: WorkPlan;
};

/** Generated schedules: enough for 170 steps to come within a week or two of the bound, few enough to follow a slider. */
const SCHEDULES = 400;

/**
 * Places the work. More people never show a later end: what one person fewer in any role would do is a candidate as well, and it can be
 * done with the people that there are.
 */
export function scheduleWork(request: ScheduleRequest): WorkPlan {
  const own = solve(request);
  if (request.like !== undefined) return own;
  const { before, ...now } = request;
  const smaller = [
    ...smallerRosters(request.roster, own).map((roster) => solve({ ...now, roster })),
    ...(before !== undefined && isWithin(before, request.roster, request.roles)
      ? [scheduleWork({ ...now, roster: before })]
      : []),
  ];
  const sameWork = smaller.filter(({ placed }) => placed.length === own.placed.length);
  const [best = own] = [own, ...sameWork].toSorted(
    (a, b) => a.makespan - b.makespan || delayOf(a, request) - delayOf(b, request),
  );
  return { ...best, supply: own.supply, lowerBound: Math.min(own.lowerBound, best.makespan) };
}

const delayOf = ({ placed }: WorkPlan, { weights }: ScheduleRequest): number =>
  placed.reduce((sum, { id, endWeek }) => sum + weightIn(weights, id) * endWeek, 0);

const weightIn = (weights: ReadonlyMap<string, number>, id: string): number => weights.get(id) ?? 1;

/** Whether a plan of the one roster can be done by the other: the same people do each role's work, and nobody has less time for it. */
const isWithin = (less: Roster, more: Roster, roles: readonly Role[]): boolean =>
  less.start === more.start &&
  less.horizonWeeks === more.horizonWeeks &&
  (less.wip ?? Infinity) <= (more.wip ?? Infinity) &&
  roles.every(
    ({ id }) =>
      doerOf(less.roles, id) === doerOf(more.roles, id) && capacityOf(less, id) <= capacityOf(more, id),
  );

/** One person fewer in each role that has more than one and something to do. */
function smallerRosters(roster: Roster, { placed }: WorkPlan): Roster[] {
  const busy = new Set(placed.flatMap(({ demand }) => Object.keys(demand)));
  return [...busy].flatMap((role) => {
    const people = peopleOf(roster, role);
    return people > 1 ? [withPeople(roster, role, people - 1)] : [];
  });
}

function solve({
  work,
  roster,
  roles,
  monday,
  weights,
  like,
  ...options
}: Omit<ScheduleRequest, 'before'>): WorkPlan {
  const { work: staffed, supply, leftOut } = staffWork(work, roster, roles, options);
  const late = staffed.flatMap(({ id, capability, to, notBefore }): LeftOut[] =>
    notBefore !== null && weekFrom(monday, notBefore) >= roster.horizonWeeks
      ? [{ id, capability, to, reason: { kind: 'too-late', notBefore } }]
      : [],
  );
  const { work: possible, leftOut: tooLate } = withoutWaiting(staffed, late);
  const fixed = new Map(possible.filter(isRunning).map((each) => [each.id, each.duration] as const));
  const running = possible.filter(({ id }) => fixed.has(id));
  const { start, lowerBound } = schedule(
    {
      activities: possible
        .filter(({ id }) => !fixed.has(id))
        .map(({ id, duration, demand, after, notBefore }) => ({
          id,
          duration,
          demand: roster.wip === undefined ? demand : { ...demand, [AT_ONCE]: 1 },
          after: after.filter((each) => !fixed.has(each)),
          notBefore: Math.max(
            notBefore === null ? 0 : weekFrom(monday, notBefore),
            ...after.map((each) => fixed.get(each) ?? 0),
          ),
          weight: weightIn(weights, id),
        })),
      capacity: capacityBeside(running, supply, roster.wip),
    },
    {
      schedules: like === undefined ? SCHEDULES : 1,
      candidates:
        like === undefined
          ? []
          : [Object.fromEntries(like.placed.map(({ id, startWeek }) => [id, startWeek]))],
    },
  );
  const placed = possible
    .map((each) => {
      const startWeek = fixed.has(each.id) ? 0 : start[each.id];
      // Nobody is asked for more than there is: `staffWork` sees to that.
      if (startWeek === undefined) throw new Error(`${each.id} was not scheduled`);
      return { ...each, startWeek, endWeek: startWeek + each.duration };
    })
    .toSorted((a, b) => a.startWeek - b.startWeek || a.endWeek - b.endWeek || (a.id < b.id ? -1 : 1));
  const makespan = Math.max(0, ...placed.map(({ endWeek }) => endWeek));
  return {
    placed,
    supply,
    makespan,
    lowerBound: Math.min(makespan, Math.max(lowerBound, 0, ...fixed.values())),
    leftOut: [...leftOut, ...tooLate],
  };
}

/** In progress, with nothing undone that comes before it; a rung is not reached while the one below is open. */
export const isRunning = ({ inProgress, after }: Pick<Work, 'inProgress' | 'after'>): boolean =>
  inProgress && after.length === 0;

/** Not a role: how many steps run at once. */
export const AT_ONCE = '(steps at once)';

/** What is left for other steps beside those that run already; they have their people, even where that is more than there are. */
function capacityBeside(running: readonly StaffedWork[], supply: Supply, wip: number | undefined): Capacity {
  const all: Supply = { ...supply, ...(wip !== undefined && { [AT_ONCE]: { from: 0, units: wip } }) };
  return Object.fromEntries(
    Object.entries(all).map(([resource, { from, units }]) => {
      const taken = running.map(({ demand, duration }) => ({
        until: duration,
        units: resource === AT_ONCE ? 1 : (demand[resource] ?? 0),
      }));
      const changes = [...new Set([from, ...taken.map(({ until }) => until)])].toSorted((a, b) => a - b);
      return [
        resource,
        changes.map((week) => ({
          from: week,
          units:
            week < from
              ? 0
              : Math.max(
                  0,
                  taken.reduce((left, each) => (each.until > week ? left - each.units : left), units),
                ),
        })),
      ];
    }),
  );
}
