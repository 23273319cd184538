import type { Route } from 'next';
import { Link } from '../../../ui/link';

const PAGES = ['teams', 'trend', 'roles', 'decisions', 'coverage'] as const;

/** The title of a page behind the scorecard, with the way back and to its neighbours. */
export function DetailHead({
  org,
  unit,
  current,
  title,
}: {
  org: { slug: string; name: string };
  unit: string | undefined;
  current: (typeof PAGES)[number];
  title: string;
}) {
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
          {PAGES.map((page) => (
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
