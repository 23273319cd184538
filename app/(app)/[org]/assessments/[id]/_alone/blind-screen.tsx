import type { Route } from 'next';
import type { ReactNode } from 'react';
import { dateText, plural } from '@/lib/domain/labels';
import type { PeopleView } from '@/lib/gatherings/people-view';
import { buttonClass } from '../../../../../ui/button';
import { Link } from '../../../../../ui/link';

type Props = { org: string; id: string; people: PeopleView; tabs: ReactNode };

/** For who is not asked, while each answers alone: how far it is, and nothing of what is said. */
export function BlindScreen({ org, id, people: view, tabs }: Props) {
  const { people, settings, mayGather } = view;
  const done = people.filter((each) => each.done).length;
  return (
    <>
      {tabs}
      <div className="max-w-prose space-y-4">
        <h1 className="text-xl">
          {view.team} · {view.title}
        </h1>
        <p className="text-lg">
          Each answers alone. {done} of {plural(people.length, 'person', 'people')}{' '}
          {done === 1 ? 'is' : 'are'} done
          {settings.dueOn === null ? '' : `, due ${dateText(settings.dueOn)}`}.
        </p>
        <p>
          You are not asked, and nobody reads what others say before a facilitator opens all answers at once.
          Then the rungs are agreed on, and results appear.
        </p>
        {mayGather && people.length > 0 && (
          <ul className="border-line divide-line divide-y border-y">
            {people.map((each) => (
              <li key={each.id} className="flex justify-between gap-4 py-2">
                <span className="min-w-0 break-words">{each.name}</span>
                <span className="text-quiet text-right text-sm">{each.state}</span>
              </li>
            ))}
          </ul>
        )}
        <p>
          <Link href={`/${org}/assessments/${id}/people` as Route} className={buttonClass('plain')}>
            {mayGather ? 'Who is asked, and open the answers' : 'Who is asked'}
          </Link>
        </p>
      </div>
    </>
  );
}
