import type { TrendPoint, TrendRound } from '@/lib/domain/trend';
import type { ModelId } from '@/lib/domain/vocabulary';
import { Vendor } from '../../../../ui/vendor';

/** More columns would have no room for their labels on a phone; the table has all rounds. */
const COLUMNS = 8;

/**
 * One column a round, oldest at the left: of all requirements of a model, those that are met, and hatched those that could be. A dashed line
 * stands where the measure changed. Drawn for the eye alone: the table beside it says the same.
 */
export function TrendChart({ model, rounds }: { model: ModelId; rounds: readonly TrendRound[] }) {
  const shown = rounds.slice(-COLUMNS);
  return (
    <div className="min-w-0">
      <h3 className="mb-2 text-base">
        <Vendor id={model} />
      </h3>
      <div aria-hidden="true" className="flex">
        {shown.map(({ id, title, breaks, points }, index) => (
          <div
            key={id}
            className={`min-w-0 flex-1 px-1 ${breaks && index > 0 ? 'border-warn border-l-2 border-dashed' : ''}`}
          >
            <Column point={points[model]} />
            <p className="mt-1 truncate text-center text-xs font-medium">{points[model]?.level ?? '–'}</p>
            <p className="text-quiet truncate text-center text-xs">{wayOf(points[model])}</p>
            <p className="text-quiet truncate text-center text-xs">{title}</p>
          </div>
        ))}
      </div>
    </div>
  );
}

const wayOf = (point: TrendPoint | undefined): string =>
  point === undefined ? '' : point.toGo === null ? 'top' : `${point.toGo} to go`;

function Column({ point }: { point: TrendPoint | undefined }) {
  const share = (count: number, of: number) => `${of === 0 ? 0 : (100 * count) / of}%`;
  return (
    <div className="border-border bg-sunken relative h-24 overflow-hidden rounded-sm border">
      {point !== undefined && (
        <>
          <div
            className="hatched absolute inset-x-0 bottom-0"
            style={{ height: share(point.atBest, point.of) }}
          />
          <div
            className="bg-rung-3 absolute inset-x-0 bottom-0"
            style={{ height: share(point.met, point.of) }}
          />
        </>
      )}
    </div>
  );
}
