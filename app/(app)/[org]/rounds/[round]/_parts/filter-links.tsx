import type { Route } from 'next';
import { capitalised } from '@/lib/domain/labels';
import { ROUND_STATES, type RoundCounts, type RoundFilter } from '@/lib/domain/round-state';
import { FILTER_WORDS } from '@/lib/domain/round-words';
import { Link } from '../../../../../ui/link';

type Props = { base: string; counts: RoundCounts; filter: RoundFilter | undefined; closed: boolean };

const LINK =
  'inline-flex min-h-10 items-center border-b-2 border-transparent px-1 hover:border-border aria-[current=page]:border-accent aria-[current=page]:font-medium';

/** All teams of a round, or those that are so far; each choice is an address. */
export function FilterLinks({ base, counts, filter, closed }: Props) {
  const { teams, finished } = counts;
  const states = ROUND_STATES.filter((state) => counts[state] > 0 || state === filter).map((state) => ({
    state,
    words: closed && state === 'answering' ? 'begun' : FILTER_WORDS[state],
    count: counts[state],
  }));
  const choices = [
    { state: undefined, words: 'all', count: teams },
    { state: 'unfinished' as const, words: FILTER_WORDS.unfinished, count: teams - finished },
    ...states,
  ];
  return (
    <nav aria-label="Teams by state" className="border-line mb-4 border-b text-sm">
      <ul className="-mb-px flex flex-wrap gap-x-5">
        {choices.map(({ state, words, count }) => (
          <li key={words}>
            <Link
              href={(state === undefined ? base : `${base}?state=${state}`) as Route}
              className={LINK}
              aria-current={state === filter ? 'page' : undefined}
            >
              {capitalised(words)} {count}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
