import type { Metadata, Route } from 'next';
import { MOST_EXPORTED } from '@/lib/audit/export-audit';
import { askedOf, readAudit, type AuditQuery } from '@/lib/audit/read-audit';
import { requireMember } from '@/lib/auth/actor';
import { buttonClass } from '../../../../ui/button';
import { Link } from '../../../../ui/link';
import { SettingsTabs } from '../_tabs';
import { Filters } from './filters';
import { Lines } from './lines';

export const metadata: Metadata = { title: 'Audit log' };

/** Who did what to which thing, when and from where; for owners and admins. */
export default async function AuditPage({ params, searchParams }: PageProps<'/[org]/settings/audit'>) {
  const [{ org: slug }, sent] = await Promise.all([params, searchParams]);
  const here = `/${slug}/settings/audit`;
  const { org, ctx } = await requireMember({ org: slug }, 'audit.read', here);
  const { query, before, faults } = askedOf(sent);
  const { rows, older, people } = await readAudit(ctx, query, before);
  const isFiltered = Object.values(query).some((value) => value !== '');
  return (
    <>
      <h1 className="mb-4 text-xl">Settings of {org.name}</h1>
      <SettingsTabs org={slug} actor={ctx.actor} current="/audit" />
      <p className="text-quiet mb-4 max-w-prose text-sm">
        Who did what, the newest first, in UTC. Each line is hashed with the one before it, so that{' '}
        <code>npm run rungs -- audit verify</code> finds one that was removed or altered. What somebody
        answered is not in it.
      </p>
      <Filters asked={query} people={people} faults={faults} />
      <div className="mb-4 flex flex-wrap items-center gap-3 text-sm">
        <a href={`${here}/csv${search(query)}`} className={buttonClass()} download>
          CSV
        </a>
        <a href={`${here}/jsonl${search(query)}`} className={buttonClass()} download>
          JSON lines
        </a>
        <span className="text-quiet">
          what is shown below and on older pages, at most the newest {MOST_EXPORTED.toLocaleString('en')}{' '}
          lines
        </span>
      </div>
      {rows.length === 0 && (
        <p role="status">{isFiltered ? 'No line of the log fits this.' : 'Nothing is in the log yet.'}</p>
      )}
      <Lines
        rows={rows}
        about={(thing) => `${here}${search({ ...query, group: '', person: '', thing })}` as Route}
      />
      <nav aria-label="Pages of the log" className="flex gap-4 text-sm">
        {before !== undefined && (
          <Link href={`${here}${search(query)}` as Route} className="link">
            Newest
          </Link>
        )}
        {older !== null && (
          <Link href={`${here}${search(query, older)}` as Route} className="link">
            Older
          </Link>
        )}
      </nav>
    </>
  );
}

/** The filter as the end of an address, without what is empty. */
function search(query: AuditQuery, before?: number): string {
  const parts = Object.entries(query).filter(([, value]) => value !== '');
  if (before !== undefined) parts.push(['before', String(before)]);
  return parts.length === 0 ? '' : `?${new URLSearchParams(parts).toString()}`;
}
