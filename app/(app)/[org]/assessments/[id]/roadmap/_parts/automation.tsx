import { quarterText } from '@/lib/domain/labels';
import type { Roadmap } from '@/lib/domain/roadmap';
import { AUTOMATIC } from '@/lib/domain/roadmap-words';
import { BeforeAfter } from '../../_before-after';

/** Steps that end handwork, in the order in which they are done; the others only settle how it is done. */
export function Automation({ roadmap }: { roadmap: Roadmap }) {
  const steps = roadmap.steps
    .filter(({ to }) => to >= AUTOMATIC)
    .toSorted((a, b) => a.endWeek - b.endWeek || a.startWeek - b.startWeek);
  if (steps.length === 0)
    return <p className="text-sm">Nothing yet: this plan settles how things are done, and automates none.</p>;
  return (
    <ul className="text-sm">
      {steps.map(({ id, title, from, to, quarter, automation }) => (
        <li
          key={id}
          className="border-line grid gap-x-6 gap-y-1 border-t py-2 first:border-t-0 md:grid-cols-[5rem_14rem_minmax(0,1fr)]"
        >
          <span className="text-quiet">{quarterText(quarter)}</span>
          <span className="font-medium">
            {title} {from} → {to}
          </span>
          <BeforeAfter {...automation} className="max-w-prose space-y-0.5" />
        </li>
      ))}
    </ul>
  );
}
