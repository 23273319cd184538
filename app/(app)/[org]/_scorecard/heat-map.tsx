import type { Route } from 'next';
import { perCent } from '@/lib/domain/labels';
import type { HeatCell, HeatRow, Scorecard } from '@/lib/domain/scorecard';
import { shortDomain } from '@/lib/domain/scorecard-words';
import type { NamedTeam } from '@/lib/orgs/org-overview';
import { Link } from '../../../ui/link';

const SHADES = [
  'bg-rung-0 text-[var(--on-rung-low)]',
  'bg-rung-1 text-[var(--on-rung-low)]',
  'bg-rung-2 text-[var(--on-rung-low)]',
  'bg-rung-3 text-[var(--on-rung-high)]',
  'bg-rung-4 text-[var(--on-rung-high)]',
];

/** A word too long for a narrow column may be parted in its middle. */
const partable = (title: string): string => title.replaceAll(/\p{L}{6}(?=\p{L}{6})/gu, '$&\u00ad');

type Props = {
  heat: Scorecard['heat'];
  lowest: Record<string, NamedTeam>;
  moreUnits: number;
  org: string;
  /** What the last row is called. */
  whole: string;
};

/** Units and domains: the mean share of the ladder, and the lowest team beside it. */
export function HeatMap({ heat, lowest, moreUnits, org, whole }: Props) {
  const { domains, rows, all } = heat;
  return (
    <>
      <div className="relative overflow-x-auto" role="region" aria-label="Units and domains" tabIndex={0}>
        <table className="w-full min-w-[64rem] table-fixed border-separate border-spacing-0.5 text-sm print:min-w-0">
          <thead>
            <tr className="text-quiet text-left align-bottom">
              <th scope="col" className="bg-paper wide:w-44 sticky left-0 w-36 pr-3 pb-1 font-normal">
                <span className="sr-only">Unit</span>
              </th>
              <th scope="col" className="w-24 pr-3 pb-1 font-normal">
                Finished
              </th>
              {domains.map(({ id, title }) => (
                <th
                  key={id}
                  scope="col"
                  className="pb-1 text-[0.75rem] leading-tight font-normal hyphens-manual"
                >
                  {partable(shortDomain(title))}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.id} row={row} domains={domains} lowest={lowest} org={org}>
                <Link
                  href={`/${org}?unit=${row.slug}` as Route}
                  className="link inline-block max-w-full truncate align-bottom"
                >
                  {row.name}
                </Link>
              </Row>
            ))}
            <Row row={all} domains={domains} lowest={lowest} org={org}>
              <span className="font-medium">{whole}</span>
            </Row>
          </tbody>
        </table>
      </div>
      {moreUnits > 0 && (
        <p className="text-quiet mt-1 text-sm">
          The {rows.length} with most teams; {moreUnits} more are counted in the last row.
        </p>
      )}
    </>
  );
}

function Row({
  row: { teams, expected, cells },
  domains,
  lowest,
  org,
  children,
}: {
  row: HeatRow;
  domains: Scorecard['heat']['domains'];
  lowest: Props['lowest'];
  org: string;
  children: React.ReactNode;
}) {
  return (
    <tr>
      <th scope="row" className="bg-paper sticky left-0 truncate pr-3 text-left font-normal">
        {children}
      </th>
      <td className="text-quiet pr-3 whitespace-nowrap tabular-nums">
        {teams} of {expected}
      </td>
      {cells.map((cell, index) => (
        <Cell key={domains[index]?.id} cell={cell} lowest={lowest} org={org} />
      ))}
    </tr>
  );
}

function Cell({ cell, lowest, org }: { cell: HeatCell | null; lowest: Props['lowest']; org: string }) {
  if (cell === null)
    return (
      <td className="border-line text-quiet border text-center">
        <span aria-hidden="true">–</span>
        <span className="sr-only">nothing known</span>
      </td>
    );
  const { certain, best } = cell;
  const team = cell.lowest === null ? undefined : lowest[cell.lowest.team];
  const open = perCent(best) === perCent(certain) ? '' : ` to ${perCent(best)}`;
  const low = cell.lowest === null ? null : perCent(cell.lowest.certain);
  return (
    <td
      className={`border-border border px-1.5 text-center tabular-nums ${SHADES[Math.min(4, Math.floor(certain * 5))]}`}
    >
      <span className="font-medium">{perCent(certain)}</span>
      <span className="sr-only">
        {open} per cent{low === null ? '' : ', lowest team'}
      </span>
      {low !== null &&
        (team === undefined ? (
          <span className="ml-1 text-xs">{low}</span>
        ) : (
          <Link
            href={`/${org}/teams/${team.slug}` as Route}
            title={`Lowest: ${team.name}`}
            className="ml-1 inline-block min-h-6 min-w-6 text-xs leading-6 underline decoration-dotted underline-offset-2 print:min-h-0 print:leading-normal"
          >
            {low}
            <span className="sr-only">, {team.name}</span>
          </Link>
        ))}
    </td>
  );
}
