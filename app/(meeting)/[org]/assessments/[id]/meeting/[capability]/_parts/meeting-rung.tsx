import type { Rung } from '@/lib/domain/vocabulary';
import { rungColour } from '../../../../../../../ui/rung-badge';

/** One rung, readable from the back of a room, with how many said it. */
export function MeetingRung({
  rung,
  text,
  chosen,
  count,
  share,
}: {
  rung: Rung;
  text: string;
  chosen: boolean;
  /** `null` where too few answered to show it. */
  count: number | null;
  /** Of the most that one rung has. */
  share: number;
}) {
  return (
    <label className="has-focus-visible:outline-focus has-checked:bg-sunken grid cursor-pointer grid-cols-[auto_1.25rem_1fr] items-center gap-x-3 px-3 py-1.5 has-checked:shadow-[inset_5px_0_0_var(--accent)] has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 sm:grid-cols-[auto_1.25rem_1fr_9rem]">
      <input
        type="radio"
        name="choice"
        value={rung}
        defaultChecked={chosen}
        className="accent-accent size-5 outline-none"
      />
      <span className="text-xl font-semibold tabular-nums">{rung}</span>
      <span className="min-w-0 lg:text-lg lg:leading-snug 2xl:text-xl">{text}</span>
      {count !== null && (
        <span className="flex items-center gap-2 max-sm:col-start-3">
          <span aria-hidden="true" className="h-6 flex-1">
            <span
              className={`block h-full rounded-xs ${count > 0 ? rungColour(rung) : ''} ${rung === 0 && count > 0 ? 'border-border border' : ''}`}
              style={{ width: `${100 * share}%` }}
            />
          </span>
          <span className="w-6 text-right text-lg tabular-nums">
            {count}
            <span className="sr-only"> of those asked</span>
          </span>
        </span>
      )}
    </label>
  );
}
