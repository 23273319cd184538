import { range } from '@/lib/domain/labels';
import type { LevelState } from '@/lib/domain/level-states';

type Level = LevelState & { short: string; name: string };

/** The fill of one level: solid for what is met, hatched for what could still be. */
export function LevelBar({ met, atBest, of }: Pick<LevelState, 'met' | 'atBest' | 'of'>) {
  const share = (count: number) => `${of === 0 ? 100 : (100 * count) / of}%`;
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

/** `15 of 19`, with `3–5 of 11` where answers are open and a word for a level without requirements. */
export function levelCount({ met, atBest, of }: Pick<LevelState, 'met' | 'atBest' | 'of'>): string {
  return of === 0 ? 'nothing asked' : `${range(met, atBest)} of ${of}`;
}

/** One vendor's levels, lowest first, one segment each with its count; never a needle, as there is no level 1.4. */
export function LevelTrack({
  levels,
  toGo,
  here,
}: {
  levels: readonly Level[];
  toGo: string | null;
  here: string;
}) {
  return (
    <ol className="grid gap-x-2 gap-y-3 sm:auto-cols-fr sm:grid-flow-col">
      {levels.map((level) => (
        <li key={level.id} className="min-w-0 text-sm">
          <span className="block truncate font-medium" title={level.name}>
            {level.short === level.name ? level.name : `${level.short} ${level.name}`}
            {level.reached && <span className="text-accent"> ✓</span>}
            {level.reached && <span className="sr-only"> reached</span>}
          </span>
          <LevelBar {...level} />
          <span className="text-quiet block">
            {levelCount(level)}
            {level.isNext && toGo !== null && <span className="text-ink"> · {toGo} to go</span>}
            {level.short === here && <span className="text-ink font-medium"> · ▲ here</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}
