import type { Route } from 'next';
import { Link } from './link';

type Props = { label: string; page: number; pages: number; href: (page: number) => Route };

/** The page before and the next one of a long list; nothing where one page holds all. */
export function Pages({ label, page, pages, href }: Props) {
  if (pages < 2) return null;
  return (
    <nav aria-label={label} className="mt-3 flex gap-4 text-sm">
      {page > 1 && (
        <Link href={href(page - 1)} className="link">
          Page before
        </Link>
      )}
      <span className="text-quiet">
        Page {page} of {pages}
      </span>
      {page < pages && (
        <Link href={href(page + 1)} className="link">
          Next page
        </Link>
      )}
    </nav>
  );
}
