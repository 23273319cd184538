import { list, quarterText } from '@/lib/domain/labels';
import type { Roadmap } from '@/lib/domain/roadmap';
import type { RoleQuarter, RoleTrack } from '@/lib/domain/roadmap-roles';
import { figureText, moneyText, titlesOf } from '@/lib/domain/roadmap-words';
import type { PrintedContent } from './view-roadmap';

/** Who is needed when, as tables of at most so many quarters. */

const QUARTERS = 8;

type Cell = { demand: string; supply: string; over: boolean };
type Row = { title: string; people: string; cells: Cell[]; total: string; covered: boolean };

export function needView(content: PrintedContent, { roles, money }: Roadmap) {
  const quarters = (roles[0]?.quarters ?? []).map(({ quarter }) => quarter);
  const count = Math.ceil(quarters.length / QUARTERS);
  const each = Math.ceil(quarters.length / count);
  const parts = Array.from({ length: count }, (_, index) => index * each);
  const over = roles.some((role) => role.quarters.some((quarter) => isOver(role, quarter)));
  return {
    over,
    unpriced:
      money === null || money.unpriced.length === 0
        ? null
        : `Without a day rate: ${list(money.unpriced.map(titlesOf(content).role))}.`,
    tables: parts.map((from) => ({
      quarters: quarters.slice(from, from + each).map(quarterText),
      rows: inOrder(roles).map((role) => rowOf(role, from, each)),
      money:
        money === null
          ? null
          : quarters.slice(from, from + each).map((_, index) => {
              const spent = roles.map((role) => role.quarters[from + index]?.money ?? 0);
              return moneyText(
                spent.reduce((sum, part) => sum + part, 0),
                '',
              );
            }),
      currency: money?.currency ?? '',
      sum: money === null ? '' : moneyText(money.total, ''),
    })),
  };
}

/** Under each role those that it covers, as their days are part of its own. */
const inOrder = (roles: readonly RoleTrack[]): RoleTrack[] =>
  roles
    .filter(({ coveredBy }) => coveredBy === null)
    .flatMap((role) => [role, ...roles.filter(({ coveredBy }) => coveredBy === role.role)]);

function rowOf(role: RoleTrack, from: number, count: number): Row {
  const covered = role.coveredBy !== null;
  const quarters = role.quarters.slice(from, from + count);
  return {
    title: covered ? `as ${role.title}` : role.title,
    people: covered ? '' : figureText(role.people),
    cells: quarters.map((each) => ({
      demand: daysText(each.demand),
      supply: covered || each.demand === 0 ? '' : String(Math.floor(each.supply)),
      over: isOver(role, each),
    })),
    total: daysText(role.quarters.reduce((sum, { demand }) => sum + demand, 0)),
    covered,
  };
}

/** Days are spread evenly over a step and capacities are tenths, so that a little more is a matter of rounding. */
const isOver = ({ coveredBy }: RoleTrack, { demand, supply }: RoleQuarter): boolean =>
  coveredBy === null && (demand > supply + 0.5 || (demand > 0 && supply === 0));

const daysText = (days: number): string =>
  days === 0 ? '–' : days < 0.5 ? '<1' : figureText(Math.round(days));
