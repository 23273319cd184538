import * as z from 'zod';
import { LIMITS } from '../domain/limits';
import { plainText } from '../domain/schema/answers';

/** What a round is called, and by when its teams finish. */
export const roundFields = z.object({
  org: z.string(),
  title: plainText(LIMITS.title).min(1, 'name the round, such as the quarter'),
  dueOn: z.iso.date('enter a day, such as 2027-03-31'),
});
