import 'server-only';
import * as z from 'zod';
import { assessmentById } from '@/db/assessments';
import { commit, exactlyOne } from '@/db/commit';
import { endEvidenceRequestRow, openEvidenceRequestsOf } from '@/db/evidence-requests';
import type { EvidenceRequest } from '@/db/schema/answers';
import { audited } from '../audited';
import type { ActorContext } from '../context';
import { can, type Actor } from '../domain/policy';
import { done, failed, Stale, unlessStale, type Result } from '../errors';

export const endEvidenceRequestInput = z.object({
  org: z.string(),
  id: z.string(),
  capability: z.string(),
  request: z.string(),
});

const GONE = 'There is no such request any more.';

/** Who asked takes it back, who is asked says that they have none, and a facilitator may do either for anybody. */
export const mayEnd = (
  actor: Actor,
  { orgId, askedOf, askedBy }: Pick<EvidenceRequest, 'orgId' | 'askedOf' | 'askedBy'>,
): boolean => [askedOf, askedBy].includes(actor.userId) || can(actor, 'assessment.gather', { orgId });

/** Ends a request for evidence without any; one that has ended stays ended. */
export async function endEvidenceRequest(
  ctx: ActorContext,
  { id, request }: Pick<z.output<typeof endEvidenceRequestInput>, 'id' | 'request'>,
): Promise<Result<null>> {
  const { db, actor, now } = ctx;
  const [there, open] = await Promise.all([
    assessmentById(db, actor.orgId, id),
    openEvidenceRequestsOf(db, actor.orgId, id),
  ]);
  if (there === undefined) return failed('not-found', 'There is no such assessment.');
  const seen = open.find((each) => each.id === request);
  if (seen === undefined) return failed('not-found', GONE);
  if (!mayEnd(actor, seen))
    return failed('forbidden', 'Whoever asked or is asked can end this, and a facilitator.');
  const saved = await unlessStale(
    commit(db, (tx) => [
      exactlyOne(endEvidenceRequestRow(tx, seen, now), () => new Stale()),
      audited(ctx, tx, 'assessment.evidence-end', id),
    ]),
  );
  return saved ? done(null) : failed('not-found', GONE);
}
