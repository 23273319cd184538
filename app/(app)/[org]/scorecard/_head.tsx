import type { Route } from 'next';
import { confinedTo, type Grant } from '@/lib/domain/policy';
import { Link } from '../../../ui/link';

const PAGES = ['teams', 'trend', 'roles', 'decisions', 'coverage'] as const;

/** The title of a page behind the scorecard, with the way back and to its neighbours. */
export function DetailHead({
  org,
  grants,
  unit,
  current,
  title,
}: {
  org: { slug: string; name: string };
  grants: readonly Grant[];
  unit: string | undefined;
  current: (typeof PAGES)[number];
  title: string;
}) {
  // Decisions are the organisation's, and nothing to whom has a role in single teams alone.
  const pages = confinedTo(grants) === null ? PAGES : PAGES.filter((page) => page !== 'decisions');
  const query = unit === undefined ? '' : `?unit=${encodeURIComponent(unit)}`;
  return (
    <>
      <h1 className="text-xl">{title}</h1>
      <nav aria-label="Behind the scorecard" className="mb-6 text-sm">
        <ul className="flex flex-wrap gap-x-5">
          <li>
            <Link href={`/${org.slug}${query}` as Route} className="link inline-flex min-h-8 items-center">
              Scorecard
            </Link>
          </li>
          {pages.map((page) => (
            <li key={page}>
              <Link
                href={`/${org.slug}/scorecard/${page}${query}` as Route}
                aria-current={page === current ? 'page' : undefined}
                className="link inline-flex min-h-8 items-center first-letter:uppercase aria-[current=page]:font-medium aria-[current=page]:no-underline"
              >
                {page}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </>
  );
}
