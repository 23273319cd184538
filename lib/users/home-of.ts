import 'server-only';
import { orgsOfUser } from '@/db/orgs';
import { dayOf, type Context } from '../context';

/** Where a signed-in person starts: their first organisation by name; `null` for somebody who belongs to none. */
export async function homeOf(
  { db, now }: Pick<Context, 'db' | 'now'>,
  userId: string,
): Promise<string | null> {
  const [first] = await orgsOfUser(db, userId, dayOf(now));
  return first === undefined ? null : `/${first.slug}`;
}
