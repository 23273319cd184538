'use client';

import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { AnsweringView } from '@/lib/assessments/answering-view';
import type { Place } from '@/lib/domain/answering-place';
import { titleOf } from './title';
import { AloneFinish, AlonePause, AloneStart } from './alone-stops';
import { GiveAway } from './give-away';
import { HEADING } from './heading';
import { KeysDialog, useKeys } from './keys';
import { Outline, Progress } from './outline';
import { OfflineNotice, SignedOutPanel } from './panels';
import { Question } from './question';
import { Status } from './status';
import { Finish, Pause, Start } from './stops';
import { UndoButton } from './undo-button';
import { useAnswering, type Answering as All } from './use-answering';

/** The answering screen. All questions come with the page, so that the next one is there at once and a lost connection stops nobody. */
export function Answering({ view, tabs }: { view: AnsweringView; tabs: ReactNode }) {
  const answering = useAnswering(view);
  const [listed, setListed] = useState(false);
  const showOutline = () => {
    setListed(true);
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>('#outline [aria-current], #outline summary')?.focus(),
    );
  };
  const keys = useKeys(answering, showOutline);
  useArrival(view, answering.place, () => setListed(false));
  const aside = listed ? '' : answering.alive ? 'max-lg:hidden' : 'max-lg:mt-10';
  return (
    <div className="-mt-3 lg:grid lg:grid-cols-[15.5rem_minmax(0,1fr)] lg:gap-x-10">
      <div className="hidden lg:col-span-2 lg:-mb-3 lg:block">{tabs}</div>
      <TopBar
        answering={answering}
        listed={listed}
        onList={() => (listed ? setListed(false) : showOutline())}
        onKeys={() => keys.dialog.current?.showModal()}
      />
      <div className={`lg:col-start-2 lg:row-start-3 ${listed ? 'max-lg:hidden' : ''}`}>
        <SignedOutPanel answering={answering} />
        <Here answering={answering} />
        <OfflineNotice answering={answering} />
        {answering.alive && keys.single && !answering.readOnly && <KeyLine again={view.previous !== null} />}
      </div>
      <nav
        id="outline"
        aria-label="Questions"
        className={`lg:sticky lg:top-14 lg:col-start-1 lg:row-start-3 lg:max-h-[calc(100dvh-4rem)] lg:self-start lg:overflow-y-auto ${aside}`}
      >
        <Outline answering={answering} tabs={tabs} instead={listed} onGo={() => setListed(false)} />
      </nav>
      <KeysDialog {...keys} />
    </div>
  );
}

function Here({ answering }: { answering: All }) {
  const { place, view } = answering;
  const alone = view.alone !== null;
  if (place.kind === 'start')
    return alone ? <AloneStart answering={answering} /> : <Start answering={answering} />;
  if (place.kind === 'finish')
    return alone ? <AloneFinish answering={answering} /> : <Finish answering={answering} />;
  if (place.kind === 'pause')
    return alone ? (
      <AlonePause answering={answering} group={place.group} />
    ) : (
      <Pause answering={answering} group={place.group} />
    );
  const ladder = view.ladders[place.capability];
  return ladder === undefined ? null : (
    <>
      <Question key={ladder.id} answering={answering} ladder={ladder} />
      <GiveAway key={`give-${ladder.id}`} answering={answering} id={ladder.id} />
    </>
  );
}

function TopBar({
  answering,
  listed,
  onList,
  onKeys,
}: {
  answering: All;
  listed: boolean;
  onList: () => void;
  onKeys: () => void;
}) {
  const { view, alive } = answering;
  const lists = 'hover:bg-sunken flex min-h-10 items-center gap-3 rounded-md pr-2 text-left lg:hidden';
  const inside = (
    <>
      <span aria-hidden="true" className="text-lg">
        ☰
      </span>
      <span className="w-24">
        <Progress answering={answering} short />
      </span>
      <span className="sr-only">All questions</span>
    </>
  );
  return (
    <div className="bg-paper sticky top-0 z-10 mb-1 flex min-h-10 items-center justify-between gap-4 lg:col-span-2 lg:mb-1 lg:py-1">
      <p className="hidden min-w-0 truncate font-medium lg:block">
        {view.team.name} · {view.assessment.title}
      </p>
      {alive ? (
        <button
          type="button"
          className={lists}
          aria-expanded={listed}
          aria-controls="outline"
          onClick={onList}
        >
          {inside}
        </button>
      ) : (
        <a href="#outline" className={lists}>
          {inside}
        </a>
      )}
      <div className="flex min-w-0 items-center gap-3">
        {answering.readOnly && answering.state.waiting === 0 ? (
          <ReadOnly answering={answering} />
        ) : (
          <Status answering={answering} />
        )}
        <UndoButton answering={answering} />
        {alive && (
          <button
            type="button"
            aria-label="Keys"
            className="border-border hover:bg-sunken hidden size-8 shrink-0 rounded-md border lg:block"
            onClick={onKeys}
          >
            ?
          </button>
        )}
      </div>
    </div>
  );
}

const READ_ONLY = {
  draft: 'You may read these answers, not change them',
  review: 'In review: answers change again when it is sent back',
  finished: 'Finished: answers no longer change',
};

function ReadOnly({ answering }: { answering: All }) {
  return (
    <p className="text-quiet text-xs sm:text-sm">{READ_ONLY[answering.view.assessment.review.status]}</p>
  );
}

const KeyLine = ({ again }: { again: boolean }) => (
  <p className="text-quiet mt-4 hidden text-xs lg:block">
    {again && 'y still true · s all five rungs · '}0 1 2 3 4 choose · d don’t know · n not applicable · Enter
    next · b back · u undo · ? all keys
  </p>
);

/** On going somewhere: the page begins at its top, its heading is read, and the window is named after it. */
function useArrival(view: AnsweringView, place: Place, onArrival: () => void): void {
  const key = JSON.stringify(place);
  const shown = useRef(key);
  useEffect(() => {
    if (shown.current === key) return;
    shown.current = key;
    document.title = `${titleOf(view, place)} · Rungs`;
    onArrival();
    window.scrollTo(0, 0);
    document.getElementById(HEADING)?.focus({ preventScroll: true });
  }, [key, view, place, onArrival]);
}
