// First, so that Next's own storages exist before anything that uses them is loaded.
import 'next/dist/server/node-environment-baseline.js';
import { workAsyncStorage } from 'next/dist/server/app-render/work-async-storage.external.js';
import { workUnitAsyncStorage } from 'next/dist/server/app-render/work-unit-async-storage.external.js';
import { createRequestStoreForAPI } from 'next/dist/server/async-storage/request-store.js';
import type { Db } from '@/db/client';

/** A request as Next gives it to an action or a route handler, so that cookies and sessions are the real ones. For tests alone. */

export const ADDRESS = 'https://rungs.example';

process.env['NEXTAUTH_URL'] = ADDRESS;
process.env['NEXTAUTH_SECRET'] = 'of the tests, forty characters or longer';
process.env['LOG_LEVEL'] = 'silent';

type Work<Value> = () => Promise<Value>;
type StoreArguments = Parameters<typeof createRequestStoreForAPI>;

/** What the application opens at first use is this test's database. */
export function serveFrom(db: Db): void {
  Object.assign(globalThis, { [Symbol.for('rungs.database')]: { db } });
}

/** Does the work within a request that carries the cookie; `cookies` are the lines that the answer sets. */
export async function within<Value>(
  cookie: string,
  work: Work<Value>,
): Promise<{ value: Value; cookies: string[] }> {
  let cookies: string[] = [];
  const [request, url, ...rest] = [{ headers: new Headers({ cookie }) }, new URL(ADDRESS)];
  const store = createRequestStoreForAPI(
    ...([request, url, undefined, (set: string[]) => (cookies = set), ...rest] as unknown as StoreArguments),
  );
  const value = await workAsyncStorage.run({ route: '/' } as never, () =>
    workUnitAsyncStorage.run(store, work),
  );
  return { value, cookies };
}

/** `name=value` of a line that sets a cookie, as a browser sends it back. */
export const sentBack = (line: string | undefined): string => line?.split(';', 1)[0] ?? '';
