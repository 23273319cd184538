import type { Route } from 'next';
import { Link } from '../../../ui/link';

const PAGES = ['teams', 'trend', 'roles', 'decisions', 'coverage'] as const;

/** What is behind the page: further pages, and all teams to take away. */
export function Details({ org, query }: { org: string; query: string }) {
  return (
    <p className="flex flex-wrap gap-x-4 gap-y-1 print:hidden">
      Details:
      {PAGES.map((page) => (
        <Link key={page} href={`/${org}/scorecard/${page}${query}` as Route} className="link">
          {page}
        </Link>
      ))}
      <span aria-hidden="true">·</span>
      All teams as
      <a href={`/${org}/scorecard/csv${query}`} className="link">
        CSV
      </a>
      <a href={`/${org}/scorecard/xlsx${query}`} className="link">
        Excel
      </a>
    </p>
  );
}
