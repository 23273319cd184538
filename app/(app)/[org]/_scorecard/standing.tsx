import { dateText } from '@/lib/domain/labels';
import type { ScorecardModel, ScorecardTarget } from '@/lib/domain/scorecard-models';
import { bareLevel, openText } from '@/lib/domain/scorecard-words';
import { Vendor } from '../../../ui/vendor';

const SHADES = ['bg-rung-0', 'bg-rung-1', 'bg-rung-2', 'bg-rung-3', 'bg-rung-4'];

/** One row a model: how many teams are on which level, what is typical, and how far they are from the level aimed at. */
export function Standing({ models }: { models: readonly ScorecardModel[] }) {
  return (
    <table className="w-full text-sm">
      <caption className="sr-only">Teams by level, and their way to the target</caption>
      <thead>
        <tr className="text-quiet narrow:sr-only text-left">
          <th scope="col" className="pr-6 pb-1 font-normal">
            Model
          </th>
          <th scope="col" className="pr-6 pb-1 font-normal">
            Teams on each level
          </th>
          <th scope="col" className="pr-6 pb-1 font-normal">
            Half of the teams · all
          </th>
          <th scope="col" className="pb-1 font-normal">
            To the target
          </th>
        </tr>
      </thead>
      <tbody>
        {models.map((model) => (
          <Row key={model.model} {...model} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ model, teams, teamsOn, typical, floor, target }: ScorecardModel) {
  const shown = teamsOn.filter((each) => each.level !== null || each.teams > 0);
  return (
    <tr className="border-line narrow:block narrow:py-2 border-t align-top">
      <th scope="row" className="narrow:block narrow:py-0 narrow:text-base py-1 pr-6 text-left font-medium">
        <Vendor id={model} />
      </th>
      <td className="wide:w-[41%] narrow:block narrow:py-1 narrow:pr-0 py-1 pr-6">
        <div
          aria-hidden="true"
          className="border-border wide:h-3 wide:mb-0.5 mb-1 flex h-4 overflow-hidden rounded-sm border"
        >
          {teamsOn.map((place, index) =>
            place.teams === 0 ? null : (
              <span
                key={place.label}
                className={`${SHADES[Math.min(index, 4)]} border-border not-last:border-r`}
                style={{ width: `${(100 * place.teams) / teams}%` }}
              />
            ),
          )}
        </div>
        {shown.map(({ label, teams: on }, index) => (
          <span key={label}>
            {index > 0 && ' · '}
            <span className="whitespace-nowrap">
              {bareLevel(label)} <span className={on === 0 ? 'text-quiet' : 'font-medium'}>{on}</span>
            </span>
          </span>
        ))}
      </td>
      <td className="narrow:block py-1 pr-6">
        {typical === null ? (
          <span className="text-quiet">nobody assessed</span>
        ) : (
          <>
            {bareLevel(typical.label)}
            {floor !== null && (
              <>
                <span className="text-quiet"> · all </span>
                {bareLevel(floor.label)}
              </>
            )}
          </>
        )}
      </td>
      <td className="narrow:block py-1">
        {target === null ? (
          <span className="text-quiet">{teams === 0 ? '' : 'all are at the top level'}</span>
        ) : (
          <Target target={target} />
        )}
      </td>
    </tr>
  );
}

function Target({ target }: { target: ScorecardTarget }) {
  const { label, by, reached, near, far } = target;
  return (
    <>
      <p>
        <span className="font-medium">{bareLevel(label)}</span>{' '}
        {by === null ? <span className="text-quiet">comes next</span> : `by ${dateText(by)}`}:{' '}
        <span className="whitespace-nowrap">reached {reached}</span> ·{' '}
        <span className="whitespace-nowrap">near {near}</span> ·{' '}
        <span className="whitespace-nowrap">far {far}</span>
      </p>
      <p className="text-quiet">{openText(target)}</p>
    </>
  );
}
