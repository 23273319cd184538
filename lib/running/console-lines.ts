import 'server-only';
import { format } from 'node:util';
import { log } from '../log';
import { withoutSecretPaths } from './secret-paths';

const LEVELS = { error: 'error', warn: 'warn', info: 'info', log: 'info', debug: 'debug' } as const;

/**
 * Makes lines of the log of what Next.js and libraries print: one form for whoever collects it, with the request's id, and without what
 * an error carries of people's data. What Next.js prints of an error that has a digest, `onRequestError` has logged.
 */
export function logConsole(): void {
  for (const method of Object.keys(LEVELS) as (keyof typeof LEVELS)[]) {
    const level = LEVELS[method];
    console[method] = (...said: unknown[]) => {
      const errors = said.filter((each) => each instanceof Error);
      const isKnown = errors.some((error) => 'digest' in error);
      const text = withoutSecretPaths(format(...said.filter((each) => !(each instanceof Error)))).trim();
      const at = isKnown ? 'debug' : level;
      const [first, ...others] = errors;
      log[at](first === undefined ? {} : { err: first }, text);
      for (const err of others) log[at]({ err }, text);
    };
  }
}
