import type { RoundCounts } from '@/lib/domain/round-state';

/** How far a round is, as a bar; the words beside it say the same. */
export function ProgressBar({ counts }: { counts: RoundCounts }) {
  const parts = [
    { key: 'finished', count: counts.finished, look: 'bg-rung-3' },
    { key: 'begun', count: counts['in-review'] + counts.answering, look: 'hatched' },
  ];
  return (
    <div className="border-border bg-rung-0 flex h-2.5 overflow-hidden rounded-sm border" aria-hidden="true">
      {parts.map(({ key, count, look }) => (
        <span
          key={key}
          className={look}
          style={{ width: `${counts.teams === 0 ? 0 : (100 * count) / counts.teams}%` }}
        />
      ))}
    </div>
  );
}
