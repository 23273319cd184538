import { quarterText } from '@/lib/domain/labels';
import { daysShort } from '@/lib/domain/roadmap-words';
import { peopleText } from '@/lib/domain/what-it-takes';
import type { WantedQuarter } from '@/lib/domain/roadmap-wanted';
import { QUARTER_DAYS, type RoleAhead } from '@/lib/domain/scorecard-plans';

/** Two years; what comes later is in the workbook. */
const SHOWN = 8;

/** A row a role, a column a quarter: bars of what is asked for and what is there, on one scale a role, with the figures below. */
export function Demand({ roles }: { roles: readonly RoleAhead[] }) {
  const quarters = [...new Set(roles.flatMap((role) => role.quarters.map(({ quarter }) => quarter)))]
    .toSorted()
    .slice(0, SHOWN);
  return (
    <>
      <div className="relative overflow-x-auto" role="region" aria-label="Roles by quarter" tabIndex={0}>
        <table className="w-full min-w-[56rem] text-sm">
          <caption className="sr-only">Person-days asked for, there and short, by role and quarter</caption>
          <thead>
            <tr className="border-border border-b text-left align-bottom">
              <th scope="col" className="bg-paper sticky left-0 py-1.5 pr-4 font-medium">
                Role
              </th>
              {quarters.map((quarter) => (
                <th key={quarter} scope="col" className="py-1.5 pr-3 font-medium whitespace-nowrap">
                  {quarterText(quarter)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {roles.map((role) => (
              <Row key={role.role} role={role} quarters={quarters} />
            ))}
          </tbody>
        </table>
      </div>
      <p className="text-quiet mt-2 text-xs">
        Bars: asked for, the hatched part of it short · outline: there · person-days; people are full-time
        ones
      </p>
    </>
  );
}

function Row({ role, quarters }: { role: RoleAhead; quarters: readonly string[] }) {
  const byQuarter = new Map(role.quarters.map((each) => [each.quarter, each]));
  const most = Math.max(...role.quarters.flatMap(({ demand, supply }) => [demand, supply]));
  return (
    <tr className="border-line border-b align-bottom">
      <th scope="row" className="bg-paper sticky left-0 py-2 pr-4 text-left align-middle font-medium">
        {role.title}
      </th>
      {quarters.map((quarter) => (
        <Cell key={quarter} of={byQuarter.get(quarter)} most={most} />
      ))}
    </tr>
  );
}

function Cell({ of, most }: { of: WantedQuarter | undefined; most: number }) {
  if (of === undefined || (of.demand === 0 && of.supply === 0))
    return <td className="text-quiet py-2 pr-3">–</td>;
  const { demand, supply, short } = of;
  const height = (days: number) => ({ height: `${most === 0 ? 0 : (100 * days) / most}%` });
  const inBar = Math.min(short, demand);
  return (
    <td className="py-2 pr-3">
      <span aria-hidden="true" className="mb-1 flex h-12 items-end gap-1">
        <span className="border-border flex w-5 flex-col overflow-hidden border" style={height(demand)}>
          <span className="hatched bg-paper block" style={{ flexGrow: inBar }} />
          <span className="bg-rung-3 block" style={{ flexGrow: demand - inBar }} />
        </span>
        <span className="border-border w-5 border border-dashed" style={height(supply)} />
      </span>
      <span className="block whitespace-nowrap tabular-nums">
        {daysShort(demand)}
        <span className="text-quiet"> of {daysShort(supply)}</span>
        <span className="sr-only"> person-days there</span>
      </span>
      {short >= QUARTER_DAYS / 20 && (
        <span className="text-warn block whitespace-nowrap tabular-nums">
          {peopleText(short / QUARTER_DAYS)} short
        </span>
      )}
    </td>
  );
}
