import 'server-only';
import { randomUUID } from 'node:crypto';
import pino from 'pino';
import { databaseName } from '@/db/dialect';
import { databaseTrouble } from '@/db/unavailable';
import { currentRequest } from './running/current-request';
import { plainError } from './running/plain-error';

/** What is no level is refused by `env` with its name, and before that with what pino says of it the server would have ended. */
function knownLevel(level = ''): string {
  return level in pino.levels.values || level === 'silent' ? level : 'info';
}

/** One line of JSON each; with the id of the request that is being answered, where one is. */
export const log = pino({
  name: 'rungs',
  level: knownLevel(process.env['LOG_LEVEL']),
  mixin: () => {
    const request = currentRequest();
    return request === undefined ? {} : { request: request.id };
  },
  serializers: { err: (error: unknown) => plainError(error) },
});

/** Logs a bug under an id that the person can quote, and returns the id. Never what the error itself says: it may hold their data. */
export function logBug(error: unknown, where: string): string {
  const trouble = databaseTrouble(error);
  const reference = randomUUID().slice(0, 8);
  if (trouble === null) log.error({ err: error, where, reference }, 'unexpected error');
  else
    log.error(
      { err: error, where, reference, trouble },
      `the database ${databaseName} is not at hand: ${trouble}`,
    );
  return reference;
}

/** Logs what a page or route threw, under the digest that Next.js shows the person in place of it. */
export function logPageError(error: unknown, route: string): void {
  const digest = error instanceof Error && 'digest' in error ? error.digest : undefined;
  log.error({ err: error, where: 'page', route, reference: digest }, 'unexpected error');
}

/** The one sentence that stands on the screen for every bug. */
export const bugMessage = (reference: string): string =>
  `Something went wrong on our side, and nothing was changed. Please try again; if it stays, quote ${reference}.`;
