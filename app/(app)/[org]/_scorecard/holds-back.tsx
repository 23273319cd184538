import type { Route } from 'next';
import type { HeldBack } from '@/lib/domain/scorecard-sentences';
import { Link } from '../../../ui/link';

const SHOWN = 6;

/** The capabilities that the next levels of most teams wait for, with a bar as long as its share of the teams. */
export function HoldsBack({ holdsBack, org }: { holdsBack: readonly HeldBack[]; org: string }) {
  if (holdsBack.length === 0) return <p>No next level of any team waits for anything.</p>;
  return (
    <ol className="wide:space-y-0 space-y-0.5 text-sm">
      {holdsBack.slice(0, SHOWN).map(({ capability, title, teams, of }) => (
        <li key={title} className="grid grid-cols-[minmax(0,1fr)_6rem_5.5rem] items-center gap-x-3">
          <Link
            href={`/${org}/library/capabilities/${capability}` as Route}
            className="link inline-flex min-h-6 min-w-0 items-center"
          >
            {title}
          </Link>
          <span
            aria-hidden="true"
            className="border-border bg-sunken block h-2.5 overflow-hidden rounded-sm border"
          >
            <span className="bg-rung-3 block h-full" style={{ width: `${(100 * teams) / of}%` }} />
          </span>
          <span className="text-right whitespace-nowrap tabular-nums">
            {teams} of {of}
          </span>
        </li>
      ))}
    </ol>
  );
}
