import { useSearchParams } from 'next/navigation';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { AnswerContent, AnsweringView } from '@/lib/assessments/answering-view';
import {
  addressOf,
  groupOf,
  openingPlace,
  placeAfter,
  placeOf,
  type Place,
} from '@/lib/domain/answering-place';
import { withPiece } from '@/lib/domain/evidence';
import { LIMITS } from '@/lib/domain/limits';
import { textProblem } from '@/lib/domain/plain-text';
import { choiceOf, keyOf, NO_ANSWER, type ChoiceKey } from './choice';
import { shelf } from './device';
import { DraftStore, evidenceFaults, evidenceOf, NO_DRAFTS, NO_EVIDENCE, type Draft } from './drafts';
import { useChanges } from './use-changes';
import { useQueue } from './use-queue';
import { useUndo } from './use-undo';

const CHOICE_MS = 400;
const TEXT_MS = 800;

const NO_EXCLUSION_DRAFT = { reason: undefined, approvedBy: undefined, reviewOn: undefined };

/** What stands in the fields beside *not applicable*. */
export type ExclusionFields = Record<'reason' | 'approvedBy' | 'reviewOn', string>;

export type Answering = ReturnType<typeof useAnswering>;

/** Everything that the answering screen knows and can do; what is shown follows from it alone. */
export function useAnswering(view: AnsweringView) {
  const { queue, state } = useQueue(view);
  const changes = useChanges(view, queue);
  const undo = useUndo(queue, state);
  const { place, go } = usePlace(view);
  const [store] = useState(() => new DraftStore(shelf, view.person.id, view.assessment.id));
  const drafts = useSyncExternalStore(store.subscribe, store.state, () => NO_DRAFTS);
  const setDraft = store.set;
  const alive = useAlive();
  const rhythm = useRhythm(view, place);

  const contentOf = (id: string): AnswerContent => state.answers.get(id)?.content ?? NO_ANSWER;
  const isAnswered = (id: string): boolean =>
    contentOf(id).choice !== null || view.inherited[id] !== undefined;
  const readOnly = view.assessment.review.status !== 'draft' || !view.mayAnswer;
  const asksStill = (id: string): boolean =>
    !readOnly &&
    view.previous?.answers[id]?.same === true &&
    !isAnswered(id) &&
    Object.keys(drafts[id] ?? {}).length === 0;
  const change = (id: string, part: Partial<AnswerContent>, delayMs = 0): void => {
    const before = queue.state().answers.get(id)?.content ?? NO_ANSWER;
    undo.note(id, before, { ...before, ...part });
    queue.write(id, { ...before, ...part }, delayMs);
  };

  const exclusionOf = (id: string): ExclusionFields => {
    const { choice } = contentOf(id);
    const stored = choice !== null && 'notApplicable' in choice ? choice : null;
    const { reason, approvedBy, reviewOn } = drafts[id] ?? {};
    return {
      reason: reason ?? stored?.reason ?? '',
      approvedBy: approvedBy ?? stored?.approvedBy ?? '',
      reviewOn: reviewOn ?? stored?.reviewOn ?? '',
    };
  };

  return {
    view,
    queue,
    state,
    place,
    go,
    /** False until the page is alive in the browser: what only works with JavaScript waits for it. */
    alive,
    readOnly,
    contentOf,
    isAnswered,
    draftOf: (id: string): Draft => drafts[id] ?? {},
    setDraft,
    change,
    /** What others changed meanwhile. */
    changes,
    /** The last change of this screen that can be taken back. */
    undoing: undo.next,
    /** Takes it back, and shows the question that it was about. */
    undo(): void {
      const capability = undo.undo();
      const isHere = place.kind === 'question' && place.capability === capability;
      if (capability !== null && !isHere) go({ kind: 'question', capability });
    },
    minutesFor: rhythm.minutesFor,
    shownKey: (id: string): ChoiceKey | null =>
      drafts[id]?.reason === undefined ? keyOf(contentOf(id).choice) : 'n',

    choose(id: string, key: ChoiceKey): void {
      rhythm.worked(id);
      if (key !== 'n') {
        setDraft(id, NO_EXCLUSION_DRAFT);
        change(id, { choice: choiceOf(key) }, CHOICE_MS);
      } else if (view.ladders[id]?.notApplicable !== null && keyOf(contentOf(id).choice) !== 'n') {
        setDraft(id, { reason: '' });
      }
    },
    exclusionOf,
    /** Changes why something does not apply, who agreed, or when that is looked at again; kept as a draft until it can be saved. */
    setExclusion(id: string, part: Partial<ExclusionFields>): void {
      const said = { ...exclusionOf(id), ...part };
      const { reason, approvedBy, reviewOn } = said;
      const sayable =
        reason.trim() !== '' &&
        textProblem(reason, LIMITS.reason) === null &&
        textProblem(approvedBy, LIMITS.approver) === null;
      setDraft(id, sayable ? NO_EXCLUSION_DRAFT : said);
      const beside = {
        ...(approvedBy.trim() === '' ? {} : { approvedBy }),
        ...(reviewOn === '' ? {} : { reviewOn }),
      };
      if (sayable) change(id, { choice: { notApplicable: true, reason, ...beside } }, TEXT_MS);
    },
    setNote(id: string, note: string): void {
      const sayable = textProblem(note, LIMITS.note) === null;
      setDraft(id, { note: sayable ? undefined : note });
      if (sayable) change(id, { note: note === '' ? null : note }, TEXT_MS);
    },
    /** Adds the piece of evidence that is being typed; `false` where it cannot be stored as it stands. */
    addEvidence(id: string): boolean {
      const draft = drafts[id]?.evidence ?? NO_EVIDENCE;
      const { evidence } = contentOf(id);
      const more = withPiece(evidence, evidenceOf(draft));
      if (Object.keys(evidenceFaults(draft)).length > 0 || more.length > LIMITS.evidence) return false;
      setDraft(id, { evidence: undefined });
      change(id, { evidence: more });
      return true;
    },
    /** Whether the answer of last time is asked about, and not yet confirmed or changed. */
    asksStill,
    /** Says again what was said last time, note and evidence too, and goes on. */
    keep(id: string): void {
      const before = view.previous?.answers[id];
      if (before === undefined || !asksStill(id)) return;
      const { choice, note, evidence } = before;
      change(id, { choice, note, evidence });
      this.goNext(id);
    },
    /** Takes over the rung that was accepted since last time, with what shows it, beside the note and evidence of last time. */
    climbTo(id: string): void {
      const before = view.previous?.answers[id];
      if (!before?.accepted || !asksStill(id)) return;
      const { rung, evidence } = before.accepted;
      const shown = evidence.reduce(withPiece, before.evidence).slice(-LIMITS.evidence);
      change(id, { choice: { rung }, note: before.note, evidence: shown });
      this.goNext(id);
    },
    goNext(id: string): void {
      const stops = view.previous === null ? rhythm.stopsAt : () => false;
      const next = placeAfter(view.groups, id, { isAnswered, stops });
      if (next.kind === 'pause') rhythm.stopped(next.group);
      go(next);
    },
  };
}

