import type { Route } from 'next';
import { can, type Actor } from '@/lib/domain/policy';
import { Link } from '../../../ui/link';

const TABS = {
  '': 'Organisation',
  '/people': 'People',
  '/sign-in': 'Signing in',
  '/brand': 'Brand',
  '/phrases': 'Phrases',
  '/audit': 'Audit log',
};

type Props = { org: string; actor: Actor; current: keyof typeof TABS };

/** The pages of the settings that this person may see. */
export function SettingsTabs({ org, actor, current }: Props) {
  const there = { orgId: actor.orgId };
  const hidden = [
    ...(can(actor, 'audit.read', there) ? [] : ['/audit']),
    ...(can(actor, 'org.configure', there) ? [] : ['/sign-in']),
  ];
  return (
    <nav aria-label="Settings" className="border-line mb-6 flex flex-wrap gap-x-5 border-b text-sm">
      {Object.entries(TABS)
        .filter(([path]) => !hidden.includes(path))
        .map(([path, title]) => (
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
