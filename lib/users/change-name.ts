import 'server-only';
import * as z from 'zod';
import { commit } from '@/db/commit';
import { updateName } from '@/db/users';
import type { SignedIn } from '../auth/session';
import type { Context } from '../context';
import { LIMITS } from '../domain/limits';
import { plainText } from '../domain/schema/answers';
import { done, type Result } from '../errors';

export const changeNameInput = z.object({ name: plainText(LIMITS.title).min(1, 'enter your name') });

/** How others see the person; what was recorded under the name before shows the new one, reports already issued keep theirs. */
export async function changeName(
  { db, person }: Context & { person: SignedIn },
  { name }: z.output<typeof changeNameInput>,
): Promise<Result<null>> {
  await commit(db, (tx) => [updateName(tx, { id: person.userId, name })]);
  return done(null);
}
