import type { Route } from 'next';
import type { ReactNode } from 'react';
import type { LadderView } from '@/lib/assessments/questions-view';
import { dateText } from '@/lib/domain/labels';
import { buttonClass } from '../../../../../ui/button';
import { Link } from '../../../../../ui/link';
import { choiceText } from './choice';
import type { Answering } from './use-answering';

/** What a platform team answers for this one; the ladder stays folded until somebody says that it differs here. */
export function Inherited({
  answering,
  ladder,
  posted,
  children,
}: {
  answering: Answering;
  ladder: LadderView;
  posted: boolean;
  children: ReactNode;
}) {
  const { view, readOnly, contentOf, draftOf } = answering;
  const taken = view.inherited[ladder.id];
  if (taken === undefined) return children;
  const { team, date, choice, note } = taken;
  const own = contentOf(ladder.id).choice !== null;
  const begun = own || posted || Object.keys(draftOf(ladder.id)).length > 0;
  const text = 'rung' in choice ? `${choice.rung} of 4` : choiceText(choice);
  return (
    <>
      <div className="border-border bg-raised mt-2 mb-4 space-y-2 rounded-md border px-4 py-3">
        <p className="text-quiet text-sm">
          ⇡ Answered once by{' '}
          <Link href={`/${view.org.slug}/teams/${team.slug}` as Route} className="link">
            {team.name}
          </Link>
          , {dateText(date)}
          {own && '; your own answer below counts instead'}
        </p>
        {!own && <p className="font-medium">{ladder.question}</p>}
        <p>
          <b className="mr-2">{text}</b>
          {'rung' in choice ? ladder.rungs[choice.rung] : 'reason' in choice ? choice.reason : ''}
        </p>
        {note !== null && <p className="text-sm whitespace-pre-line">“{note}”</p>}
      </div>
      {begun ? (
        children
      ) : readOnly ? null : (
        <details id="rungs" className="mb-4">
          <summary className={`${buttonClass('plain')} mb-4 list-none`}>Differs here, because …</summary>
          <p className="mb-3 text-sm">
            Say in the note why: an answer of your own without one is not stored.
          </p>
          {children}
        </details>
      )}
    </>
  );
}
