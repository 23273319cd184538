import 'server-only';
import * as z from 'zod';
import { touchDraft } from '@/db/assessments';
import { commit, exactlyOne } from '@/db/commit';
import { upsertSettlement } from '@/db/settlements';
import { audited } from '../audited';
import { fixed } from '../assessments/fixed';
import type { ActorContext } from '../context';
import { done, failed, Stale, unlessBeaten, type Result } from '../errors';
import { discussionOf } from './discussion-of';
import { answerWrites } from './settle';

export const settleAgreedInput = z.object({ org: z.string(), id: z.string() });

/** Takes over every rung that all who answered gave, where nobody has settled anything yet; gives how many. */
export async function settleAgreed(
  ctx: ActorContext,
  { id }: Pick<z.output<typeof settleAgreedInput>, 'id'>,
): Promise<Result<number>> {
  const { actor, now } = ctx;
  const result = await discussionOf(ctx, id);
  if (!result.ok) return result;
  const opened = result.value;
  const no = fixed(opened.loaded.row);
  if (no !== null) return no;
  const agreed = opened.discussion.items.flatMap((item) =>
    item.unanimous !== null && item.state === 'open' && !opened.loaded.answers.has(item.capability)
      ? [{ item, rung: item.unanimous }]
      : [],
  );
  if (agreed.length === 0) return failed('invalid', 'There is nothing left on which all agreed.');
  const saved = await unlessBeaten(
    commit(ctx.db, (tx) => [
      exactlyOne(touchDraft(tx, { orgId: actor.orgId, id, updatedAt: now }), () => new Stale()),
      ...agreed.flatMap(({ item, rung }) => [
        ...answerWrites(ctx, tx, { opened, item, choice: { rung }, note: '' }),
        upsertSettlement(tx, {
          ...{ orgId: actor.orgId, assessmentId: id, capability: item.capability, state: 'agreed' },
          ...{ settledBy: actor.userId, settledAt: now },
        }),
      ]),
      audited(ctx, tx, 'assessment.settle-all', id, { capabilities: agreed.length }),
    ]),
  );
  return saved
    ? done(agreed.length)
    : failed('conflict', 'Somebody settled some of this at the same moment. Nothing was written; try again.');
}