/** Answered when the page came, by this team or by another for it. */
const isSaid = ({ answers, inherited }: AnsweringView, id: string): boolean =>
  (answers[id]?.choice ?? null) !== null || inherited[id] !== undefined;

/**
 * The place is in the address, so that reloading, sharing and going back work. It is state as well: following the address alone would
 * show the next question a moment after the key, and a quick second key would answer the one before.
 */
function usePlace(view: AnsweringView): { place: Place; go: (place: Place) => void } {
  const { groups, order, mine } = view;
  const address = useSearchParams();
  const [opening] = useState(() => openingPlace(groups, (id) => isSaid(view, id)));
  const [place, setPlace] = useState(() => namedIn(groups, address) ?? opening);
  useEffect(() => {
    const follow = () => setPlace(namedIn(groups, new URLSearchParams(window.location.search)) ?? opening);
    addEventListener('popstate', follow);
    return () => removeEventListener('popstate', follow);
  }, [groups, opening]);
  const go = (to: Place): void => {
    setPlace(to);
    window.history.pushState(null, '', addressOf(to, order, mine?.only));
  };
  return { place, go };
}

const namedIn = (groups: AnsweringView['groups'], address: Pick<URLSearchParams, 'get'>): Place | null =>
  placeOf(groups, { at: address.get('at'), after: address.get('after') });

const never = () => () => undefined;

/** False on the server and until the page has come alive in the browser. */
const useAlive = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );

/** When a group was begun and where it is worked on: a place to stop comes after what was worked on here, once. */
function useRhythm(view: AnsweringView, place: Place) {
  const begun = useRef(new Map<string, number>());
  const workedOn = useRef(new Set<string>());
  const [minutes, setMinutes] = useState<Readonly<Record<string, number>>>({});
  const here = place.kind === 'question' ? groupOf(view.groups, place.capability)?.id : undefined;
  useEffect(() => {
    if (here !== undefined && !begun.current.has(here)) begun.current.set(here, Date.now());
  }, [here]);
  return {
    minutesFor: (group: string): number | null => minutes[group] ?? null,
    worked: (id: string): void => {
      const group = groupOf(view.groups, id);
      if (group !== undefined) workedOn.current.add(group.id);
    },
    stopsAt: (group: string): boolean => workedOn.current.has(group),
    stopped: (group: string): void => {
      workedOn.current.delete(group);
      const since = Date.now() - (begun.current.get(group) ?? Date.now());
      setMinutes((all) => ({ ...all, [group]: Math.round(since / 60_000) }));
    },
  };
}
