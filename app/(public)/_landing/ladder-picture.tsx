import type { Capability } from '@/lib/domain/schema/content';
import { RUNGS } from '@/lib/domain/vocabulary';
import { rungColour } from '../../ui/rung-badge';

/** One ladder with its real texts, 4 on top. */
export function LadderPicture({
  ladder,
  names,
}: {
  ladder: Capability | undefined;
  names: readonly string[];
}) {
  if (ladder === undefined) return null;
  return (
    <figure>
      <figcaption className="mb-2 text-sm">
        <span className="font-medium">One ladder: {ladder.title}</span>
        <span className="text-quiet block">{ladder.question}</span>
      </figcaption>
      <ol reversed start={4} className="border-border overflow-hidden rounded-md border text-sm">
        {RUNGS.toReversed().map((rung) => (
          <li key={rung} className="border-border flex border-b last:border-b-0">
            <span
              className={`flex w-10 shrink-0 items-center justify-center font-medium ${rungColour(rung)}`}
            >
              {rung}
            </span>
            <span className="px-3 py-2">
              <span className="sr-only">{names[rung]}: </span>
              {ladder.rungs[rung]?.text}
            </span>
          </li>
        ))}
      </ol>
    </figure>
  );
}
