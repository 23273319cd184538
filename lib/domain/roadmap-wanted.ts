import { weekStart } from './calendar';
import { quarterOf } from './counted';
import type { WorkPlan } from './roadmap-schedule';
import { unitsIn } from './roadmap-staffing';
import type { LeftOut, Work } from './roadmap-work';
import { doerOf, type Roster } from './roster';
import type { Role } from './schema/content';

/** Person-days of a role in one calendar quarter: what the climb asks for, what its people give, and what nobody is there for. */
export type WantedQuarter = { quarter: string; demand: number; supply: number; short: number };

/** What a climb wants of a role's people. `shortFrom` is the Monday of the first week in which somebody is missing. */
export type WantedRole = { role: string; quarters: WantedQuarter[]; shortFrom: string | null };

type Planned = Pick<WorkPlan, 'placed' | 'supply' | 'leftOut'>;
type Weeks = Map<string, number[]>;

/**
 * Demand is what the plan does, and what it leaves out for want of people, from the week on in which what it builds on is there. Short is
 * the work of roles that nobody has, and what would have to be done at the same time for no step to take longer because its role has too
 * little time. Business and executive roles are named and not hired, so they are never short.
 */
export function wantedRoles(
  roles: readonly Role[],
  { placed, supply, leftOut }: Planned,
  work: readonly Work[],
  { roster, monday }: { roster: Roster; monday: string },
): WantedRole[] {
  const [asked, missing]: [Weeks, Weeks] = [new Map(), new Map()];
  const ends = new Map(placed.map(({ id, endWeek }) => [id, endWeek]));
  for (const { effort, weeks, duration, stretchedBy, startWeek } of placed)
    for (const [role, days] of byDoer(effort, roster)) {
      add(asked, role, days / duration, startWeek, duration);
      if (role === stretchedBy) add(missing, role, days / weeks - days / duration, startWeek, weeks);
    }
  const unstaffed = withoutPeople(leftOut);
  // Steps come after what they wait for, so that one pass is enough.
  for (const { id, effort, weeks, after } of work) {
    if (!unstaffed.has(id)) continue;
    const start = Math.max(0, ...after.map((each) => ends.get(each) ?? 0));
    ends.set(id, start + weeks);
    for (const [role, days] of byDoer(effort, roster)) {
      add(asked, role, days / weeks, start, weeks);
      const left = days / weeks - (supply[role]?.units ?? 0) / 10;
      if (left > 0 && (supply[role] === undefined || unstaffed.get(id) === role))
        add(missing, role, left, start, weeks);
    }
  }
  return roles.flatMap(({ id, category }): WantedRole[] => {
    const weeks = asked.get(id);
    if (weeks === undefined) return [];
    const short = category === 'technical' ? (missing.get(id) ?? []) : [];
    const first = short.findIndex((days) => days > 0);
    return [
      {
        role: id,
        quarters: byQuarter(monday, weeks, short, (week) => unitsIn(supply, id, week) / 10),
        shortFrom: first === -1 ? null : weekStart(monday, first),
      },
    ];
  });
}

function byQuarter(
  monday: string,
  asked: readonly number[],
  missing: readonly number[],
  supplyIn: (week: number) => number,
): WantedQuarter[] {
  const quarters = new Map<string, WantedQuarter>();
  for (let week = 0; week < asked.length; week += 1) {
    const quarter = quarterOf(weekStart(monday, week));
    const own = quarters.get(quarter) ?? { quarter, demand: 0, supply: 0, short: 0 };
    own.demand += asked[week] ?? 0;
    own.supply += supplyIn(week);
    own.short += missing[week] ?? 0;
    quarters.set(quarter, own);
  }
  return [...quarters.values()];
}

/** Person-days by the role whose people do them. */
function byDoer(effort: Work['effort'], roster: Roster): Map<string, number> {
  const days = new Map<string, number>();
  for (const [role, own] of Object.entries(effort)) {
    const doer = doerOf(roster.roles, role) ?? role;
    days.set(doer, (days.get(doer) ?? 0) + own);
  }
  return days;
}

function add(to: Weeks, role: string, days: number, from: number, weeks: number): void {
  const own = to.get(role) ?? [];
  for (let week = own.length; week < from + weeks; week += 1) own[week] = 0;
  for (let week = from; week < from + weeks; week += 1) own[week] = (own[week] ?? 0) + days;
  to.set(role, own);
}

/**
 * Steps that people alone would bring into the plan, each with the role that has too little time for it; `null` where somebody is not
 * there at all, or where it waits for another.
 */
function withoutPeople(leftOut: readonly LeftOut[]): Map<string, string | null> {
  const byId = new Map(leftOut.map((each) => [each.id, each]));
  const rootOf = (each: LeftOut): LeftOut => {
    const before = each.reason.kind === 'waits' ? byId.get(each.reason.for) : undefined;
    return before === undefined ? each : rootOf(before);
  };
  return new Map(
    leftOut
      .filter((each) => ['nobody', 'too-long'].includes(rootOf(each).reason.kind))
      .map(({ id, reason }) => [id, reason.kind === 'too-long' ? reason.stretchedBy : null]),
  );
}
