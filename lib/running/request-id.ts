import { randomUUID } from 'node:crypto';

export const REQUEST_ID = 'x-request-id';

const WELL_FORMED = /^[A-Za-z0-9._-]{8,64}$/;

/** The id of a request: the one that it came with where proxies are trusted and it is one word, else a new one. */
export function requestId(sent: string | string[] | undefined, proxies: number): string {
  return proxies > 0 && typeof sent === 'string' && WELL_FORMED.test(sent) ? sent : randomUUID();
}
