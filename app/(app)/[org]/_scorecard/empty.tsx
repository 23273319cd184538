import type { Route } from 'next';
import Link from 'next/link';
import { capitalised, inWords } from '@/lib/domain/labels';
import type { OrgOverview } from '@/lib/orgs/org-overview';
import { buttonClass } from '../../../ui/button';

/** Before any team has finished: who is answering, and what to do next. */
export function Empty({
  org,
  waiting: { count, answering, first },
  mayAdd,
}: {
  org: string;
  waiting: OrgOverview['waiting'];
  mayAdd: boolean;
}) {
  return (
    <div className="max-w-prose">
      <p>
        {count === 0
          ? 'There is no team yet.'
          : `${capitalised(inWords(answering))} of ${inWords(count)} ${count === 1 ? 'team' : 'teams'} ${answering === 1 ? 'is' : 'are'} answering. This page shows what they finish.`}
      </p>
      <p className="mt-6 flex flex-wrap gap-2">
        {first !== null && (
          <Link href={`/${org}/teams/${first.slug}` as Route} className={buttonClass('primary')}>
            Go to {first.name}
          </Link>
        )}
        {mayAdd && (
          <Link href={`/${org}/teams` as Route} className={buttonClass('plain')}>
            Add or import teams
          </Link>
        )}
      </p>
    </div>
  );
}
