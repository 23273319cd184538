import * as z from 'zod';
import { LIMITS } from '../domain/limits';
import { plainText } from '../domain/schema/answers';
import { ONE_ADDRESS } from '../env';

const DAYS = 'a whole number of days from 1 to 365';

/** What is said of every link that opens something without an account. */
export const linkFields = {
  org: z.string(),
  title: plainText(LIMITS.title).min(1, 'say what the link is for'),
  days: z.coerce.number(DAYS).int(DAYS).min(1, DAYS).max(365, DAYS).default(30),
  code: plainText(LIMITS.title)
    .refine((code) => code === '' || Array.from(code).length >= 6, 'at least 6 characters')
    .default(''),
  to: z
    .string()
    .trim()
    .max(200)
    .refine((to) => to === '' || ONE_ADDRESS.test(to), 'one e-mail address')
    .default(''),
};

export type LinkFields = z.output<z.ZodObject<typeof linkFields>>;
