import 'server-only';
import * as z from 'zod';
import { assessmentById, bumpAssessment } from '@/db/assessments';
import { insertAudit } from '@/db/audit';
import { commit, exactlyOne } from '@/db/commit';
import type { ActorContext } from '../context';
import { LIMITS } from '../domain/limits';
import { plainText } from '../domain/schema/answers';
import { done, failed, Stale, unlessStale, type Result } from '../errors';
import { chosenQuestionnaires, inOrder } from './start-assessment';

export const configureAssessmentInput = z.object({
  org: z.string(),
  id: z.string(),
  title: plainText(LIMITS.title).min(1, 'name the assessment, such as the quarter'),
  questionnaires: chosenQuestionnaires,
  scope: plainText(LIMITS.reason),
});

type Changes = Pick<z.output<typeof configureAssessmentInput>, 'id' | 'questionnaires'> &
  Partial<Pick<z.output<typeof configureAssessmentInput>, 'title' | 'scope'>>;

/** Changes what a draft asks and speaks for. Every answer is kept: a questionnaire added later asks only what is new. */
export async function configureAssessment(ctx: ActorContext, input: Changes): Promise<Result<null>> {
  const { db, actor, now } = ctx;
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    const draft = await assessmentById(db, actor.orgId, input.id);
    if (draft === undefined) return failed('not-found', 'There is no such assessment.');
    if (draft.status !== 'draft')
      return failed('finished', 'This assessment is finished and no longer changes.');
    const { note, ...numbers } = draft.scope;
    const saved = await unlessStale(
      commit(db, (tx) => [
        exactlyOne(
          bumpAssessment(tx, draft, {
            title: input.title ?? draft.title,
            questionnaires: inOrder(input.questionnaires),
            scope: { ...numbers, ...noteOf(input.scope ?? note) },
            updatedAt: now,
          }),
          () => new Stale(),
        ),
        insertAudit(tx, {
          id: ctx.newId(),
          orgId: actor.orgId,
          at: now,
          actorId: actor.userId,
          action: 'assessment.configure',
          resource: 'assessment',
          resourceId: draft.id,
          detail: { questionnaires: input.questionnaires },
        }),
      ]),
    );
    if (saved) return done(null);
  }
  return failed('conflict', 'Others are changing this assessment at the same moment. Please try again.');
}

const noteOf = (note: string | undefined) => (note === undefined || note === '' ? {} : { note });
