import { percent } from '@/lib/domain/labels';
import type { SharedScorecard, WeakDomain } from '@/lib/domain/shared-view';

/** Every domain over all teams and by unit: folded on a phone, where many units scroll within the table. */
export function ByUnit({ domains, heat }: { domains: WeakDomain[]; heat: SharedScorecard['heat'] }) {
  const place = new Map(heat.domains.map(({ id }, index) => [id, index]));
  const shown = (row: SharedScorecard['heat']['all'], id: string) => {
    const cell = row.cells[place.get(id) ?? -1];
    return cell ? percent(cell) : '–';
  };
  return (
    <details className="md:unfolded print:unfolded mb-4 break-inside-avoid md:col-span-2 print:col-span-2">
      <summary className="link min-h-8 text-sm">
        All {domains.length}
        {heat.rows.length > 0 && ', by unit'}
      </summary>
      <div
        className="relative mt-2 overflow-x-auto print:overflow-visible"
        role="region"
        aria-label="Domains by unit"
        tabIndex={0}
      >
        <table className="w-full text-xs">
          <caption className="py-1 text-left text-sm font-medium">
            Mean share of the ladder, by domain{heat.rows.length > 0 && ' and unit'}
          </caption>
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
    </details>
  );
}
