import 'server-only';
import { gatheringOf } from '@/db/gatherings';
import type { ActorContext } from '../context';
import { isBlind } from '../domain/gathering';
import { failed, type Failure } from '../errors';

/** What is said where shared answers would change, or be finished, while everybody answers alone. */
export const STILL_BLIND =
  'Everybody answers this assessment alone, and nobody has opened the answers yet. They are opened first; then you agree on shared ones.';

/** The refusal of a change to the shared answers while an assessment is answered each alone and not opened; `null` where it is not. */
export async function blindRefusal(
  { db, actor }: Pick<ActorContext, 'db' | 'actor'>,
  id: string,
): Promise<Failure<never> | null> {
  return isBlind(await gatheringOf(db, actor.orgId, id)) ? failed('finished', STILL_BLIND) : null;
}
