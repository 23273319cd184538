import 'server-only';
import * as z from 'zod';
import { commit, exactlyOne } from '@/db/commit';
import { findingsOf, updateFinding } from '@/db/findings';
import { audited } from '../audited';
import type { ActorContext } from '../context';
import { done, failed, Stale, unlessStale, type Result } from '../errors';

export const moveFindingInput = z.object({
  org: z.string(),
  id: z.string(),
  finding: z.string(),
  to: z.enum(['up', 'down']),
});

type Wanted = Omit<z.output<typeof moveFindingInput>, 'org'>;

/** Puts a finding one place up or down; at either end it stays. */
export async function moveFinding(ctx: ActorContext, { id, finding, to }: Wanted): Promise<Result<null>> {
  const { db, actor, now } = ctx;
  const all = await findingsOf(db, actor.orgId, id);
  const at = all.findIndex((each) => each.id === finding);
  const [own, other] = [all[at], all[to === 'up' ? at - 1 : at + 1]];
  if (own === undefined) return failed('not-found', 'There is no such finding any more.');
  if (other === undefined) return done(null);
  const by = { updatedBy: actor.userId, updatedAt: now };
  const saved = await unlessStale(
    commit(db, (tx) => [
      exactlyOne(updateFinding(tx, own, { position: other.position, ...by }), () => new Stale()),
      exactlyOne(updateFinding(tx, other, { position: own.position, ...by }), () => new Stale()),
      audited(ctx, tx, 'finding.move', finding, { to }),
    ]),
  );
  return saved ? done(null) : failed('conflict', 'Somebody changed the findings meanwhile. Reload to see.');
}
