import type { Route } from 'next';
import { useActionState, useContext, type ReactNode, type SyntheticEvent } from 'react';
import { afterPause, minutesFor, openingPlace, questionsOf } from '@/lib/domain/answering-place';
import { interviewWords, promiseWords } from '@/lib/domain/gathering-words';
import { dateText, plural } from '@/lib/domain/labels';
import { Button, buttonClass } from '../../../../../ui/button';
import { HiddenFields } from '../../../../../ui/hidden-fields';
import { Link } from '../../../../../ui/link';
import { Notice } from '../../../../../ui/notice';
import { EndingBy } from './ending';
import { PlaceLink } from './place-link';
import { scopeSentence } from './scope';
import { Questions, Stop } from './stops';
import type { Answering } from './use-answering';

/** The places that ask nothing, for who answers alone: nobody else reads what is said, and each says who will, and when. */

type Props = { answering: Answering };

/** The first screen again, for who comes back to it. */
export function AloneStart({ answering }: Props) {
  const { view, isAnswered } = answering;
  const [first] = questionsOf(view.groups);
  const opening = openingPlace(view.groups, isAnswered);
  const begin =
    opening.kind === 'start' && first !== undefined
      ? { kind: 'question' as const, capability: first }
      : opening;
  return (
    <Stop title={`${view.team.name} · ${view.assessment.title}`}>
      <AlonePromise view={view} />
      <p>
        <PlaceLink answering={answering} to={begin} className={buttonClass('primary')} data-enter>
          {opening.kind === 'start' ? 'Start' : 'Go on'}
        </PlaceLink>
      </p>
    </Stop>
  );
}

/** Who will see an answer, when, and with a name or not. */
export function AlonePromise({ view }: { view: Answering['view'] }) {
  const { alone, groups, assessment } = view;
  if (alone === null) return null;
  const count = questionsOf(groups).length;
  return (
    <>
      <p className="text-lg">
        {plural(count, 'question')}, about {plural(minutesFor(count), 'minute')}. Each is a ladder of five
        rungs: {alone.saidBy === null ? 'you say' : `${alone.saidBy} says`} on which one the team stands.
      </p>
      {alone.saidBy !== null && <p>{interviewWords(alone.saidBy)}</p>}
      <div className="border-border bg-raised rounded-md border px-5 py-4">
        <h2 className="mb-2 text-base">Who sees an answer, and when</h2>
        <ul className="list-disc space-y-1.5 pl-5">
          {promiseWords(alone).map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      </div>
      <p>
        {scopeSentence(assessment.scope)} Start at the bottom and climb while the sentence is true. Between
        two rungs, take the lower. “Don’t know” is an answer too.
      </p>
    </>
  );
}

/** Between two groups. */
export function AlonePause({ answering, group: id }: Props & { group: string }) {
  const { view, isAnswered } = answering;
  const group = view.groups.find((each) => each.id === id);
  const next = view.groups[view.groups.findIndex((each) => each.id === id) + 1];
  if (group === undefined) return null;
  return (
    <Stop title={`${group.title} is done.`}>
      <p className="text-quiet">
        {group.capabilities.filter(isAnswered).length} of {group.capabilities.length}
      </p>
      <p>Nobody else sees what you said before {openingWords(view)}.</p>
      {next !== undefined && (
        <p>
          Next: {next.title} · {plural(next.capabilities.length, 'question')} · about{' '}
          {plural(minutesFor(next.capabilities.length), 'minute')}
        </p>
      )}
      <p className="flex flex-wrap gap-2">
        <PlaceLink
          answering={answering}
          to={afterPause(view.groups, id)}
          className={`${buttonClass('primary')} min-h-12`}
          data-enter
        >
          Go on
        </PlaceLink>
        <Leaving answering={answering} className={`${buttonClass('plain')} min-h-12`}>
          Stop here, keep my place
        </Leaving>
      </p>
    </Stop>
  );
}

/** After the last question: what is open, being done, and what happens next. */
export function AloneFinish({ answering }: Props) {
  const { view, isAnswered, contentOf, draftOf } = answering;
  const ids = questionsOf(view.groups);
  const open = ids.filter((id) => !isAnswered(id));
  const { alone } = view;
  if (alone === null) return null;
  const all = open.length === 0 && ids.length > 0;
  return (
    <Stop title={alone.done || all ? 'Thank you' : `${ids.length - open.length} of ${ids.length} answered`}>
      {(alone.done || all) && (
        <p className="text-lg">
          {open.length === 0
            ? 'All is answered.'
            : `${ids.length - open.length} of ${ids.length} are answered.`}{' '}
          There is nothing more to do now.
        </p>
      )}
      <h2 className="text-base">What happens next</h2>
      <p>
        When all have answered{alone.dueOn === null ? '' : `, by ${dateText(alone.dueOn)}`}, {alone.opener} or
        another facilitator opens the answers of everybody at once,{' '}
        {alone.named ? 'with names' : 'without names'}. Then those who were asked talk about where they
        differ, and agree on the rungs. Until it is opened you can change what you said.
      </p>
      {open.length > 0 && (
        <Questions answering={answering} ids={open} title="Not answered">
          You may leave questions open that you cannot say anything about.
        </Questions>
      )}
      <Questions
        answering={answering}
        ids={ids.filter((id) => Object.keys(draftOf(id)).length > 0)}
        title="Begun and not saved"
      />
      <Questions answering={answering} ids={ids.filter((id) => contentOf(id).flagged)} title="Flagged" />
      {!alone.done && !all && !answering.readOnly && <DoneForm answering={answering} />}
      <p>
        <Leaving answering={answering} className={buttonClass('plain')}>
          To the team
        </Leaving>
      </p>
    </Stop>
  );
}

/** Says that one is done, with questions left open; waits until every answer is saved. */
function DoneForm({ answering }: Props) {
  const { state, queue } = answering;
  const ending = useContext(EndingBy);
  const [{ message }, end, pending] = useActionState(ending.action, {});
  const waitForAnswers = (event: SyntheticEvent): void => {
    if (state.waiting === 0) return;
    event.preventDefault();
    queue.sendNow();
  };
  return (
    <form action={end} onSubmit={waitForAnswers} className="space-y-3" aria-busy={pending}>
      {message !== undefined && <Notice kind="warn">{message}</Notice>}
      {state.waiting > 0 && (
        <Notice kind="warn">
          {plural(state.waiting, 'answer is', 'answers are')} not saved yet. Being done waits for that.
        </Notice>
      )}
      <HiddenFields of={ending.fields} />
      <Button kind="primary" type="submit" disabled={pending}>
        I am done
      </Button>
    </form>
  );
}

/** The way out of the questions; a guest has none and closes the window. */
function Leaving({
  answering: { view },
  className,
  children,
}: Props & { className: string; children: ReactNode }) {
  if (view.alone?.who === 'guest')
    return (
      <span className="text-quiet self-center text-sm">
        You can close this page, and come back by your link.
      </span>
    );
  return (
    <Link href={`/${view.org.slug}/teams/${view.team.slug}` as Route} className={className}>
      {children}
    </Link>
  );
}

const openingWords = ({ alone }: Answering['view']): string =>
  `${alone?.opener ?? 'a facilitator'} or another facilitator opens all answers`;
