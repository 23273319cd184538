import 'server-only';
import * as z from 'zod';
import { assessmentById } from '@/db/assessments';
import { commit, exactlyOne } from '@/db/commit';
import { gatheringOf, setOpened } from '@/db/gatherings';
import { answeredAlone } from '@/db/own-answers';
import { fixed } from '../assessments/fixed';
import { audited } from '../audited';
import type { ActorContext } from '../context';
import { dateText } from '../domain/labels';
import { done, failed, Stale, unlessStale, type Result } from '../errors';

export const openGatheringInput = z.object({ org: z.string(), id: z.string() });

/** Opens what was answered alone, once and for good: facilitators read it from now on, and nobody changes it. */
export async function openGathering(
  ctx: ActorContext,
  { id }: Pick<z.output<typeof openGatheringInput>, 'id'>,
): Promise<Result<null>> {
  const { db, actor, now } = ctx;
  const [assessment, gathering] = await Promise.all([
    assessmentById(db, actor.orgId, id),
    gatheringOf(db, actor.orgId, id),
  ]);
  if (assessment === undefined) return failed('not-found', 'There is no such assessment.');
  const no = fixed(assessment);
  if (no !== null) return no;
  if (gathering?.way !== 'alone')
    return failed('invalid', 'This assessment is answered together, so there is nothing to open.');
  if (gathering.openedAt !== null)
    return failed('conflict', `It is open already, since ${dateText(gathering.openedAt.toISOString())}.`);
  const people = new Set((await answeredAlone(db, actor.orgId, id)).map((each) => each.respondentId));
  if (people.size === 0) return failed('invalid', 'Nobody has answered yet, so there is nothing to open.');
  const by = { openedAt: now, openedBy: actor.userId };
  const saved = await unlessStale(
    commit(db, (tx) => [
      exactlyOne(setOpened(tx, { orgId: actor.orgId, assessmentId: id, ...by }), () => new Stale()),
      audited(ctx, tx, 'assessment.open', id, { respondents: people.size }),
    ]),
  );
  return saved ? done(null) : failed('conflict', 'Somebody opened it at this moment: it is open.');
}
