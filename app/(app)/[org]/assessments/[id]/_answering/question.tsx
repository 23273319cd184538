import { useActionState, useContext, useEffect, useRef, useState, type SyntheticEvent } from 'react';
import type { LadderView } from '@/lib/assessments/questions-view';
import { groupOf, minutesFor, placeBefore, questionsOf } from '@/lib/domain/answering-place';
import { list, plural } from '@/lib/domain/labels';
import { Button, buttonClass } from '../../../../../ui/button';
import { Notice } from '../../../../../ui/notice';
import { HiddenFields } from '../../../../../ui/hidden-fields';
import { isChoiceKey } from './choice';
import { evidenceFrom, isEmptyEvidence, NO_EVIDENCE } from './drafts';
import { Evidence, WhatToShow } from './evidence';
import { Explanations } from './explanations';
import { HEADING } from './heading';
import { Inherited } from './inherited';
import { Key } from './key';
import { Ladder } from './ladder';
import { ChangedNow, LastChange } from './last-change';
import { Note } from './note';
import { ConflictPanel, RefusalPanel } from './panels';
import { PlaceLink } from './place-link';
import { PostingTo } from './posting';
import { StillTrue } from './still-true';
import type { Answering } from './use-answering';

/** One capability: a native form, which also works when the page has no JavaScript. */
export function Question({ answering, ladder }: { answering: Answering; ladder: LadderView }) {
  const { view, alive } = answering;
  const { id } = ladder;
  const posting = useContext(PostingTo);
  const [{ message, fields, values }, post] = useActionState(posting.action, {});
  const [checked, setChecked] = useState(false);
  const refused = values?.['capability'] === id ? values : undefined;
  useTakeOver(answering, id, refused);
  /** Once the page is alive, what was posted is in the queue and the drafts. */
  const posted = alive ? undefined : refused;

  const next = (): void => {
    const left = answering.draftOf(id);
    const evidenceStays = !isEmptyEvidence(left.evidence ?? NO_EVIDENCE) && !answering.addEvidence(id);
    if (left.reason === undefined && !evidenceStays) return answering.goNext(id);
    setChecked(true);
    document.getElementById(left.reason === undefined ? 'evidence-title' : 'reason')?.focus();
  };
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    next();
  };
  const asks = answering.asksStill(id);
  return (
    <form action={post} onSubmit={submit} id="question">
      {/* The first button of a form is the one that Enter presses. */}
      <button type="submit" name="go" value="next" className="sr-only" tabIndex={-1} aria-hidden="true" />
      <Hidden answering={answering} id={id} />
      <HiddenFields of={posting.fields} />
      <Whereabouts answering={answering} id={id} />
      <h1 id={HEADING} tabIndex={-1} className="text-quiet text-base font-medium outline-none">
        {ladder.title}
      </h1>
      {posted !== undefined && message !== undefined && (
        <Notice kind="warn">
          Not saved: {fields === undefined ? message : list(Object.values(fields))}.
        </Notice>
      )}
      <ConflictPanel answering={answering} id={id} />
      <RefusalPanel answering={answering} id={id} />
      <Inherited answering={answering} ladder={ladder} posted={posted !== undefined}>
        <StillTrue answering={answering} ladder={ladder} posted={posted !== undefined}>
          <Ladder answering={answering} ladder={ladder} posted={posted} checked={checked} />
          <div className="mt-2 flex flex-wrap items-start gap-2">
            <Note answering={answering} id={id} posted={posted} />
            <Evidence answering={answering} id={id} posted={posted} checked={checked} />
            <Flag answering={answering} id={id} posted={posted} />
            <WhatToShow answering={answering} id={id} show={ladder.show} />
          </div>
        </StillTrue>
      </Inherited>
      <Explanations answering={answering} ladder={ladder} />
      <LastChange answering={answering} id={id} />
      <div className="border-line bg-paper sticky bottom-0 z-10 mt-4 flex justify-between gap-4 border-t py-2">
        <PlaceLink
          answering={answering}
          to={placeBefore(view.groups, id)}
          className={`${buttonClass('plain')} min-h-12 flex-1 sm:flex-none`}
        >
          ← Back <Key name="b" />
        </PlaceLink>
        <Button
          kind={asks ? 'plain' : 'primary'}
          type="submit"
          name="go"
          value="next"
          data-enter
          className="min-h-12 flex-1 sm:min-w-36 sm:flex-none"
        >
          {asks ? 'Skip' : 'Next'} <Key name="Enter" /> →
        </Button>
      </div>
    </form>
  );
}

/** Where this question stands, and how long the rest takes. */
function Whereabouts({ answering, id }: { answering: Answering; id: string }) {
  const { view } = answering;
  const { groups } = view;
  const group = groupOf(groups, id);
  const open = questionsOf(groups).filter((each) => !answering.isAnswered(each)).length;
  return (
    <p className="text-quiet mb-1 flex flex-wrap justify-between gap-x-4 text-xs sm:text-sm">
      <span>
        {group?.title} · {(group?.capabilities.indexOf(id) ?? 0) + 1} of {group?.capabilities.length}
      </span>
      <ChangedNow answering={answering} id={id} />
      {!answering.readOnly && open > 0 && !answering.changes.others.has(id) && (
        <span>about {plural(minutesFor(open, view.previous !== null), 'minute')} left</span>
      )}
    </p>
  );
}

function Hidden({ answering: { view, state }, id }: { answering: Answering; id: string }) {
  return (
    <>
      <input type="hidden" name="org" value={view.org.slug} />
      <input type="hidden" name="id" value={view.assessment.id} />
      <input type="hidden" name="capability" value={id} />
      <input type="hidden" name="seen" value={state.answers.get(id)?.version ?? 0} />
      {view.order !== null && <input type="hidden" name="order" value={view.order} />}
      {view.mine?.only != null && <input type="hidden" name="only" value={view.mine.only} />}
    </>
  );
}

function Flag({
  answering,
  id,
  posted,
}: {
  answering: Answering;
  id: string;
  posted: Record<string, string> | undefined;
}) {
  const { flagged } = answering.contentOf(id);
  return (
    <label
      className={`${buttonClass('plain')} cursor-pointer has-disabled:cursor-default has-disabled:opacity-60`}
    >
      <input
        type="checkbox"
        name="flagged"
        checked={posted === undefined ? flagged : 'flagged' in posted}
        disabled={answering.readOnly}
        onChange={() => answering.change(id, { flagged: !flagged })}
        className="accent-accent size-4"
      />
      <span aria-hidden="true">⚑</span> Flag <Key name="f" />
    </label>
  );
}

/** What was posted before the page came alive and could not be stored is typed again, as if by the person. */
function useTakeOver(answering: Answering, id: string, posted: Record<string, string> | undefined): void {
  const taken = useRef(false);
  const { alive, readOnly } = answering;
  useEffect(() => {
    if (!alive || readOnly || posted === undefined || taken.current) return;
    taken.current = true;
    const { choice = '', note = '', reason = '', approvedBy = '', reviewOn = '' } = posted;
    if (isChoiceKey(choice)) answering.choose(id, choice);
    if (choice === 'n') answering.setExclusion(id, { reason, approvedBy, reviewOn });
    if (note !== '') answering.setNote(id, note);
    answering.setDraft(id, { evidence: evidenceFrom(posted) });
  });
}
