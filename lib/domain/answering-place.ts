import type { AskingGroup } from './answering-order';

/** Where somebody is in the answering of one assessment. Pure, for the page, the form without JavaScript and the browser alike. */
export type Place =
  | { kind: 'start' }
  | { kind: 'question'; capability: string }
  | { kind: 'pause'; group: string }
  | { kind: 'finish' };

type Answered = (capability: string) => boolean;

/** Roughly what one ladder takes: 40 seconds, so that 43 take half an hour; 8 where it is only confirmed, so that they take six minutes. */
const SECONDS_EACH = { anew: 40, again: 8 };

export const minutesFor = (questions: number, again = false): number =>
  Math.ceil((questions * SECONDS_EACH[again ? 'again' : 'anew']) / 60);

export const questionsOf = (groups: readonly AskingGroup[]): string[] =>
  groups.flatMap(({ capabilities }) => capabilities);

export const groupOf = (groups: readonly AskingGroup[], capability: string): AskingGroup | undefined =>
  groups.find(({ capabilities }) => capabilities.includes(capability));

/** The place that an address names; `null` where it names none that exists. */
export function placeOf(
  groups: readonly AskingGroup[],
  { at, after }: { at: string | null; after: string | null },
): Place | null {
  if (at === 'start' || at === 'finish') return { kind: at };
  if (at !== null && groupOf(groups, at) !== undefined) return { kind: 'question', capability: at };
  if (after !== null && groups.some(({ id }) => id === after)) return { kind: 'pause', group: after };
  return null;
}

/** Where an address without a place leads: to the first unanswered, or to the start or the finish where that is what there is to do. */
export function openingPlace(groups: readonly AskingGroup[], isAnswered: Answered): Place {
  const open = questionsOf(groups).filter((id) => !isAnswered(id));
  const [first] = open;
  if (first === undefined) return { kind: 'finish' };
  return open.length === questionsOf(groups).length
    ? { kind: 'start' }
    : { kind: 'question', capability: first };
}

/** After one question the next; after the last of a group that is complete a place to stop, where that is wanted; then the finish. */
export function placeAfter(
  groups: readonly AskingGroup[],
  capability: string,
  { isAnswered, stops }: { isAnswered: Answered; stops: (group: string) => boolean },
): Place {
  const questions = questionsOf(groups);
  const next = questions[questions.indexOf(capability) + 1];
  if (next === undefined) return { kind: 'finish' };
  const group = groupOf(groups, capability);
  const leaves = group !== undefined && !group.capabilities.includes(next);
  if (leaves && group.capabilities.every(isAnswered) && stops(group.id))
    return { kind: 'pause', group: group.id };
  return { kind: 'question', capability: next };
}

/** The question before this one; the start before the first. */
export function placeBefore(groups: readonly AskingGroup[], capability: string): Place {
  const questions = questionsOf(groups);
  const before = questions[questions.indexOf(capability) - 1];
  return before === undefined ? { kind: 'start' } : { kind: 'question', capability: before };
}

/** The first question of the group after this one. */
export function afterPause(groups: readonly AskingGroup[], group: string): Place {
  const next = groups[groups.findIndex(({ id }) => id === group) + 1]?.capabilities[0];
  return next === undefined ? { kind: 'finish' } : { kind: 'question', capability: next };
}

/** Whether one's own questions are asked alone, or all of them; where neither is said, what is usual there. */
export type Only = 'mine' | 'all';

/** The query of the address of a place, with the vendor's order and the choice of questions where they are kept. */
export function addressOf(place: Place, order: string | null, only: Only | null = null): string {
  const query = new URLSearchParams();
  if (place.kind === 'question') query.set('at', place.capability);
  else if (place.kind === 'pause') query.set('after', place.group);
  else query.set('at', place.kind);
  if (order !== null) query.set('order', order);
  if (only !== null) query.set('only', only);
  return `?${query.toString()}`;
}

/** A question with its evidence in view, whether or not it is one's own to answer. */
export const addressOfEvidence = (capability: string): string =>
  `${addressOf({ kind: 'question', capability }, null, 'all')}#evidence`;
