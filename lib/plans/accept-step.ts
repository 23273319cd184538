import 'server-only';
import * as z from 'zod';
import { exactlyOne } from '@/db/commit';
import { updatePlanStep } from '@/db/plans';
import { audited } from '../audited';
import type { ActorContext } from '../context';
import { done, failed, Stale, unlessStale, type Result } from '../errors';
import { commitWithStanding } from './commit-with-standing';
import { plannedStep } from './keep-step';
import { keptIn } from './roadmap-of';

export const acceptStepInput = z.object({
  org: z.string(),
  /** Slug. */
  team: z.string(),
  step: z.string(),
  version: z.coerce.number().int(),
});

type Wanted = Omit<z.output<typeof acceptStepInput>, 'org'>;

/** Accepts that a team stands on the rung of a step that is done: from now on its plan starts from there. No answer is changed. */
export async function acceptStep(ctx: ActorContext, { team, step, version }: Wanted): Promise<Result<null>> {
  const { actor, now } = ctx;
  const found = await plannedStep(ctx, team, step);
  if (found?.seen === undefined)
    return failed('not-found', 'There is no such step in the plan of this team.');
  const { teamId, seen } = found;
  if (seen.status !== 'done')
    return failed('invalid', 'Only what is done, with something to show, can be accepted.');
  const accepted = { acceptedBy: actor.userId, acceptedAt: now, updatedAt: now, updatedBy: actor.userId };
  const saved = await unlessStale(
    commitWithStanding(ctx, { team: teamId, kept: keptIn({ ...seen, ...accepted }) }, (tx) => [
      exactlyOne(updatePlanStep(tx, { ...seen, version }, accepted), () => new Stale()),
      audited(ctx, tx, 'plan.accept', teamId, { step }),
    ]),
  );
  return saved ? done(null) : failed('conflict', 'Somebody changed this step meanwhile. Reload to see.');
}
