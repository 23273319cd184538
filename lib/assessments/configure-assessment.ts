import 'server-only';
import * as z from 'zod';
import { assessmentById, bumpAssessment } from '@/db/assessments';
import { commit, exactlyOne } from '@/db/commit';
import { audited } from '../audited';
import type { ActorContext } from '../context';
import { done, failed, Stale, unlessStale, type Result } from '../errors';
import { fixed } from './fixed';
import { assessmentFields, inOrder, scopeOf } from './start-assessment';

export const configureAssessmentInput = assessmentFields.extend({ id: z.string() });

type Input = z.output<typeof configureAssessmentInput>;
type Changes = Pick<Input, 'id' | 'questionnaires'> & (Omit<Input, 'org'> | { title?: never });

/**
 * Changes what a draft is called, asks and speaks for, or its questionnaires alone. Every answer is kept: a questionnaire added later
 * asks only what is new.
 */
export async function configureAssessment(ctx: ActorContext, input: Changes): Promise<Result<null>> {
  const { db, actor, now } = ctx;
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    const draft = await assessmentById(db, actor.orgId, input.id);
    if (draft === undefined) return failed('not-found', 'There is no such assessment.');
    const no = fixed(draft);
    if (no !== null) return no;
    const saved = await unlessStale(
      commit(db, (tx) => [
        exactlyOne(
          bumpAssessment(tx, draft, {
            ...(input.title === undefined ? {} : { title: input.title, scope: scopeOf(input) }),
            questionnaires: inOrder(input.questionnaires),
            updatedAt: now,
          }),
          () => new Stale(),
        ),
        audited(ctx, tx, 'assessment.configure', draft.id, { questionnaires: input.questionnaires }),
      ]),
    );
    if (saved) return done(null);
  }
  return failed('conflict', 'Others are changing this assessment at the same moment. Please try again.');
}
