import 'server-only';
import * as z from 'zod';
import { commit, exactlyOne } from '@/db/commit';
import { deleteScenario as remove, scenarioById } from '@/db/scenarios';
import { audited } from '../audited';
import type { ActorContext } from '../context';
import { done, failed, Stale, unlessStale, type Result } from '../errors';

export const deleteScenarioInput = z.object({ org: z.string(), id: z.string(), scenario: z.string() });

/** Deletes a scenario; a plan that was chosen from it stays as it is. The audit log keeps what it was. */
export async function deleteScenario(
  ctx: ActorContext,
  { id, scenario }: Omit<z.output<typeof deleteScenarioInput>, 'org'>,
): Promise<Result<null>> {
  const { db, actor } = ctx;
  const seen = await scenarioById(db, actor.orgId, scenario);
  // Who asks was let in at this assessment, not at any other.
  if (seen === undefined || seen.assessmentId !== id)
    return failed('not-found', 'There is no such scenario.');
  const gone = await unlessStale(
    commit(db, (tx) => [
      exactlyOne(remove(tx, seen), () => new Stale()),
      audited(ctx, tx, 'scenario.delete', scenario, { name: seen.name, input: seen.input }),
    ]),
  );
  return gone ? done(null) : failed('conflict', 'Somebody changed this scenario meanwhile. Reload to see.');
}
