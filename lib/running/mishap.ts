import 'server-only';
import { databaseTrouble, type Trouble } from '@/db/unavailable';
import { bugMessage, logBug } from '../log';

/** What a person reads, and a program gets, where something failed that is no answer of ours. */
export type Mishap = { status: 500 | 503; message: string; retryAfter?: number };

const RETRY_SECONDS = 5;

const SAID: Record<Trouble, string> = {
  away: 'Rungs cannot reach its database just now, and nothing was changed. Please try again in a moment.',
  lost: 'Rungs lost its database while it did this, so look whether it was stored before you send it again.',
  full: 'There is no room left for Rungs’ database, and nothing was changed. Please tell whoever runs it.',
  'read-only':
    'Rungs’ database takes no changes just now, and nothing was changed. Please tell whoever runs it if it stays so.',
  damaged: 'Rungs’ database cannot be read or written, and nothing was changed. Please tell whoever runs it.',
};

/** Logs what was thrown, and says what happened: that the database is not at hand, or that we made a mistake. */
export function mishap(error: unknown, where: string): Mishap {
  const trouble = databaseTrouble(error);
  const reference = logBug(error, where);
  return trouble === null
    ? { status: 500, message: bugMessage(reference) }
    : { status: 503, message: `${SAID[trouble]} (${reference})`, retryAfter: RETRY_SECONDS };
}
