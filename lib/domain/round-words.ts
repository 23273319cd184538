import { dateText, list, plural } from './labels';
import type { RoundCounts, RoundFilter, RoundState } from './round-state';

/** How a round and its teams are put into words, on screens and in mails. */

type Titled = { title: string; dueOn: string };

export const FILTER_WORDS: Record<RoundFilter, string> = {
  'not-started': 'not started',
  answering: 'answering',
  'in-review': 'in review',
  finished: 'finished',
  unfinished: 'not finished',
};

/** `due 31 Mar 2027`, `was due 31 Mar 2027`, or `closed 2 Apr 2027`. */
export function dueText({
  dueOn,
  overdue,
  closedOn,
}: {
  dueOn: string;
  overdue: boolean;
  closedOn: string | null;
}): string {
  if (closedOn !== null) return `closed ${dateText(closedOn)}`;
  return `${overdue ? 'was due' : 'due'} ${dateText(dueOn)}`;
}

/** `9 of 12 finished`. */
export const finishedText = ({ finished, teams }: RoundCounts): string => `${finished} of ${teams} finished`;

/** `9 of 12 finished, due 31 Mar 2027, 2 not started`. */
export function progressText(counts: RoundCounts, round: Parameters<typeof dueText>[0]): string {
  const waiting = counts['not-started'];
  return [
    finishedText(counts),
    dueText(round),
    ...(waiting === 0 ? [] : [`${waiting} ${FILTER_WORDS['not-started']}`]),
  ].join(', ');
}

/** How far a team is: `answering, 24 of 43`; of a closed round, what it was when it closed. */
export function stateText(
  state: RoundState,
  progress: { answered: number; of: number } | null,
  closed: boolean,
): string {
  if (state.kind !== 'answering') return FILTER_WORDS[state.kind];
  if (closed) return 'begun, not finished';
  const count = progress === null ? '' : `, ${progress.answered} of ${progress.of}`;
  return `answering${count}${state.idle ? ', nothing since this round opened' : ''}`;
}

export type Mail = { subject: string; text: string };

type Reminded = {
  organisation: string;
  round: Titled & { overdue: boolean };
  /** Who reminds. */
  by: string;
  teams: readonly { name: string; state: string; link: string }[];
};

/** A mail, or a message to pass on, to teams that have not finished: what is asked, by when, and where each goes on. */
export function reminderText({ organisation, round, by, teams }: Reminded): Mail {
  const title = oneLine(round.title);
  const due = dateText(round.dueOn);
  return {
    subject: `${title}: ${round.overdue ? `was due ${due}` : `please finish by ${due}`}`,
    text: [
      `${organisation} asks for a finished MLOps assessment, “${title}”. ${round.overdue ? `It was due on ${due}.` : `It is due on ${due}.`}`,
      '',
      'Not finished yet:',
      ...teams.flatMap(({ name, state, link }) => [`- ${oneLine(name)}: ${state}`, `  ${link}`]),
      '',
      'Answers are kept as they are given, so it can be done in parts.',
      '',
      by,
      '',
    ].join('\n'),
  };
}

type Closed = {
  organisation: string;
  title: string;
  /** Who closed it. */
  by: string;
  counts: RoundCounts;
  /** Teams that have not finished, by name. */
  unfinished: readonly string[];
  /** What the scorecard says of the organisation on this day. */
  sentences: readonly string[];
  /** The page of the scorecard goes along. */
  attached: boolean;
  link: string;
};

/** So many teams are named in a mail; the page has all. */
const NAMED = 20;

/** The mail to those who asked to hear when a round closes. */
export function roundClosedText(closed: Closed): Mail {
  const { organisation, by, counts, unfinished, sentences, link } = closed;
  const title = oneLine(closed.title);
  const more = unfinished.length - NAMED;
  const names = [
    ...unfinished.slice(0, NAMED).map(oneLine),
    ...(more > 0 ? [plural(more, 'more team', 'more teams')] : []),
  ];
  return {
    subject: `${title} is closed: ${finishedText(counts)}`,
    text: [
      `${by} closed the round “${title}” of ${organisation}: ${finishedText(counts)}.`,
      ...(names.length === 0 ? [] : [`Not finished: ${list(names)}.`]),
      '',
      ...sentences,
      ...(closed.attached ? ['The scorecard is attached, on one page.'] : []),
      '',
      link,
      '',
    ].join('\n'),
  };
}

/** A name that was pasted with a line break must not end the subject of a mail. */
const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
