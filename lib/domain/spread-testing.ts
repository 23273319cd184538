import * as fc from 'fast-check';
import type { Standing } from './answers';
import type { Answer } from './schema/answers';
import { RUNGS, type Rung } from './vocabulary';

/** Standings of several respondents in short. For tests alone. */

const MARKS: Record<string, Standing> = { '?': 'unknown', '-': 'not-applicable', '.': 'unanswered' };

/** `22-?.`: one mark a respondent; a digit is a rung, `-` not applicable, `?` not known, `.` not answered. */
export const toStandings = (marks: string): Standing[] =>
  Array.from(marks, (mark) => MARKS[mark] ?? (Number(mark) as Rung));

/** The answer that has this standing; none where it is unanswered. */
export function answerOf(value: Standing): Answer | undefined {
  if (value === 'unanswered') return undefined;
  if (value === 'unknown') return { unknown: true };
  return value === 'not-applicable' ? { notApplicable: true, reason: 'no such data' } : { rung: value };
}

/** Rungs more often than the rest. */
export const arbitraryStanding: fc.Arbitrary<Standing> = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom<Standing>(...RUNGS) },
  { weight: 2, arbitrary: fc.constantFrom<Standing>('unknown', 'not-applicable', 'unanswered') },
);
