import 'server-only';
import * as z from 'zod';
import { assessmentById } from '@/db/assessments';
import { gatheringOf } from '@/db/gatherings';
import { respondentById } from '@/db/respondents';
import { saveAnswerInput, type OtherAnswer, type SavedAnswer } from '../assessments/save-answer';
import type { ActorContext } from '../context';
import { done, failed, type Result } from '../errors';
import { saveOwn, type Answerer } from './save-own';

/** The body of `PUT /api/assessments/{id}/own-answers/{capability}`: as for a shared answer, `as` names the respondent. */
export const saveOwnAnswerInput = z.object({
  id: z.string(),
  capability: z.string(),
  body: saveAnswerInput.shape.body.extend({ as: z.string() }),
});

export type SaveOwnAnswerInput = z.output<typeof saveOwnAnswerInput>;

/** Stores what a member says alone, or what they write down for somebody whom they interview. */
export async function saveOwnAnswer(
  ctx: ActorContext,
  { id, capability, body }: SaveOwnAnswerInput,
): Promise<Result<SavedAnswer, OtherAnswer>> {
  const { org: _, as, ...said } = body;
  const who = await answererOf(ctx, { id, respondent: as });
  return who.ok ? saveOwn(ctx, who.value, { capability, body: said }) : who;
}

/** The respondent as whom the actor may answer; anybody else's is not there for them. */
export async function answererOf(
  { db, actor }: Pick<ActorContext, 'db' | 'actor'>,
  { id, respondent: wanted }: { id: string; respondent: string },
): Promise<Result<Answerer, never>> {
  const [assessment, respondent, gathering] = await Promise.all([
    assessmentById(db, actor.orgId, id),
    respondentById(db, actor.orgId, wanted),
    gatheringOf(db, actor.orgId, id),
  ]);
  if (assessment === undefined) return failed('not-found', 'There is no such assessment.');
  if (respondent?.assessmentId !== id) return failed('not-found', 'There is no such respondent.');
  if (respondent.userId !== actor.userId && respondent.recordedBy !== actor.userId)
    return failed('signed-out', 'Somebody else is signed in now. Sign in again to send your answers.');
  return done({ userId: actor.userId, respondent, assessment, gathering });
}
