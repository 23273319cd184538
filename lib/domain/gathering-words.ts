import { dateText, plural } from './labels';
import type { GATHERING_WAYS } from './vocabulary';
import type { Progress } from './gathering';

type Way = (typeof GATHERING_WAYS)[number];

/** The two ways, as whoever chooses between them reads them. */
export const WAY_WORDS: Record<Way, { title: string; words: string }> = {
  together: {
    title: 'Together',
    words:
      'One set of answers for all. Members see an answer as soon as it is saved, with the name of who gave it last.',
  },
  alone: {
    title: 'Each alone',
    words:
      'Each person answers for themself and sees nobody else’s answers. Nobody reads them, owners neither, until a facilitator opens all of them at once. From then on facilitators read them, no answer changes, and you agree on the rungs together.',
  },
};

export type Promised = { named: boolean; dueOn: string | null };

/** Who reads what somebody says alone, when, and with a name or not: said before the first question. */
export function promiseWords({ named, dueOn }: Promised): string[] {
  return [
    'Until a facilitator opens the answers, only you read yours: no other respondent, no facilitator and no owner can.',
    `Once they are opened${dueOn === null ? '' : ` (answers are due ${dateText(dueOn)})`}, facilitators read all of them, ${
      named ? 'with the name of who gave each' : 'without names: as respondent 1, 2, 3 and so on'
    }. To others it is shown how answers lie only where three or more people gave one.`,
    'You can change an answer until they are opened. Answers are saved as you give them, so you can stop at any time.',
  ];
}

/** The same for who writes down what somebody else says. */
export const interviewWords = (name: string): string =>
  `You write down what ${name} says. Until the answers are opened only you can read it; tell ${name} so, and what happens then.`;

/** The same without a count, by which a person could be found among those whose answers are shown without names. */
export const roughWords = ({ kind }: Progress): string =>
  ({ 'not-begun': 'not begun', answering: 'answering', done: 'done' })[kind];

/** `9 of 43 answered`. */
export function progressWords(progress: Progress, asked: number): string {
  if (progress.kind === 'not-begun') return `not begun, ${plural(asked, 'question')}`;
  return `${progress.kind === 'done' ? 'done, ' : ''}${progress.answered} of ${asked} answered`;
}
