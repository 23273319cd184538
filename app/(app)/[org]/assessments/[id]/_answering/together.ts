import type { AnswerContent } from '@/lib/assessments/answering-view';
import { LIMITS } from '@/lib/domain/limits';
import type { Evidence } from '@/lib/domain/schema/answers';
import { choiceText } from './choice';

/**
 * Two answers to decide on together: the stored one stays and is flagged, and all that the other says goes into its note and beside its
 * evidence. `null` where both together are more than one answer holds.
 */
export function together(
  stored: AnswerContent,
  other: AnswerContent,
  { name, elsewhere }: { name: string; elsewhere: boolean },
): AnswerContent | null {
  const said = [
    `${name}${elsewhere ? ', elsewhere,' : ''} chose ${choiceText(other.choice)}`,
    ...words(other),
  ];
  const note = [...(stored.note === null || stored.note === '' ? [] : [stored.note]), said.join(': ')].join(
    '\n\n',
  );
  const keys = new Set(stored.evidence.map(keyOf));
  const evidence = [...stored.evidence, ...other.evidence.filter((each) => !keys.has(keyOf(each)))];
  if (note.length > LIMITS.note || evidence.length > LIMITS.evidence) return null;
  const vendorsSeenFirst = stored.vendorsSeenFirst || other.vendorsSeenFirst;
  return { choice: stored.choice, note, evidence, flagged: true, vendorsSeenFirst };
}

/** The reason of *not applicable* and the note, in that order. */
function words({ choice, note }: AnswerContent): string[] {
  const reason = choice !== null && 'notApplicable' in choice ? choice.reason.trim() : '';
  return [reason, (note ?? '').trim()].filter((text) => text !== '');
}

const keyOf = ({ title, url, note }: Evidence): string => JSON.stringify([title, url ?? '', note ?? '']);
