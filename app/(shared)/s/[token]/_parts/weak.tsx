import { percent } from '@/lib/domain/labels';
import type { SharedScorecard, WeakDomain } from '@/lib/domain/shared-view';

const FIRST = 4;

/** Domains by what the teams have of their ladders, weakest first; below, all of them by unit. */
export function Weak({ domains, heat }: { domains: WeakDomain[]; heat: SharedScorecard['heat'] }) {
  return (
    <>
      <dl className="grid grid-cols-[1fr_auto_auto] gap-x-4 gap-y-1.5 text-sm">
        {domains.slice(0, FIRST).map((domain) => (
          <Domain key={domain.id} {...domain} />
        ))}
      </dl>
      <p className="text-quiet mt-1 text-xs">
        mean share of the ladder over all teams, and the lowest team’s
      </p>
      {(domains.length > FIRST || heat.rows.length > 0) && (
        <details className="print:unfolded mt-1">
          <summary className="link min-h-8 pt-1 text-sm">
            All {domains.length}
            {heat.rows.length > 0 && ', by unit'}
          </summary>
          <ByUnit domains={domains} heat={heat} />
        </details>
      )}
    </>
  );
}

const Domain = ({ title, certain, best, lowest }: WeakDomain) => (
  <div className="contents">
    <dt>{title}</dt>
    <dd className="text-right whitespace-nowrap">{percent({ certain, best })}</dd>
    <dd className="text-quiet text-right whitespace-nowrap">
      {lowest !== null && `lowest ${percent({ certain: lowest.certain, best: lowest.certain })}`}
    </dd>
  </div>
);

/** Domains are the rows, so that it fits a phone with few units and scrolls within itself with many. */
function ByUnit({ domains, heat }: { domains: WeakDomain[]; heat: SharedScorecard['heat'] }) {
  const place = new Map(heat.domains.map(({ id }, index) => [id, index]));
  const shown = (row: SharedScorecard['heat']['all'], id: string) => {
    const cell = row.cells[place.get(id) ?? -1];
    return cell ? percent(cell) : '–';
  };
  return (
    <div
      className="relative mt-2 overflow-x-auto print:overflow-visible"
      role="region"
      aria-label="Domains by unit"
      tabIndex={0}
    >
      <table className="w-full text-xs">
        <thead>
          <tr className="border-border border-b text-left align-bottom">
            <th scope="col" className="py-1 pr-3 font-medium">
              Domain
            </th>
            {[{ name: 'All', ...heat.all }, ...heat.rows].map(({ name, teams, expected }) => (
              <th key={name} scope="col" className="py-1 pr-3 font-medium">
                {name}
                <span className="text-quiet block font-normal whitespace-nowrap">
                  {teams} of {expected}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {domains.map(({ id, title }) => (
            <tr key={id} className="border-line border-b">
              <th scope="row" className="py-1 pr-3 text-left font-normal">
                {title}
              </th>
              <td className="py-1 pr-3 whitespace-nowrap">{shown(heat.all, id)}</td>
              {heat.rows.map((row) => (
                <td key={row.name} className="py-1 pr-3 whitespace-nowrap">
                  {shown(row, id)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
