import type { ScorecardModel } from '@/lib/domain/scorecard-models';
import { Vendor } from '../../../ui/vendor';

/** How many teams are on which level: one block a team, with the count beside it. */
export function Standing({ models }: { models: ScorecardModel[] }) {
  return (
    <div className="space-y-6">
      {models.map(({ model, teamsOn, target }) => (
        <div key={model}>
          <h3 className="mb-1 text-base">
            <Vendor id={model} />
          </h3>
          <table className="w-full max-w-2xl text-sm">
            <thead className="sr-only">
              <tr>
                <th scope="col">Level</th>
                <th scope="col">Teams</th>
              </tr>
            </thead>
            <tbody>
              {teamsOn
                .filter(({ level, teams }) => level !== null || teams > 0)
                .map(({ label, teams }) => (
                  <tr key={label}>
                    <th scope="row" className="w-44 py-0.5 pr-3 text-left font-normal">
                      {label}
                    </th>
                    <td className="py-0.5">
                      <span className="flex items-center gap-2">
                        <span className="w-6 text-right">{teams}</span>
                        <span aria-hidden="true" className="flex flex-wrap gap-0.5">
                          {Array.from({ length: Math.min(teams, 60) }, (_, index) => (
                            <span key={index} className="bg-rung-3 size-2.5" />
                          ))}
                        </span>
                      </span>
                    </td>
                  </tr>
                ))}
            </tbody>
          </table>
          {target !== null && (
            <p className="text-quiet mt-1 text-sm">
              To {target.label}: reached {target.reached}, near {target.near} (1 to 3 requirements to go), far{' '}
              {target.far}
            </p>
          )}
        </div>
      ))}
    </div>
  );
}
