import { dateText, plural } from '@/lib/domain/labels';
import type { ListedShare } from '@/lib/shares/list-shares';
import { Button } from '../../../ui/button';
import { ServerForm } from '../../../ui/server-form';
import { revokeShareAction } from './actions';

const CLOSED = {
  'taken back': 'Taken back',
  expired: 'Expired',
  locked: 'Locked after ten wrong codes; make a new link',
};

/** Every link that was made, newest first, with how it stands; those that open something can be taken back. */
export function ShareList({ org, shares }: { org: string; shares: ListedShare[] }) {
  if (shares.length === 0) return <p>No link has been made yet.</p>;
  return (
    <ul className="max-w-3xl">
      {shares.map((share) => (
        <li
          key={share.id}
          className="border-line flex flex-wrap items-start justify-between gap-x-6 gap-y-2 border-b py-3 last:border-b-0"
        >
          <div className="min-w-0">
            <h3 className="text-base break-words">{share.title}</h3>
            <p className="text-quiet text-sm">
              {dateText(share.createdAt)} by {share.by} · {share.withCode ? 'asks for a code' : 'no code'} ·{' '}
              frozen as <span className="font-mono text-xs">{share.hash.slice(0, 12)}</span>
            </p>
            <p className="text-sm">
              <span className={share.closed === 'locked' ? 'text-warn' : ''}>
                {share.closed === null ? `Open until ${dateText(share.expiresAt)}` : CLOSED[share.closed]}
              </span>
              {' · '}
              {opened(share)}
            </p>
          </div>
          {(share.closed === null || share.closed === 'locked') && (
            <ServerForm action={revokeShareAction}>
              <input type="hidden" name="org" value={org} />
              <input type="hidden" name="id" value={share.id} />
              <Button type="submit" aria-label={`Take back the link: ${share.title}`}>
                Take back
              </Button>
            </ServerForm>
          )}
        </li>
      ))}
    </ul>
  );
}

const opened = ({ opened, lastOpenedAt }: ListedShare): string =>
  lastOpenedAt === null
    ? 'never opened'
    : `opened ${opened === 1 ? 'once' : plural(opened, 'time')}, last ${dateText(lastOpenedAt)}`;
