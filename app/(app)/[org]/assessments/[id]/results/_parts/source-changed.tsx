import type { Route } from 'next';
import type { SourceChanges } from '@/lib/assessments/source-changes';
import { dateText } from '@/lib/domain/labels';
import { Link } from '../../../../../../ui/link';
import { RungMove } from '../../../../_comparison/rung-move';
import { answerHref, type Links } from '../../_links';

/** Says of a finished assessment what the platform team answers otherwise by now; the frozen result above stays as it is. */
export function SourceChanged({
  changes: { team, date, moves },
  org,
  links,
}: {
  changes: SourceChanges;
  org: string;
  links: Links;
}) {
  return (
    <section className="bg-sunken border-line mb-6 rounded-md border-l-4 px-3 py-2 text-sm print:hidden">
      <p className="max-w-prose">
        <Link href={`/${org}/teams/${team.slug}` as Route} className="link">
          {team.name}
        </Link>{' '}
        answers {moves.length === 1 ? 'one capability' : `${moves.length} capabilities`} differently since{' '}
        {dateText(date)}. What is finished stays as it was; the next assessment starts from the new answers.
      </p>
      <ul className="mt-1 flex flex-wrap gap-x-6 gap-y-1">
        {moves.map(({ capability, title, before, after }) => (
          <li key={capability} className="inline-flex min-h-6 items-center gap-2">
            <Link href={answerHref(links, capability)} className="link">
              {title}
            </Link>
            <RungMove before={before} after={after} />
          </li>
        ))}
      </ul>
    </section>
  );
}
