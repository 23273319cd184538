import type { Route } from 'next';
import { Link } from '../../../ui/link';

/** More than one reads; the plans of ten thousand teams are links of several MB. */
const SHOWN = 100;

/** Teams by name, each a link to its plan; of very many the first, and how many more there are. */
export function TeamLinks({ org, teams }: { org: string; teams: readonly { slug: string; name: string }[] }) {
  const more = teams.length - SHOWN;
  return (
    <ul className="flex flex-wrap gap-x-4">
      {teams.slice(0, SHOWN).map(({ slug, name }) => (
        <li key={slug}>
          <Link
            href={`/${org}/teams/${slug}/plan` as Route}
            className="link inline-flex min-h-6 items-center"
          >
            {name}
          </Link>
        </li>
      ))}
      {more > 0 && <li className="text-quiet min-h-6">and {more.toLocaleString('en')} more</li>}
    </ul>
  );
}
