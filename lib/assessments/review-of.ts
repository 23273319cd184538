import 'server-only';
import type { Assessment } from '@/db/schema/assessments';
import { userById } from '@/db/users';
import type { ActorContext } from '../context';

/** How an assessment stands on its way from draft to finished, in words for the screen. */
export type ReviewView = {
  status: Assessment['status'];
  /** Who handed it in or sent it back last, and when; a draft that was only taken back has none. */
  last: { by: string; at: string; sentBack: string | null } | null;
  /** Whether this person handed it in. */
  own: boolean;
};

/** Where an assessment stands between draft and finished, and who last moved it. */
export async function reviewOf(
  { db, actor }: Pick<ActorContext, 'db' | 'actor'>,
  { status, review }: Pick<Assessment, 'status' | 'review'>,
): Promise<ReviewView> {
  const shown = review !== null && (status === 'review' || (status === 'draft' && review.sentBack !== null));
  const last = shown ? { ...review, by: (await userById(db, review.by))?.name ?? 'somebody' } : null;
  return { status, last, own: status === 'review' && review?.by === actor.userId };
}
