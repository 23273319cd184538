import { workAsyncStorage } from 'next/dist/server/app-render/work-async-storage.external.js';
import { workUnitAsyncStorage } from 'next/dist/server/app-render/work-unit-async-storage.external.js';
import { createRequestStoreForAPI } from 'next/dist/server/async-storage/request-store.js';
import type { Db } from '@/db/client';
import { commit } from '@/db/commit';
import { aUser } from '@/db/fixtures';
import { insertMembership } from '@/db/orgs';
import type { Org } from '@/db/schema/orgs';
import type { User } from '@/db/schema/people';
import { insertUser } from '@/db/users';
import { newContext } from '../context';
import type { MemberRole } from '../domain/vocabulary';
import { openSession } from './session';

/** A request as Next gives it to an action or a route handler, so that cookies and sessions are the real ones. For tests alone. */

export const ADDRESS = 'https://rungs.example';

process.env['NEXTAUTH_URL'] = ADDRESS;
process.env['NEXTAUTH_SECRET'] = 'of the tests, forty characters or longer';

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
  const [request, url, ...rest] = [{ headers: new Headers({ cookie, origin: ADDRESS }) }, new URL(ADDRESS)];
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

/** What everybody sees of a bug, in a form and in an answer to a request. */
export const BUG =
  /^Something went wrong on our side, and nothing was changed\. Please try again; if it stays, quote [0-9a-f]{8}\.$/;

/** The cookie of a new session of this person, in the database that is served. */
export async function cookieOf({ id }: Pick<User, 'id'>): Promise<string> {
  return sentBack((await within('', () => openSession(newContext(), id))).cookies[0]);
}

/** A new person with this role in the organisation. */
export async function member(db: Db, org: Pick<Org, 'id'>, role: MemberRole): Promise<User> {
  const user = aUser();
  await commit(db, (tx) => [
    insertUser(tx, user),
    insertMembership(tx, { orgId: org.id, userId: user.id, role, createdAt: user.createdAt }),
  ]);
  return user;
}
