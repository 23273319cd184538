import { capacityOf, doerOf, weeklyTenths, type Roster } from './roster';
import type { Role } from './schema/content';
import { withoutWaiting, type LeftOut, type Work } from './roadmap-work';

/** Work with who does it and how long that takes. Units are tenths of a person-day a week, as the capacities are. */
export type StaffedWork = Work & {
  /** Weeks. */
  duration: number;
  /** By the role whose people do it, in every week that it runs. */
  demand: Record<string, number>;
  /** The role that has too little time for the shortest calendar time; `null` where none has. */
  stretchedBy: string | null;
  /** Business and executive roles that the roster does not have: they are not hired and hold nothing up. */
  needsNamed: string[];
};

/** What each role's people give a week, from which week on. */
export type Supply = Record<string, { from: number; units: number }>;

/** Tenths of a person-day that a role's people give in one week. */
export const unitsIn = (supply: Supply, role: string, week: number): number => {
  const own = supply[role];
  return own === undefined || week < own.from ? 0 : own.units;
};

export type Staffed = { work: StaffedWork[]; supply: Supply; leftOut: LeftOut[] };

/**
 * Who does each piece of work, and what nobody can do. `hired` roles get one more pair of hands from week `hireWeeks` on; `factor`
 * multiplies every effort.
 */
export function staffWork(
  work: readonly Work[],
  roster: Roster,
  roles: readonly Role[],
  { hired = [], factor = 1 }: { hired?: readonly string[]; factor?: number } = {},
): Staffed {
  const supply = supplyOf(roster, roles, hired);
  const technical = new Set(roles.filter(({ category }) => category === 'technical').map(({ id }) => id));
  const gone: LeftOut[] = [];
  const staffed = work.map((each) => {
    const tenths = tenthsByDoer(each, roster, factor);
    const nobody = [...tenths.keys()].filter((role) => supply[role] === undefined);
    const missing = nobody.filter((role) => technical.has(role));
    const { id, capability, to } = each;
    if (missing.length > 0) gone.push({ id, capability, to, reason: { kind: 'nobody', roles: missing } });
    for (const role of nobody) tenths.delete(role);
    const lasting = durationOf(each.weeks, tenths, supply);
    if (lasting.duration > roster.horizonWeeks && missing.length === 0)
      gone.push({ id, capability, to, reason: { kind: 'too-long', ...lasting } });
    return {
      ...each,
      ...lasting,
      demand: Object.fromEntries(
        [...tenths].map(([role, units]) => [role, Math.ceil(units / lasting.duration)]),
      ),
      needsNamed: nobody.filter((role) => !technical.has(role)),
    };
  });
  return { supply, ...withoutWaiting(staffed, gone) };
}

function supplyOf(roster: Roster, roles: readonly Role[], hired: readonly string[]): Supply {
  const supply: Supply = {};
  for (const { id } of roles) {
    const units = capacityOf(roster, id);
    const hire = hired.includes(id) ? weeklyTenths(1, shareOf(roster, id)) : 0;
    if (units > 0) supply[id] = { from: 0, units };
    else if (hire > 0) supply[id] = { from: roster.hireWeeks, units: hire };
  }
  return supply;
}

function shareOf({ roles, share }: Roster, role: string): number {
  const staffing = roles[role];
  return (typeof staffing === 'object' && 'share' in staffing ? staffing.share : undefined) ?? share;
}

/** Tenths of person-days by the role that does them. */
function tenthsByDoer({ effort }: Work, { roles }: Roster, factor: number): Map<string, number> {
  const tenths = new Map<string, number>();
  for (const [role, days] of Object.entries(effort)) {
    const doer = doerOf(roles, role) ?? role;
    tenths.set(doer, (tenths.get(doer) ?? 0) + days * 10 * factor);
  }
  return new Map([...tenths].map(([role, units]) => [role, Math.ceil(units - 1e-9)]));
}

function durationOf(weeks: number, tenths: ReadonlyMap<string, number>, supply: Supply) {
  let duration = weeks;
  let stretchedBy: string | null = null;
  for (const [role, units] of tenths) {
    const needed = Math.ceil(units / (supply[role]?.units ?? Infinity));
    if (needed > duration) [duration, stretchedBy] = [needed, role];
  }
  return { duration, stretchedBy };
}
