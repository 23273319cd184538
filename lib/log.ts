import 'server-only';
import { randomUUID } from 'node:crypto';
import pino from 'pino';

export const log = pino({ name: 'rungs', level: process.env['LOG_LEVEL'] ?? 'info' });

/** Logs a bug under an id that the person can quote, and returns the id. Never what the error itself says: it may hold their data. */
export function logBug(error: unknown, where: string): string {
  const reference = randomUUID().slice(0, 8);
  log.error({ err: error, where, reference }, 'unexpected error');
  return reference;
}

/** The one sentence that stands on the screen for every bug. */
export const bugMessage = (reference: string): string =>
  `Something went wrong on our side, and nothing was changed. Please try again; if it stays, quote ${reference}.`;
