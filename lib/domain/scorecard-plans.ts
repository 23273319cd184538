import { quarterOf } from './counted';
import type { Aims } from './aims';
import { DAY, type PlanStanding } from './plan-standing';
import type { WantedQuarter } from './roadmap-wanted';
import type { Content } from './schema/content';

export type PlanPace = 'on-time' | 'late' | 'not-started';

/** `people` are full-time ones, over the year that begins with the first quarter in which the role is short. */
export type RoleShort = {
  people: number;
  from: string;
  /** The first Monday on which somebody is missing in some team. */
  day: string;
  teams: number;
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
/** How plans stand on a day: with a step past its day one is late, and one of which nothing is begun has not started. */
export function pacesOf({ due }: Pick<PlanStanding, 'due'>, today: string): Record<PlanPace, number> {
  const paces = { 'on-time': 0, late: 0, 'not-started': 0 };
  for (const [begun, pace] of [
    ['begun', 'on-time'],
    ['waiting', 'not-started'],
  ] as const)
    for (const [day, plans] of Object.entries(due[begun] ?? {})) paces[day < today ? 'late' : pace] += plans;
  return paces;
}

/** How one plan stands. */
export function paceOf(standing: Pick<PlanStanding, 'due'>, today: string): PlanPace {
  const paces = pacesOf(standing, today);
  return paces.late > 0 ? 'late' : paces['on-time'] > 0 ? 'on-time' : 'not-started';
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

/** What chosen plans take together on a day, from how they stand. */
export function plansTogether(
  { roles }: Pick<Content, 'roles'>,
  standing: PlanStanding,
  { of, today, year }: { of: number; today: string; year: string },
): PlansTogether {
  const { plans, silent, work } = standing;
  const until = Object.entries(work).filter(([each]) => each <= year);
  return {
    ...{ plans, of, silent },
    days: sum(Object.values(work)) / DAY,
    planned: { year, days: sum(until.map(([, days]) => days)) / DAY },
    paces: pacesOf(standing, today),
    money: moneyOf(standing),
    roles: rolesAhead(roles, standing, quarterOf(today)),
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

function moneyOf({ plans, money }: PlanStanding): PlansTogether['money'] {
  const [first, ...others] = Object.entries(money);
  if (first === undefined || others.length > 0) return null;
  const [currency, { plans: priced = 0, total = 0 }] = first;
  return priced === plans ? { total: total / 100, currency } : null;
}

function rolesAhead(roles: Content['roles'], { wanted, short }: PlanStanding, now: string): RoleAhead[] {
  return roles
    .flatMap(({ id, title }): RoleAhead[] => {
      const quarters = Object.entries(wanted[id] ?? {})
        .filter(([quarter]) => quarter >= now)
        .map(([quarter, each]) => ({
          quarter,
          demand: (each.demand ?? 0) / DAY,
          supply: (each.supply ?? 0) / DAY,
          short: (each.short ?? 0) / DAY,
        }))
        .toSorted((a, b) => (a.quarter < b.quarter ? -1 : 1));
      if (quarters.length === 0) return [];
      return [{ role: id, title, quarters, short: shortOf(quarters, shortAhead(short[id] ?? {}, now)) }];
    })
    .toSorted((a, b) => (b.short?.people ?? 0) - (a.short?.people ?? 0));
}

/** From when on how many plans are short, of those that still are in this quarter. */
const shortAhead = (short: Record<string, number>, now: string): { day: string; plans: number }[] =>
  Object.entries(short).flatMap(([key, plans]) => {
    const [until = '', day = ''] = key.split(' ');
    return until < now ? [] : [{ day, plans }];
  });

/** Whether a plan is still short of a role on a day. */
export const isShortOf = ({ short }: PlanStanding, role: string, today: string): boolean =>
  shortAhead(short[role] ?? {}, quarterOf(today)).length > 0;

function shortOf(
  quarters: readonly WantedQuarter[],
  ahead: readonly { day: string; plans: number }[],
): RoleShort | null {
  const first = quarters.findIndex(({ short }) => short > 0);
  const [day] = ahead.map((each) => each.day).toSorted();
  const from = quarters[first]?.quarter;
  if (from === undefined || day === undefined) return null;
  const year = quarters.filter(({ quarter }) => quarter < yearAfter(from));
  const people = sum(year.map(({ short }) => short)) / (4 * QUARTER_DAYS);
  if (people < LEAST_SHORT) return null;
  return { people, from, day, teams: sum(ahead.map(({ plans }) => plans)) };
}

const yearAfter = (quarter: string): string => `${Number(quarter.slice(0, 4)) + 1}${quarter.slice(4)}`;
