import 'server-only';
import * as z from 'zod';
import { assessmentById, setDraftAgain, setInReview } from '@/db/assessments';
import { commit, exactlyOne } from '@/db/commit';
import type { Assessment } from '@/db/schema/assessments';
import { audited } from '../audited';
import type { ActorContext } from '../context';
import { LIMITS } from '../domain/limits';
import { can, whoMay } from '../domain/policy';
import { plainText } from '../domain/schema/answers';
import { done, failed, Stale, unlessStale, type Result } from '../errors';
import { blindRefusal } from '../gatherings/blind';
import { hasAnswers } from './load-assessment';

export const handInInput = z.object({ org: z.string(), id: z.string() });

export const sendBackInput = handInInput.extend({ reason: plainText(LIMITS.reason) });

/** Hands a draft in to be looked at: nobody changes it until it is finished or sent back. */
export async function handInAssessment(
  ctx: ActorContext,
  { id }: Pick<z.output<typeof handInInput>, 'id'>,
): Promise<Result<null>> {
  const { db, actor, now } = ctx;
  // An answer that arrives in between counts the version up; it is a good answer, so this is asked again.
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    const row = await assessmentById(db, actor.orgId, id);
    if (row === undefined) return failed('not-found', 'There is no such assessment.');
    if (row.status !== 'draft') return failed('finished', ALREADY[row.status]);
    const blind = await blindRefusal(ctx, id);
    if (blind !== null) return blind;
    if (!(await hasAnswers(ctx, id)))
      return failed('invalid', 'Nothing is answered yet, so there is nothing to review.');
    const review = { by: actor.userId, at: now.toISOString(), sentBack: null };
    const saved = await unlessStale(
      commit(db, (tx) => [
        exactlyOne(setInReview(tx, row, { review, updatedAt: now }), () => new Stale()),
        audited(ctx, tx, 'assessment.hand-in', id),
      ]),
    );
    if (saved) return done(null);
  }
  return failed('conflict', 'Others are answering at this moment. Please hand it in when they are done.');
}

/** Makes an assessment in review a draft again, with the reason for its team; who handed it in takes it back without one. */
export async function sendBackAssessment(
  ctx: ActorContext,
  { id, reason }: Pick<z.output<typeof sendBackInput>, 'id' | 'reason'>,
): Promise<Result<null>> {
  const { db, actor, now } = ctx;
  const row = await assessmentById(db, actor.orgId, id);
  if (row === undefined) return failed('not-found', 'There is no such assessment.');
  if (row.status !== 'review') return failed('invalid', 'This assessment is not in review.');
  const own = isOwn(row, actor.userId);
  if (!own && !can(actor, 'assessment.review', { orgId: actor.orgId }))
    return failed('forbidden', `An assessment in review is sent back by ${whoMay('assessment.review')}.`);
  if (!own && reason === '')
    return failed('invalid', 'Say why it is sent back.', { fields: { reason: 'say what to look at again' } });
  const review = {
    by: actor.userId,
    at: now.toISOString(),
    sentBack: reason === '' ? null : reason,
  };
  const saved = await unlessStale(
    commit(db, (tx) => [
      exactlyOne(setDraftAgain(tx, row, { review, updatedAt: now }), () => new Stale()),
      audited(ctx, tx, 'assessment.send-back', id),
    ]),
  );
  return saved
    ? done(null)
    : failed('conflict', 'Somebody finished it or sent it back meanwhile. Reload to see.');
}

const ALREADY = {
  review: 'This assessment is in review already.',
  finished: 'This assessment is finished already.',
};

const isOwn = ({ review }: Assessment, userId: string): boolean => review?.by === userId;
