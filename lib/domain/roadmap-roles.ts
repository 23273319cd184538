import { weekStart } from './calendar';
import { quarterOf } from './counted';
import { pathsFor } from './learning-paths';
import type { PlacedWork } from './roadmap-schedule';
import { unitsIn, type Supply } from './roadmap-staffing';
import { doerOf, peopleOf, type Roster } from './roster';
import type { Content, ModelId, Role } from './schema/content';

/** Person-days that a role is asked for and has, in one calendar quarter of the plan. */
export type RoleQuarter = { quarter: string; demand: number; supply: number; money: number | null };

export type RoleTrack = {
  role: string;
  title: string;
  people: number;
  /** Who does the work instead; `null` where the role's own people do. */
  coveredBy: string | null;
  quarters: RoleQuarter[];
  /** Person-days in all. */
  days: number;
  /** Steps that it leads and supports, by id. */
  leads: string[];
  supports: string[];
  /** Roles whose work its people do as well, and which it therefore has to learn. */
  covers: string[];
  upskilling: Role['upskilling'];
};

type Days = Map<string, number>;

/** The calendar quarters from the first week to the last in which something is done, each week counted by its Monday. */
export function quartersOf(monday: string, weeks: number): { quarter: string; weeks: number[] }[] {
  const quarters = new Map<string, number[]>();
  for (let week = 0; week < weeks; week += 1) {
    const quarter = quarterOf(weekStart(monday, week));
    quarters.set(quarter, [...(quarters.get(quarter) ?? []), week]);
  }
  return [...quarters].map(([quarter, inIt]) => ({ quarter, weeks: inIt }));
}

/**
 * Demand against supply by quarter for each role that the plan asks for. Demand is the stated person-days, spread evenly over the weeks of
 * a step; a covered role's demand is counted where its work is done.
 */
export function roleTracks(
  { roles, capabilities }: Pick<Content, 'roles' | 'capabilities'>,
  placed: readonly PlacedWork[],
  supply: Supply,
  { roster, monday, questionnaires }: { roster: Roster; monday: string; questionnaires: readonly ModelId[] },
): RoleTrack[] {
  const makespan = Math.max(0, ...placed.map(({ endWeek }) => endWeek));
  const quarters = quartersOf(monday, makespan);
  const quarterOfWeek = new Map(
    quarters.flatMap(({ quarter, weeks }) => weeks.map((week) => [week, quarter])),
  );
  const asked = new Map<string, Days>();
  const spent = new Map<string, Days>();
  for (const { effort, startWeek, endWeek, duration } of placed)
    for (const [role, days] of Object.entries(effort)) {
      const doer = doerOf(roster.roles, role) ?? role;
      for (let week = startWeek; week < endWeek; week += 1) {
        const quarter = quarterOfWeek.get(week) ?? '';
        add(asked, doer, quarter, days / duration);
        add(spent, role, quarter, days / duration);
      }
    }
  const leading = new Map(capabilities.map(({ id, roles: { lead } }) => [id, new Set(lead)]));
  return roles.flatMap(({ id, title, upskilling }): RoleTrack[] => {
    const steps = placed.filter(({ effort }) => effort[id] !== undefined);
    const covers = roles
      .map((role) => role.id)
      .filter((role) => role !== id && spent.has(role) && doerOf(roster.roles, role) === id);
    const days = sum(spent.get(id));
    if (steps.length === 0 && covers.length === 0) return [];
    const doer = doerOf(roster.roles, id);
    const coveredBy = doer === id ? null : doer;
    const rate = roster.dayRates?.[id];
    const leads = steps.filter(({ capability }) => leading.get(capability)?.has(id));
    return [
      {
        ...{ role: id, title, covers, coveredBy, days },
        upskilling: pathsFor(upskilling, questionnaires),
        people: peopleOf(roster, id),
        quarters: quarters.map(({ quarter, weeks }) => ({
          quarter,
          demand: (coveredBy === null ? asked : spent).get(id)?.get(quarter) ?? 0,
          supply: weeks.reduce((total, week) => total + unitsIn(supply, id, week) / 10, 0),
          money: rate === undefined ? null : (spent.get(id)?.get(quarter) ?? 0) * rate,
        })),
        leads: leads.map((step) => step.id),
        supports: steps.filter((step) => !leads.includes(step)).map((step) => step.id),
      },
    ];
  });
}

function add(to: Map<string, Days>, role: string, quarter: string, days: number): void {
  const own = to.get(role) ?? new Map<string, number>();
  own.set(quarter, (own.get(quarter) ?? 0) + days);
  to.set(role, own);
}

const sum = (days: Days | undefined): number => [...(days?.values() ?? [])].reduce((a, b) => a + b, 0);
