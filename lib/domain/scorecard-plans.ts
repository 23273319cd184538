import { dayNumber } from './calendar';
import { quarterOf } from './counted';
import type { Aims } from './aims';
import type { PlanPromise } from './plan-promise';
import { isThere, type PlanState } from './plan-state';
import type { WantedQuarter } from './roadmap-wanted';
import type { Content } from './schema/content';

/** A team with the plan that it follows, and how that stands today. */
export type PlannedTeam = { team: string; promise: PlanPromise; state: PlanState };

export type PlanPace = 'on-time' | 'late' | 'not-started';

/** `people` are full-time ones, over the year that begins with the first quarter in which the role is short. */
export type RoleShort = {
  people: number;
  from: string;
  /** The first Monday on which somebody is missing in some team. */
  day: string;
  teams: string[];
};

/** One role over all plans, from the quarter of today on. */
export type RoleAhead = {
  role: string;
  title: string;
  quarters: WantedQuarter[];
  /** `null` where no team is short of it. */
  short: RoleShort | null;
};

/** What the chosen plans of an organisation, or of one of its units, take together. */
export type PlansTogether = {
  plans: number;
  /** Teams that could have one. */
  of: number;
  /** Person-days of the steps that are not there yet, and how many of them are promised until the end of a year. */
  days: number;
  planned: { year: string; days: number };
  paces: Record<PlanPace, number>;
  /** As priced when the plans were chosen; `null` unless every plan has a price, all in one currency. */
  money: { total: number; currency: string } | null;
  /** Those that are short first, by how many people. */
  roles: RoleAhead[];
  /** Plans that say nothing of people, as they were chosen before that was kept. */
  silent: number;
};

/** Working days of a full-time person in a quarter. */
export const QUARTER_DAYS = 65;
/** Of a full-time person over a year; less is nobody's worry above a team. */
const LEAST_SHORT = 0.25;
/** Person-days that a team has to miss to be counted: a week of one person. */
const LEAST_DAYS = 5;

/** A plan with a step past its day is late; one of which nothing is begun has not started. */
export function paceOf({ steps, late }: Pick<PlanState, 'steps' | 'late'>): PlanPace {
  if (late > 0) return 'late';
  return steps.every(({ state }) => state === 'planned') ? 'not-started' : 'on-time';
}

/** The year that the figures look ahead to: of the last day aimed at, or the next one. */
export function yearAimedAt(aims: Aims, today: string): string {
  const last = Object.values(aims)
    .map(({ by }) => by)
    .toSorted()
    .at(-1);
  if (last !== undefined && last >= today) return last.slice(0, 4);
  return String(Number(today.slice(0, 4)) + 1);
}

/** Adds up the chosen plans. No schedule is computed: only what was promised on the day of choosing, and what has become of it. */
export function plansTogether(
  { roles }: Pick<Content, 'roles'>,
  teams: readonly PlannedTeam[],
  { of, today, year }: { of: number; today: string; year: string },
): PlansTogether {
  const paces: PlansTogether['paces'] = { 'on-time': 0, late: 0, 'not-started': 0 };
  let [days, planned] = [0, 0];
  for (const { promise, state } of teams) {
    paces[paceOf(state)] += 1;
    for (const [index, step] of promise.steps.entries()) {
      const own = state.steps[index];
      if (own !== undefined && isThere(own)) continue;
      days += step.days;
      planned += step.days * shareUntil(step, `${year}-12-31`);
    }
  }
  return {
    plans: teams.length,
    of,
    days,
    planned: { year, days: planned },
    paces,
    money: moneyOf(teams),
    roles: rolesAhead(roles, teams, today),
    silent: teams.filter(({ promise }) => promise.wanted === undefined).length,
  };
}

/** How much of a step lies before the end of a day, spread evenly over its days. */
function shareUntil({ startsOn, doneOn }: { startsOn: string; doneOn: string }, day: string): number {
  if (doneOn <= day) return 1;
  if (startsOn > day) return 0;
  const [start, end] = [dayNumber(startsOn), dayNumber(doneOn) + 1];
  return (dayNumber(day) + 1 - start) / (end - start);
}

function moneyOf(teams: readonly PlannedTeam[]): PlansTogether['money'] {
  const prices = teams.map(({ promise }) => promise.money);
  const [first = null] = prices;
  if (first === null) return null;
  const { currency } = first;
  let total = 0;
  for (const price of prices) {
    if (price === null || price.currency !== currency) return null;
    total += price.total;
  }
  return { total, currency };
}

type Sum = { quarters: Map<string, WantedQuarter>; days: string[]; teams: string[] };

function rolesAhead(roles: Content['roles'], teams: readonly PlannedTeam[], today: string): RoleAhead[] {
  const now = quarterOf(today);
  const sums = new Map<string, Sum>();
  for (const { team, promise } of teams)
    for (const { role, quarters, shortFrom } of promise.wanted ?? []) {
      const sum = sums.get(role) ?? { quarters: new Map<string, WantedQuarter>(), days: [], teams: [] };
      sums.set(role, sum);
      const ahead = quarters.filter(({ quarter }) => quarter >= now);
      for (const each of ahead) addQuarter(sum.quarters, each);
      const missing = ahead.reduce((total, { short }) => total + short, 0);
      if (shortFrom === null || missing < LEAST_DAYS) continue;
      sum.days.push(shortFrom);
      sum.teams.push(team);
    }
  return roles
    .flatMap(({ id, title }): RoleAhead[] => {
      const sum = sums.get(id);
      if (sum === undefined || sum.quarters.size === 0) return [];
      const quarters = [...sum.quarters.values()].toSorted((a, b) => (a.quarter < b.quarter ? -1 : 1));
      return [{ role: id, title, quarters, short: shortOf(quarters, sum) }];
    })
    .toSorted((a, b) => (b.short?.people ?? 0) - (a.short?.people ?? 0));
}

function addQuarter(to: Map<string, WantedQuarter>, { quarter, demand, supply, short }: WantedQuarter): void {
  const own = to.get(quarter) ?? { quarter, demand: 0, supply: 0, short: 0 };
  own.demand += demand;
  own.supply += supply;
  own.short += short;
  to.set(quarter, own);
}

function shortOf(quarters: readonly WantedQuarter[], { days, teams }: Sum): RoleShort | null {
  const first = quarters.findIndex(({ short }) => short > 0);
  const [day] = days.toSorted();
  const from = quarters[first]?.quarter;
  if (from === undefined || day === undefined) return null;
  const missing = quarters
    .filter(({ quarter }) => quarter < yearAfter(from))
    .reduce((sum, { short }) => sum + short, 0);
  const people = missing / (4 * QUARTER_DAYS);
  return people < LEAST_SHORT ? null : { people, from, day, teams };
}

const yearAfter = (quarter: string): string => `${Number(quarter.slice(0, 4)) + 1}${quarter.slice(4)}`;
