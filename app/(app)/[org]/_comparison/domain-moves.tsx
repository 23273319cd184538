import type { Comparison } from '@/lib/domain/compare';
import { movedDomains } from '@/lib/domain/comparison-view';
import { percent, plural } from '@/lib/domain/labels';
import { LevelBar } from '../../../ui/level-track';
import { Arrow } from './rung-move';

/** The domains that read differently, with both shares as bars; the others are counted. */
export function DomainMoves({ comparison }: { comparison: Comparison }) {
  const moved = movedDomains(comparison);
  const rest = comparison.domains.length - moved.length;
  return (
    <>
      <ul>
        {moved.map(({ id, title, before, after }) => (
          <li
            key={id}
            className="border-line grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-6 gap-y-1 border-b py-2 sm:grid-cols-[12rem_minmax(0,1fr)_9rem]"
          >
            <h3 className="text-base font-medium">{title}</h3>
            <span className="space-y-1 max-sm:order-last max-sm:col-span-full">
              <span className="block opacity-60">
                <LevelBar met={before?.certain ?? 0} atBest={before?.best ?? 0} of={1} />
              </span>
              <LevelBar met={after?.certain ?? 0} atBest={after?.best ?? 0} of={1} />
            </span>
            <span className="text-sm whitespace-nowrap tabular-nums">
              {percent(before)} <Arrow /> <b>{percent(after)}</b>
            </span>
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <p className="text-quiet mt-3 text-sm">
          {moved.length === 0
            ? 'No domain reads differently.'
            : `${plural(rest, 'domain reads', 'domains read')} the same.`}
        </p>
      )}
    </>
  );
}
