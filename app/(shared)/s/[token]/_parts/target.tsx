import type { ScorecardModel } from '@/lib/domain/scorecard-models';
import { openText, targetText } from '@/lib/domain/target-text';
import { VENDORS } from '@/lib/domain/vocabulary';
import { Vendor } from '../../../../ui/vendor';

/** How far the teams are from the level aimed at by one model, as one bar: far, near, there. */
export function Target({ of: { model, teams, target } }: { of: ScorecardModel }) {
  if (target === null) return <WithoutTarget model={model} teams={teams} />;
  const { far, near, reached } = target;
  const share = (count: number) => ({ width: `${teams === 0 ? 0 : (100 * count) / teams}%` });
  return (
    <div>
      <h2 className="mb-2 text-base">
        <span aria-hidden="true" className="text-accent mr-1.5">
          {VENDORS[model].mark}
        </span>
        {targetText(target)}
      </h2>
      <div
        aria-hidden="true"
        className="border-border bg-sunken flex h-6 overflow-hidden rounded-sm border print:h-4"
      >
        <span style={share(far)} />
        <span
          className={`hatched ${far > 0 && near > 0 ? 'border-border border-l' : ''}`}
          style={share(near)}
        />
        <span className="bg-rung-3" style={share(reached)} />
      </div>
      <ul className="mt-1.5 flex flex-wrap justify-between gap-x-4 text-sm">
        <li>
          <strong className="font-semibold">{far}</strong> far
        </li>
        <li>
          <strong className="font-semibold">{near}</strong> near
          <span className="text-quiet"> (1–3 to go)</span>
        </li>
        <li>
          <strong className="font-semibold">{reached}</strong> there
        </li>
      </ul>
      <p className="mt-1.5 text-sm">{openText(target, teams)}.</p>
    </div>
  );
}

function WithoutTarget({ model, teams }: Pick<ScorecardModel, 'model' | 'teams'>) {
  return (
    <div>
      <h2 className="mb-1 text-base">
        <Vendor id={model} />
      </h2>
      <p className="text-sm">
        {teams === 0 ? 'No team has been assessed by this model yet.' : 'All teams are at the highest level.'}
      </p>
    </div>
  );
}
