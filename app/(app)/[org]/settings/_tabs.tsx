import type { Route } from 'next';
import { Link } from '../../../ui/link';

const TABS = { '': 'Organisation', '/people': 'People', '/brand': 'Brand', '/phrases': 'Phrases' };

/** The pages of the settings. */
export function SettingsTabs({ org, current }: { org: string; current: keyof typeof TABS }) {
  return (
    <nav aria-label="Settings" className="border-line mb-6 flex flex-wrap gap-x-5 border-b text-sm">
      {Object.entries(TABS).map(([path, title]) => (
        <Link
          key={path}
          href={`/${org}/settings${path}` as Route}
          aria-current={path === current ? 'page' : undefined}
          className="hover:border-border aria-[current=page]:border-accent -mb-px inline-flex min-h-10 items-center border-b-2 border-transparent px-1 aria-[current=page]:font-medium"
        >
          {title}
        </Link>
      ))}
    </nav>
  );
}
