import 'server-only';
import * as z from 'zod';
import { setFinished } from '@/db/assessments';
import { exactlyOne } from '@/db/commit';
import { originOf } from '@/db/origins';
import type { FinishedRow } from '@/db/score-history';
import { audited } from '../audited';
import type { ActorContext } from '../context';
import { isBlind } from '../domain/gathering';
import { can, whoMay } from '../domain/policy';
import { done, failed, Stale, unlessStale, type Result } from '../errors';
import { STILL_BLIND } from '../gatherings/blind';
import { givenOf } from '../plans/roadmap-of';
import { commitWithRollups } from '../rollups/commit-with-rollups';
import { freeze } from './freeze';
import { loadAssessment } from './load-assessment';
import { dayOf } from '../domain/calendar';

export const finishAssessmentInput = z.object({ org: z.string(), id: z.string() });

/**
 * Freezes a draft, or what is in review, with its report and its hash, and stores its score with the content it was read by and the
 * roll-ups above it, in one commit. An answer that arrives in between makes it read again, so that the stored score is of the stored
 * answers.
 */
export async function finishAssessment(
  ctx: ActorContext & { org: { name: string }; person: { name: string } },
  { id }: z.output<typeof finishAssessmentInput>,
): Promise<Result<null>> {
  const { db, actor, now } = ctx;
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    const loaded = await loadAssessment(ctx, id);
    if (loaded === null) return failed('not-found', 'There is no such assessment.');
    const { status: stands } = loaded.row;
    if (stands === 'finished') return failed('finished', 'This assessment is finished already.');
    if (stands === 'review' && !can(actor, 'assessment.review', { orgId: actor.orgId }))
      return failed('forbidden', `What is in review is finished by ${whoMay('assessment.review')}.`);
    if (isBlind(loaded.gathering)) return failed('finished', STILL_BLIND);
    if ([...loaded.answers.values()].every(({ value }) => value === null))
      return failed('invalid', 'Nothing is answered yet, so there is nothing to finish.');
    const status = { finished: true, by: ctx.person.name, at: dayOf(now) };
    const { content } = loaded;
    const frost = freeze(content, loaded.assessment, { organisation: ctx.org.name, status });
    const origin = await originOf(db, actor.orgId, id);
    const { teamId, assessedOn } = loaded.row;
    const finished = { id, teamId, assessedOn, finishedAt: now, archivedAt: null, deletedAt: null };
    const change = {
      team: teamId,
      becomes: (history: readonly FinishedRow[]) => [
        ...history,
        { ...finished, replaces: origin?.kind === 'version' ? origin.fromId : null },
      ],
      stored: { assessmentId: id, ...frost.stored },
      given: givenOf(loaded),
    };
    const saved = await unlessStale(
      commitWithRollups(ctx, change, (tx) => [
        exactlyOne(
          setFinished(tx, loaded.row, { finishedAt: now, finishedBy: actor.userId }),
          () => new Stale(),
        ),
        ...frost.writes(tx, loaded.row, now),
        audited(ctx, tx, 'assessment.finish', id, { measure: content.measure, hash: frost.hash }),
      ]),
    );
    if (saved) return done(null);
  }
  return failed('conflict', 'Others are answering at this moment. Please finish again when they are done.');
}
