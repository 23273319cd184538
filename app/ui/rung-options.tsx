import { RUNGS, type Rung } from '@/lib/domain/vocabulary';

// The colour and the edge come with the choice and not before it, and nothing moves.
const CHOSEN = [
  'has-checked:bg-rung-0 has-checked:text-[var(--on-rung-low)]',
  'has-checked:bg-rung-1 has-checked:text-[var(--on-rung-low)]',
  'has-checked:bg-rung-2 has-checked:text-[var(--on-rung-low)]',
  'has-checked:bg-rung-3 has-checked:text-[var(--on-rung-high)]',
  'has-checked:bg-rung-4 has-checked:text-[var(--on-rung-high)]',
] as const;

/** The ladder, large and upright: five native radio buttons, 4 first, so that the up arrow climbs. Belongs into a fieldset. */
export function RungOptions({
  name,
  rungs,
  chosen,
  onChoose,
}: {
  name: string;
  rungs: readonly string[];
  chosen: Rung | null;
  onChoose: (rung: Rung) => void;
}) {
  return (
    <div className="divide-border border-border bg-raised divide-y overflow-hidden rounded-md border">
      {RUNGS.toReversed().map((rung) => (
        <label
          key={rung}
          className={`not-has-checked:has-enabled:hover:bg-sunken has-focus-visible:outline-focus flex gap-2.5 py-1.5 pr-2.5 pl-2.75 text-sm has-checked:shadow-[inset_3px_0_0_var(--ink)] has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-enabled:cursor-pointer lg:py-2 lg:text-base ${CHOSEN[rung]}`}
        >
          <input
            type="radio"
            name={name}
            value={rung}
            checked={chosen === rung}
            onChange={() => onChoose(rung)}
            className="accent-accent mt-0.5 size-4 shrink-0 outline-none lg:mt-1"
          />
          <span className="w-2.5 shrink-0 font-semibold tabular-nums">{rung}</span>
          <span className="min-w-0">{rungs[rung]}</span>
        </label>
      ))}
    </div>
  );
}
