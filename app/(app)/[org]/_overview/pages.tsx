import type { Route } from 'next';
import Link from 'next/link';

/** Which page of the teams this is, with the ways to its neighbours; nothing where there is only one. */
export function Pages({ slug, page, pages }: { slug: string; page: number; pages: number }) {
  if (pages === 1) return null;
  const to = (number: number) => `/${slug}?page=${number}` as Route;
  return (
    <nav aria-label="Pages of teams" className="mt-3 flex gap-4 text-sm">
      {page > 1 && (
        <Link href={to(page - 1)} className="link">
          Page before
        </Link>
      )}
      <span className="text-quiet">
        Page {page} of {pages}
      </span>
      {page < pages && (
        <Link href={to(page + 1)} className="link">
          Next page
        </Link>
      )}
    </nav>
  );
}
