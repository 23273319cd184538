import type { EditionChange } from '@/lib/assessments/edition-change';
import { shownBridge } from '@/lib/domain/bridge';
import { signed } from '@/lib/domain/comparison-view';
import { Vendor } from '../../../../../../ui/vendor';
import { PlaceCell } from '../../../../_comparison/place-cell';

/** Level, way and progress of each model by the two editions: the part of the bridge that is the content's alone. */
export function Effect({ change: { from, to, comparison } }: { change: EditionChange }) {
  return (
    <table className="w-full max-w-3xl text-sm">
      <caption className="sr-only">
        The same answers, by {from} and by {to}
      </caption>
      <thead>
        <tr className="text-quiet text-left max-sm:sr-only">
          <th scope="col" className="py-1 pr-4 font-normal">
            Model
          </th>
          <th scope="col" className="py-1 pr-4 font-normal">
            By {from}
          </th>
          <th scope="col" className="py-1 pr-4 font-normal">
            By {to}
          </th>
          <th scope="col" className="py-1 font-normal">
            Progress in per cent
          </th>
        </tr>
      </thead>
      <tbody>
        {comparison.bridge.models.map(({ model, place, progress }) => {
          const shown = shownBridge({
            before: progress.before.certain,
            reread: progress.reread.certain,
            after: progress.after.certain,
          });
          return (
            <tr key={model} className="border-line border-t align-top max-sm:grid max-sm:py-2">
              <th scope="row" className="py-1.5 pr-4 text-left font-medium max-sm:py-0">
                <Vendor id={model} />
              </th>
              <PlaceCell place={place.before} title={`By ${from}`} />
              <PlaceCell place={place.reread} title={`By ${to}`} />
              <td className="py-1.5 max-sm:py-0.5">
                <span className="text-quiet sm:hidden">Progress in per cent: </span>
                {shown.before} → {shown.before + shown.content}{' '}
                <span className="text-quiet">({signed(shown.content)})</span>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
