import type { Route } from 'next';
import { SETTINGS_PAGES } from '@/lib/domain/find-pages';
import { can, type Actor } from '@/lib/domain/policy';
import { Link } from '../../../ui/link';

type Props = { org: string; actor: Actor; current: (typeof SETTINGS_PAGES)[number]['path'] };

/** The pages of the settings that this person may see. */
export function SettingsTabs({ org, actor, current }: Props) {
  const there = { orgId: actor.orgId };
  return (
    <nav aria-label="Settings" className="border-line mb-6 flex flex-wrap gap-x-5 border-b text-sm">
      {SETTINGS_PAGES.filter(({ needs }) => can(actor, needs, there)).map(({ path, title }) => (
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
