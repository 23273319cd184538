import { isHidden, type HiddenSpread, type Spread } from '@/lib/domain/spread';
import { RUNGS } from '@/lib/domain/vocabulary';
import { rungColour } from './rung-badge';

/** How many said each rung, from 0 to 4, as five small columns. A picture of words that stand beside it, so hidden from readers of screens. */
export function SpreadStrip({ spread }: { spread: Spread | HiddenSpread }) {
  if (isHidden(spread)) return null;
  const most = Math.max(1, ...spread.perRung);
  return (
    <span aria-hidden="true" className="inline-flex items-end gap-1">
      {RUNGS.map((rung) => {
        const count = spread.perRung[rung] ?? 0;
        return (
          <span key={rung} className="flex w-6 flex-col items-center text-xs">
            <span className="text-quiet h-4 leading-4">{count > 0 ? count : ''}</span>
            <span className="flex h-8 w-full items-end">
              <span
                className={`w-full rounded-t-xs ${count > 0 ? rungColour(rung) : ''}`}
                style={{ height: `${(100 * count) / most}%` }}
              />
            </span>
            <span className="border-border w-full border-t text-center leading-4">{rung}</span>
          </span>
        );
      })}
    </span>
  );
}
