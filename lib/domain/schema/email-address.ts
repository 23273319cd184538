import * as z from 'zod';
import { normalEmail } from '../email-address';
import { LIMITS } from '../limits';

const PLAIN =
  'only the letters a to z, digits and signs; write a domain of other letters in its form that begins with xn--';

/** An address that an account may have; see `normalEmail` for why it is of ASCII alone. */
export const emailSchema = z
  .string()
  .max(LIMITS.title, `at most ${LIMITS.title} characters`)
  .transform(normalEmail)
  // oxlint-disable-next-line no-control-regex -- ASCII is what is asked for
  .refine((address) => /^[\x00-\x7f]*$/.test(address), { error: PLAIN, abort: true })
  .pipe(z.email('enter an e-mail address such as ana@example.org').max(LIMITS.title));
