import 'server-only';
import * as z from 'zod';
import { setFinished } from '@/db/assessments';
import { insertAudit } from '@/db/audit';
import { commit, exactlyOne } from '@/db/commit';
import { upsertScore } from '@/db/scores';
import type { ActorContext } from '../context';
import { scoringBasis } from '../domain/requirements';
import { score } from '../domain/score';
import { storedScore } from '../domain/stored-score';
import { done, failed, Stale, unlessStale, type Result } from '../errors';
import { loadAssessment } from './load-assessment';

export const finishAssessmentInput = z.object({ org: z.string(), id: z.string() });

/**
 * Freezes a draft and stores its score with the content it was read by, in one commit. An answer that arrives in between makes it
 * read again, so that the stored score is of the stored answers.
 */
export async function finishAssessment(
  ctx: ActorContext,
  { id }: z.output<typeof finishAssessmentInput>,
): Promise<Result<null>> {
  const { db, actor, now, content } = ctx;
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    const loaded = await loadAssessment(ctx, id);
    if (loaded === null) return failed('not-found', 'There is no such assessment.');
    if (loaded.row.status !== 'draft') return failed('finished', 'This assessment is finished already.');
    const { questionnaires, answers, statements } = loaded.assessment;
    if (Object.keys(answers).length === 0)
      return failed('invalid', 'Nothing is answered yet, so there is nothing to finish.');
    const summary = storedScore(content, score(scoringBasis(content, questionnaires), answers, statements));
    const saved = await unlessStale(
      commit(db, (tx) => [
        exactlyOne(
          setFinished(tx, loaded.row, { finishedAt: now, finishedBy: actor.userId }),
          () => new Stale(),
        ),
        upsertScore(tx, {
          assessmentId: id,
          orgId: actor.orgId,
          teamId: loaded.row.teamId,
          edition: content.edition.hash,
          contentVersion: content.edition.version,
          measure: content.measure,
          summary,
          computedAt: now,
        }),
        insertAudit(tx, {
          id: ctx.newId(),
          orgId: actor.orgId,
          at: now,
          actorId: actor.userId,
          action: 'assessment.finish',
          resource: 'assessment',
          resourceId: id,
          detail: { measure: content.measure },
        }),
      ]),
    );
    if (saved) return done(null);
  }
  return failed('conflict', 'Others are answering at this moment. Please finish again when they are done.');
}
