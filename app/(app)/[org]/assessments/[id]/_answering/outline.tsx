import type { Route } from 'next';
import { useState, type ReactNode } from 'react';
import type { AskingGroup } from '@/lib/domain/answering-order';
import { groupOf, questionsOf } from '@/lib/domain/answering-place';
import { buttonClass } from '../../../../../ui/button';
import { Link } from '../../../../../ui/link';
import { keyOf } from './choice';
import { OnlyMine } from './only-mine';
import { PlaceLink } from './place-link';
import type { Answering } from './use-answering';

/** All questions by group, with what is answered, and the way out. Beside the question on a wide screen, in its place on a phone. */
export function Outline({
  answering,
  tabs,
  instead,
  onGo,
}: {
  answering: Answering;
  tabs: ReactNode;
  /** In the place of the question, whose heading is not there then. */
  instead: boolean;
  onGo: () => void;
}) {
  const { view, place, alive } = answering;
  const Title = instead ? 'h1' : 'p';
  const [onlyOpen, setOnlyOpen] = useState(false);
  const here = place.kind === 'question' ? groupOf(view.groups, place.capability)?.id : undefined;
  return (
    <>
      <div className="mb-4 lg:hidden">
        <Title className="mb-1 text-base font-medium">
          {view.team.name} · {view.assessment.title}
        </Title>
        {tabs}
      </div>
      <Progress answering={answering} />
      <ol className="my-3 text-sm">
        {view.groups.map((group) => (
          <Group
            key={group.id}
            answering={answering}
            group={group}
            open={group.id === here || onlyOpen}
            onlyOpen={onlyOpen}
            onGo={onGo}
          />
        ))}
      </ol>
      {alive && (
        <label className="flex min-h-8 items-center gap-2 text-sm">
          <input
            type="checkbox"
            checked={onlyOpen}
            onChange={(event) => setOnlyOpen(event.target.checked)}
            className="accent-accent size-4"
          />
          Only unanswered
        </label>
      )}
      <OnlyMine view={view} />
      <p className="mt-2 flex flex-wrap gap-2">
        {view.alone?.who !== 'guest' && (
          <Link href={`/${view.org.slug}/teams/${view.team.slug}` as Route} className={buttonClass('plain')}>
            {answering.readOnly ? 'To the team' : 'Save and leave'}
          </Link>
        )}
        {!answering.readOnly && (
          <PlaceLink
            answering={answering}
            to={{ kind: 'finish' }}
            onGo={onGo}
            className={buttonClass('quiet')}
          >
            {view.alone === null ? 'Finish …' : 'Done …'}
          </PlaceLink>
        )}
      </p>
    </>
  );
}

/** Counts answers, never levels. */
export function Progress({ answering, short = false }: { answering: Answering; short?: boolean }) {
  const ids = questionsOf(answering.view.groups);
  const answered = ids.filter(answering.isAnswered).length;
  const { previous } = answering.view;
  const word = previous === null ? 'answered' : 'confirmed';
  const changed = ids.filter((id) => {
    const now = keyOf(answering.contentOf(id).choice);
    return now !== null && now !== keyOf(previous?.answers[id]?.choice ?? null);
  }).length;
  const unknown = ids.filter((id) => keyOf(answering.contentOf(id).choice) === 'd').length;
  const flagged = ids.filter((id) => answering.contentOf(id).flagged).length;
  return (
    <div>
      <p className="text-sm font-medium tabular-nums">
        {answered} of {ids.length}
        {short ? <span className="sr-only"> {word}</span> : ` ${word}`}
      </p>
      <div aria-hidden="true" className="border-border bg-sunken my-1 h-2 overflow-hidden rounded-sm border">
        <div className="bg-quiet h-full" style={{ width: `${(100 * answered) / ids.length}%` }} />
      </div>
      {!short && (
        <p className="text-quiet text-xs">
          {previous !== null && `${changed} changed · `}
          {unknown} don’t know · {flagged} flagged
        </p>
      )}
    </div>
  );
}

function Group({
  answering,
  group,
  open,
  onlyOpen,
  onGo,
}: {
  answering: Answering;
  group: AskingGroup;
  open: boolean;
  onlyOpen: boolean;
  onGo: () => void;
}) {
  const done = group.capabilities.filter(answering.isAnswered).length;
  const shown = group.capabilities.filter((id) => !onlyOpen || !answering.isAnswered(id));
  if (shown.length === 0) return null;
  return (
    <li>
      <details open={open}>
        <summary className="hover:bg-sunken flex min-h-8 items-center gap-2 rounded-sm px-1">
          <span aria-hidden="true" className="text-quiet w-3">
            {done === group.capabilities.length ? '✓' : '·'}
          </span>
          <span className="min-w-0 flex-1">{group.title}</span>
          <span className="text-quiet tabular-nums">
            {done}/{group.capabilities.length}
          </span>
        </summary>
        <ol className="mb-1 ml-3">
          {shown.map((id) => (
            <li key={id}>
              <QuestionLink answering={answering} id={id} onGo={onGo} />
            </li>
          ))}
        </ol>
      </details>
    </li>
  );
}

function QuestionLink({ answering, id, onGo }: { answering: Answering; id: string; onGo: () => void }) {
  const { place, view, draftOf, contentOf, isAnswered } = answering;
  const current = place.kind === 'question' && place.capability === id;
  const unfinished = Object.keys(draftOf(id)).length > 0;
  return (
    <PlaceLink
      answering={answering}
      to={{ kind: 'question', capability: id }}
      onGo={onGo}
      aria-current={current ? 'step' : undefined}
      className="hover:bg-sunken aria-[current]:bg-sunken flex min-h-7 items-center gap-2 rounded-sm px-1 aria-[current]:font-medium"
    >
      <span aria-hidden="true" className="text-quiet w-3">
        {isAnswered(id) ? '✓' : current ? '▸' : '·'}
      </span>
      <span className="min-w-0 flex-1">{view.ladders[id]?.title}</span>
      {isAnswered(id) && <span className="sr-only">answered</span>}
      {unfinished && <span className="text-warn text-xs">unfinished</span>}
      {contentOf(id).flagged && (
        <span>
          <span aria-hidden="true">⚑</span>
          <span className="sr-only">flagged</span>
        </span>
      )}
    </PlaceLink>
  );
}
