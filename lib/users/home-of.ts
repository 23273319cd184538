import 'server-only';
import { orgsOfUser } from '@/db/orgs';
import type { Context } from '../context';
import { roleAt } from '../domain/policy';
import { dayOf } from '../domain/calendar';

/**
 * Where a signed-in person starts: in their first organisation by name, a reader at its scorecard, everybody else at what waits for them;
 * `null` for somebody who belongs to none.
 */
export async function homeOf(
  { db, now }: Pick<Context, 'db' | 'now'>,
  userId: string,
): Promise<string | null> {
  const [first] = await orgsOfUser(db, userId, dayOf(now));
  if (first === undefined) return null;
  return roleAt(first.grants, null) === 'viewer' && first.grants.length === 1
    ? `/${first.slug}`
    : `/${first.slug}/waiting`;
}
