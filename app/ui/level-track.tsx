import type { Route } from 'next';
import { levelCount } from '@/lib/domain/labels';
import type { LevelState } from '@/lib/domain/level-states';
import { Link } from './link';

type Level = LevelState & { short: string; name: string };

/** The fill of one level: solid for what is met, hatched for what could still be. */
export function LevelBar({ met, atBest, of }: Pick<LevelState, 'met' | 'atBest' | 'of'>) {
  const share = (count: number) => `${of === 0 ? 0 : (100 * count) / of}%`;
  return (
    <span
      aria-hidden="true"
      className="border-border bg-sunken relative block h-3 overflow-hidden rounded-sm border"
    >
      <span className="hatched absolute inset-y-0 left-0" style={{ width: share(atBest) }} />
      <span className="bg-rung-3 absolute inset-y-0 left-0" style={{ width: share(met) }} />
    </span>
  );
}

type Props = {
  levels: readonly Level[];
  toGo: string | null;
  here: string;
  /** Where a level's count opens to. */
  hrefOf?: (level: string) => Route;
};

/** One vendor's levels, lowest first, one segment each with its count; never a needle, as there is no level 1.4. */
export function LevelTrack({ levels, toGo, here, hrefOf }: Props) {
  return (
    <ol className="grid gap-x-2 gap-y-3 sm:auto-cols-fr sm:grid-flow-col sm:grid-rows-[1fr_auto_auto] sm:gap-y-0">
      {levels.map((level) => (
        <li
          key={level.id}
          className="grid min-w-0 grid-cols-[1fr_auto] gap-x-3 text-sm sm:row-span-3 sm:grid-cols-1 sm:grid-rows-subgrid"
        >
          <span className="font-medium text-balance sm:self-end">
            {level.short === level.name ? level.name : `${level.short} ${level.name}`}
            {level.reached && level.of > 0 && (
              <span className="text-accent">
                {' '}
                ✓<span className="sr-only"> reached</span>
              </span>
            )}
          </span>
          <span className="order-last col-span-full mt-0.5 sm:order-none">
            <LevelBar {...level} />
          </span>
          <span className="text-quiet text-right sm:mt-0.5 sm:text-left">
            {hrefOf === undefined || level.of === 0 ? (
              levelCount(level)
            ) : (
              <Link href={hrefOf(level.id)} className="link inline-block min-h-6">
                {levelCount(level)}
              </Link>
            )}
            {level.isNext && toGo !== null && <span className="text-ink"> · {toGo} to go</span>}
            {level.short === here && <span className="text-ink font-medium"> · ▲ here</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}
