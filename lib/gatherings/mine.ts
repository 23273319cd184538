import 'server-only';
import { byName } from '@/db/order';
import { respondentOfUser, respondentsOf, tasksOf } from '@/db/respondents';
import type { ActorContext } from '../context';
import type { Only } from '../domain/answering-place';

/** `others` are those to whom a question can be passed on. */
export type Mine = { capabilities: string[]; others: { id: string; name: string }[]; only: Only | null };

/** What was given to the actor; `null` where nothing was. */
export async function mineOf(
  { db, actor }: Pick<ActorContext, 'db' | 'actor'>,
  id: string,
  only: Only | null,
): Promise<Mine | null> {
  const { userId, orgId } = actor;
  const [me, people, tasks] = await Promise.all([
    respondentOfUser(db, orgId, { assessmentId: id, userId }),
    respondentsOf(db, orgId, id),
    tasksOf(db, orgId, id),
  ]);
  const capabilities = tasks
    .filter(({ respondentId }) => respondentId === me?.id)
    .map(({ capability }) => capability);
  if (me === undefined || me.removedAt !== null || capabilities.length === 0) return null;
  const others = people
    .filter((each) => each.id !== me.id && each.removedAt === null && each.userId !== null)
    .map(({ id: respondent, name }) => ({ id: respondent, name }))
    .toSorted(byName);
  return { capabilities, others, only };
}
