import 'server-only';
import * as z from 'zod';
import { commit, exactlyOne } from '@/db/commit';
import { deleteFinding as remove, findingsOf } from '@/db/findings';
import { audited } from '../audited';
import type { ActorContext } from '../context';
import { done, failed, Stale, unlessStale, type Result } from '../errors';

export const deleteFindingInput = z.object({ org: z.string(), id: z.string(), finding: z.string() });

type Wanted = Omit<z.output<typeof deleteFindingInput>, 'org'>;

/** Deletes a finding; what was issued with it keeps it, and the audit log what it was. */
export async function deleteFinding(ctx: ActorContext, { id, finding }: Wanted): Promise<Result<null>> {
  const { db, actor } = ctx;
  const seen = (await findingsOf(db, actor.orgId, id)).find((each) => each.id === finding);
  if (seen === undefined) return failed('not-found', 'There is no such finding any more.');
  const { headline, text, recommendation, capabilities, evidence } = seen;
  const gone = await unlessStale(
    commit(db, (tx) => [
      exactlyOne(remove(tx, seen), () => new Stale()),
      audited(ctx, tx, 'finding.delete', finding, { headline, text, recommendation, capabilities, evidence }),
    ]),
  );
  return gone ? done(null) : failed('conflict', 'Somebody changed this finding meanwhile. Reload to see.');
}
