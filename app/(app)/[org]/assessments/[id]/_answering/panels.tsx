import type { ReactNode } from 'react';
import { reasonWords } from '@/lib/domain/evidence-words';
import { plural } from '@/lib/domain/labels';
import { Button, buttonClass } from '../../../../../ui/button';
import { choiceText } from './choice';
import { whenText } from './clock';
import type { Theirs } from './outcome';
import { together } from './together';
import type { Answering } from './use-answering';

/** A state that asks for a decision: what happened, what was kept, and the ways out. */
function Panel({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section
      role="alert"
      className="border-warn bg-sunken my-3 max-w-2xl space-y-2 rounded-md border border-l-4 p-4 text-sm"
    >
      <h2 className="text-base">{title}</h2>
      {children}
    </section>
  );
}

const Actions = ({ children }: { children: ReactNode }) => (
  <p className="flex flex-wrap gap-2 pt-1">{children}</p>
);

/** Two people, one answer: both are shown, and one is chosen. */
export function ConflictPanel({ answering, id }: { answering: Answering; id: string }) {
  const theirs = answering.state.conflicts.get(id);
  if (theirs === undefined) return null;
  const mine = answering.contentOf(id);
  const who = theirs.byYou ? 'You, in another tab or on another device,' : theirs.by;
  const same = choiceText(theirs.choice) === choiceText(mine.choice);
  const both = together(theirs, mine, { name: answering.view.person.name, elsewhere: theirs.byYou });
  const others = answering.state.conflicts.size - 1;
  return (
    <Panel title={theirs.byYou ? 'Two answers of yours' : 'Two people, one answer'}>
      <p>
        {who} chose {choiceText(theirs.choice)} at {whenText(theirs.at)}, you chose {choiceText(mine.choice)}
        {theirs.byYou ? ' here' : ''}.
      </p>
      <dl className="space-y-1 break-words whitespace-pre-wrap">
        <Side who={theirs.byYou ? 'There' : theirs.by} answer={theirs} />
        <Side who={theirs.byYou ? 'Here' : 'You'} answer={mine} />
      </dl>
      <Actions>
        <Button onClick={() => answering.queue.decide(id, null)}>
          Keep {same ? (theirs.byYou ? 'the one there' : 'theirs') : choiceText(theirs.choice)}
        </Button>
        <Button onClick={() => answering.queue.decide(id, mine)}>
          Keep {same ? (theirs.byYou ? 'this one' : 'mine') : choiceText(mine.choice)}
        </Button>
        {both !== null && (
          <Button onClick={() => answering.queue.decide(id, both)}>
            {theirs.byYou ? 'Decide later' : 'Decide together'}
          </Button>
        )}
      </Actions>
      <p className="text-quiet">
        {both === null
          ? 'Both together are more than one answer holds, so one is to be chosen; the other is kept under “What it was before” once it was saved.'
          : `${theirs.byYou ? 'Decide later' : 'Decide together'} keeps ${theirs.byYou ? 'the one there' : `${theirs.by}’s`}, flags it, and adds what you say here to its note.`}
        {others > 0 && ` ${plural(others, 'more answer')} to decide on after this.`}
      </p>
    </Panel>
  );
}

function Side({
  who,
  answer,
}: {
  who: string;
  answer: Pick<Theirs, 'choice' | 'note' | 'evidence' | 'flagged'>;
}) {
  const { choice, note, evidence, flagged } = answer;
  const reason = choice !== null && 'notApplicable' in choice ? [reasonWords(choice, '') ?? ''] : [];
  const words = [
    ...reason,
    note === null || note === '' ? 'no note' : `“${note}”`,
    ...(evidence.length === 0 ? [] : [`evidence: ${evidence.map(({ title }) => title).join(', ')}`]),
    ...(flagged ? ['flagged'] : []),
  ];
  return (
    <div>
      <dt className="inline font-medium">{who}: </dt>
      <dd className="inline">{words.join(' · ')}</dd>
    </div>
  );
}

/** The server will not have this answer as it stands; it stays on the device until it is changed or given up. */
export function RefusalPanel({ answering, id }: { answering: Answering; id: string }) {
  const refusal = answering.state.refused.get(id);
  if (refusal === undefined) return null;
  const all = [...answering.state.refused.keys()];
  return (
    <Panel title="Not saved">
      <p>{refusal.message}</p>
      <p>
        Your answer to this question is kept on this device
        {all.length > 1 ? `, as are ${plural(all.length - 1, 'other')}` : ''}:{' '}
        {choiceText(answering.contentOf(id).choice)}
        {answering.contentOf(id).note === null ? '' : ', with its note below'}.
      </p>
      <Actions>
        {refusal.code !== 'finished' && <Button onClick={() => answering.change(id, {})}>Try again</Button>}
        <Button onClick={() => answering.queue.discard([id])}>Discard it</Button>
        {all.length > 1 && (
          <Button onClick={() => answering.queue.discard(all)}>Discard all {all.length}</Button>
        )}
      </Actions>
    </Panel>
  );
}

/** The session ended while answers were on their way. */
export function SignedOutPanel({ answering }: { answering: Answering }) {
  const { signedOut, waiting } = answering.state;
  if (signedOut === null || waiting === 0) return null;
  const { view, place } = answering;
  const at = place.kind === 'question' ? `?at=${place.capability}` : '';
  const order = view.order === null ? '' : `${at === '' ? '?' : '&'}order=${view.order}`;
  const page = view.alone?.who === 'interview' ? `/people/${view.person.id}/answers` : '';
  const here = `/${view.org.slug}/assessments/${view.assessment.id}${page}${at}${order}`;
  return (
    <Panel title="Signed out while typing">
      <p>{signedOut}</p>
      <p>
        Your last {waiting === 1 ? 'answer is' : `${waiting} answers are`} kept on this device for{' '}
        {view.person.name}, and sent when you sign in here again.
      </p>
      <Actions>
        <a href={`/signin?to=${encodeURIComponent(here)}`} className={buttonClass('primary')}>
          Sign in
        </a>
        <Button onClick={() => answering.queue.discard()}>Discard {waiting === 1 ? 'it' : 'them'}</Button>
      </Actions>
    </Panel>
  );
}

/** Said quietly, below everything: nothing is to be done. */
export function OfflineNotice({ answering }: { answering: Answering }) {
  const { phase, waiting, durable } = answering.state;
  if (phase !== 'retrying' || waiting === 0) return null;
  const wait = waiting === 1 ? '1 answer waits.' : `${waiting} answers wait.`;
  return (
    <p className="text-quiet mt-3 text-sm">
      {durable
        ? `The server cannot be reached. ${wait} Leaving is safe: they are sent when you come back to this browser as ${answering.view.person.name}.`
        : `The server cannot be reached, and this browser keeps nothing. ${wait} Please leave this tab open.`}
    </p>
  );
}
