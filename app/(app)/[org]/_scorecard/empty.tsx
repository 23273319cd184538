import type { Route } from 'next';
import { capitalised, inWords } from '@/lib/domain/labels';
import type { OrgOverview } from '@/lib/orgs/org-overview';
import { buttonClass } from '../../../ui/button';
import { Link } from '../../../ui/link';

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
          : `${answeringText(answering, count)} This page shows what ${count === 1 ? 'it finishes' : 'they finish'}.`}
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

function answeringText(answering: number, count: number): string {
  if (count === 1) return answering === 1 ? 'The team is answering.' : 'The team has not begun to answer.';
  if (answering === 0) return `None of ${inWords(count)} teams has begun to answer.`;
  return `${capitalised(inWords(answering))} of ${inWords(count)} teams ${answering === 1 ? 'is' : 'are'} answering.`;
}
