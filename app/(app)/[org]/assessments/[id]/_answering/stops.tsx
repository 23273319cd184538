import type { Route } from 'next';
import type { ReactNode } from 'react';
import { afterPause, minutesFor, openingPlace, questionsOf } from '@/lib/domain/answering-place';
import { inWords, plural } from '@/lib/domain/labels';
import { VENDORS } from '@/lib/domain/vocabulary';
import { buttonClass } from '../../../../../ui/button';
import { Link } from '../../../../../ui/link';
import { SentBack } from '../_sent-back';
import { keyOf } from './choice';
import { FinishForm } from './finish-form';
import { HEADING } from './heading';
import { PlaceLink } from './place-link';
import { scopeSentence } from './scope';
import type { Answering } from './use-answering';

/** The places that ask nothing: before the first question, between two groups, and after the last. */

export function Stop({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="max-w-prose space-y-4">
      <h1 id={HEADING} tabIndex={-1} className="text-xl outline-none">
        {title}
      </h1>
      {children}
    </div>
  );
}

const baseOf = ({ view }: Answering): string => `/${view.org.slug}/assessments/${view.assessment.id}`;

/** Who will see an answer, when, and with a name or not, is said before the first one is given. */
export function Start({ answering }: { answering: Answering }) {
  const { view, isAnswered } = answering;
  const { assessment, org, order, groups } = view;
  const ids = questionsOf(groups);
  const opening = openingPlace(groups, isAnswered);
  const [first] = ids;
  const begin =
    opening.kind === 'start' && first !== undefined
      ? { kind: 'question' as const, capability: first }
      : opening;
  const asked = order === null ? '' : ` in the order of ${VENDORS[order].name}’s levels`;
  return (
    <Stop title={`${view.team.name} · ${assessment.title}`}>
      {view.previous === null ? (
        <p className="text-lg">
          {plural(ids.length, 'question')}
          {asked}, about {plural(minutesFor(ids.length), 'minute')}. Each is a ladder of five rungs: you say
          on which one the team stands.
        </p>
      ) : (
        <p className="text-lg">
          {plural(ids.length, 'question')}
          {asked}, about {plural(minutesFor(ids.length, true), 'minute')}. You see what was said in{' '}
          {view.previous.title} and keep it with one key, or choose another rung.
        </p>
      )}
      <p>
        {scopeSentence(assessment.scope)} Start at the bottom and climb while the sentence is true. Between
        two rungs, take the lower. “Don’t know” is an answer too.
      </p>
      <p>
        Members of {org.name} can see an answer as soon as it is saved, with the name of the person who gave
        it last. Answers are saved as you give them, so you can stop at any time; a note or evidence can be
        added to each.
      </p>
      <SentBack review={assessment.review} />
      {assessment.review.status === 'draft' && (
        <p className="flex flex-wrap gap-2">
          <PlaceLink answering={answering} to={begin} className={buttonClass('primary')} data-enter>
            {opening.kind === 'start' ? 'Start' : 'Go on'}
          </PlaceLink>
          <Link href={`${baseOf(answering)}/setup` as Route} className={buttonClass('quiet')}>
            Change scope or questionnaires
          </Link>
        </p>
      )}
    </Stop>
  );
}

/** After a group is done: what was said in it, and what comes next. */
export function Pause({ answering, group: id }: { answering: Answering; group: string }) {
  const { view, contentOf } = answering;
  const { groups, org } = view;
  const group = groups.find((each) => each.id === id);
  const next = groups[groups.findIndex((each) => each.id === id) + 1];
  if (group === undefined) return null;
  const keys = group.capabilities.map((each) => keyOf(contentOf(each).choice));
  const count = (wanted: (key: string) => boolean) =>
    keys.filter((key) => key !== null && wanted(key)).length;
  const said = [
    plural(
      count((key) => /\d/.test(key)),
      'rung',
    ),
    ...[count((key) => key === 'd')].filter(Boolean).map((unknown) => `${unknown} “don’t know”`),
    ...[count((key) => key === 'n')].filter(Boolean).map((excluded) => `${excluded} “not applicable”`),
  ];
  const answered = keys.filter((key) => key !== null).length;
  const minutes = answering.minutesFor(id);
  const took = minutes === null || minutes < 1 ? '' : ` · took you ${plural(minutes, 'minute')}`;
  return (
    <Stop title={`${group.title} is done.`}>
      <p className="text-quiet">
        {answered} of {group.capabilities.length}
        {took}
      </p>
      <p>
        You said {said.join(' and ')}. Members of {org.name} can see them.
      </p>
      {next !== undefined && (
        <p>
          Next: {next.title} · {plural(next.capabilities.length, 'question')} · about{' '}
          {plural(minutesFor(next.capabilities.length), 'minute')}
        </p>
      )}
      <p className="flex flex-wrap gap-2">
        <PlaceLink
          answering={answering}
          to={afterPause(groups, id)}
          className={`${buttonClass('primary')} min-h-12`}
          data-enter
        >
          Go on
        </PlaceLink>
        <Link
          href={`/${org.slug}/teams/${view.team.slug}` as Route}
          className={`${buttonClass('plain')} min-h-12`}
        >
          Stop here, keep my place
        </Link>
      </p>
    </Stop>
  );
}

/** After the last question: what is still open, what finishing means, and the way to the results. */
export function Finish({ answering }: { answering: Answering }) {
  const { view, isAnswered, contentOf, draftOf } = answering;
  const { assessment, order } = view;
  const ids = questionsOf(view.groups);
  const open = ids.filter((id) => !isAnswered(id));
  const results = `${baseOf(answering)}/results${order === null ? '' : `?view=${order}`}`;
  const { status } = assessment.review;
  const title =
    status !== 'draft'
      ? TITLES[status]
      : open.length === 0
        ? 'All answered'
        : `${ids.length - open.length} of ${ids.length} answered`;
  return (
    <Stop title={title}>
      {open.length > 0 && (
        <Questions answering={answering} ids={open} title="Not answered">
          What is not answered counts as not known: results show a range.
        </Questions>
      )}
      <Questions
        answering={answering}
        ids={ids.filter((id) => Object.keys(draftOf(id)).length > 0)}
        title="Begun and not saved"
      />
      <Questions answering={answering} ids={ids.filter((id) => contentOf(id).flagged)} title="Flagged" />
      {status === 'draft' && view.mayFinish && open.length < ids.length && (
        <FinishForm answering={answering} />
      )}
      <p>
        <Link href={results as Route} className={buttonClass('plain')}>
          See results
        </Link>
      </p>
    </Stop>
  );
}

const TITLES = { review: 'This assessment is in review', finished: 'This assessment is finished' };

const SHOWN = 12;

export function Questions({
  answering,
  ids,
  title,
  children,
}: {
  answering: Answering;
  ids: string[];
  title: string;
  children?: ReactNode;
}) {
  if (ids.length === 0) return null;
  return (
    <section>
      <h2 className="text-base">{title}</h2>
      {children !== undefined && <p className="text-quiet text-sm">{children}</p>}
      <ul className="mt-1 flex flex-wrap gap-x-4">
        {ids.slice(0, SHOWN).map((id) => (
          <li key={id}>
            <PlaceLink
              answering={answering}
              to={{ kind: 'question', capability: id }}
              className="link inline-flex min-h-7 items-center"
            >
              {answering.view.ladders[id]?.title}
            </PlaceLink>
          </li>
        ))}
        {ids.length > SHOWN && <li className="text-quiet py-0.5">and {inWords(ids.length - SHOWN)} more</li>}
      </ul>
    </section>
  );
}
