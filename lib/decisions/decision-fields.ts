import * as z from 'zod';
import { LIMITS } from '../domain/limits';
import { plainText } from '../domain/schema/answers';

const TEAMS = 'a whole number of teams';

/** What a form says of a decision: its words, the day before which it is wanted, and how many teams wait. */
export const decisionFields = {
  title: plainText(LIMITS.title).min(1, 'say what is to be decided'),
  beforeOn: z.union([z.literal(''), z.iso.date({ error: 'expected a date such as 2027-01-04' })]).default(''),
  waiting: z.coerce.number(TEAMS).int(TEAMS).min(0, TEAMS).max(100_000, TEAMS).default(0),
};

/** What both hear who change a decision at the same moment, the second of them. */
export const MEANWHILE =
  'Somebody changed this decision meanwhile. Reload to see theirs; yours is still in the fields.';
