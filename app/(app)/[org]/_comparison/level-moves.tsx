import type { Place } from '@/lib/domain/bridge';
import type { Comparison, ModelComparison } from '@/lib/domain/compare';
import { floorOf, placeText, requirementTitle, toGoText } from '@/lib/domain/comparison-view';
import { list } from '@/lib/domain/labels';
import { Vendor } from '../../../ui/vendor';
import type { Links } from '../assessments/[id]/_links';
import { RequirementMoves } from './requirement-moves';
import { Arrow } from './rung-move';

/** By vendor: the level then and now, what it rests on, and the requirements newly met and lost. */
export function LevelMoves({ comparison, links }: { comparison: Comparison; links: Links }) {
  return (
    <div className="space-y-8">
      {comparison.models.map((model) => (
        <Model key={model.model} model={model} comparison={comparison} links={links} />
      ))}
    </div>
  );
}

function Model({
  model,
  comparison,
  links,
}: {
  model: ModelComparison;
  comparison: Comparison;
  links: Links;
}) {
  const { model: id, change, before, after, met, lost, madeBy } = model;
  return (
    <div className="grid gap-x-6 gap-y-3 lg:grid-cols-[9rem_minmax(0,1fr)]">
      <h3 className="text-base">
        <Vendor id={id} />
      </h3>
      <div className="min-w-0">
        <div className="grid max-w-2xl grid-cols-[minmax(0,1fr)_auto_minmax(0,1fr)] items-start gap-x-3">
          <Stood place={before} title={comparison.before.title} />
          <span className="text-lg">
            <Arrow />
          </span>
          <Stood place={after} title={comparison.after.title} moved={change !== 'stayed'} />
        </div>
        {madeBy.length > 0 && (
          <p className="mt-2 max-w-prose text-sm">
            {madeBy.some(({ to }) => to === 'unmet' || to === 'open') ? 'Lost with: ' : 'Reached with: '}
            {list(
              madeBy.map((each) =>
                each.to === 'excluded' || each.from === 'excluded'
                  ? `${requirementTitle(each)} (${each.to === 'excluded' ? 'does not apply any more' : 'applies now'})`
                  : requirementTitle(each),
              ),
            )}
            .
          </p>
        )}
        <RequirementMoves title="Newly met" moves={met} model={id} links={links} />
        <RequirementMoves title="Newly lost" moves={lost} model={id} links={links} />
      </div>
    </div>
  );
}

function Stood({ place, title, moved = false }: { place: Place; title: string; moved?: boolean }) {
  const floor = floorOf(place);
  return (
    <p className="min-w-0 text-sm">
      <span className="text-quiet block">{title}</span>
      <span className={`block text-lg ${moved ? 'font-semibold' : ''}`}>{placeText(place)}</span>
      <span className="block">{toGoText(place)}</span>
      {floor !== null && <span className="text-quiet block">{floor}</span>}
    </p>
  );
}
