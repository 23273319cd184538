import 'server-only';
import { auditHeadOf, storedLines } from '@/db/audit';
import { countLinesBefore, deleteLinesBefore, firstSince } from '@/db/audit-keeping';
import { commit } from '@/db/commit';
import { audited } from '../audited';
import type { Context } from '../context';
import { done, failed, type Result } from '../errors';
import { signedCheckpoint } from './checkpoint';
import { verifyAudit } from './verify-audit';

/**
 * Removes the lines from before a day, and writes a checkpoint by which what is left still verifies. A log that does not verify is left as
 * it is: removing lines would hide where it is broken.
 */
export async function pruneAudit(
  ctx: Pick<Context, 'db' | 'now' | 'newId'>,
  { orgId, until }: { orgId: string; until: string },
): Promise<Result<{ removed: number; first: number }>> {
  const { db } = ctx;
  const { fault } = await verifyAudit(db, orgId);
  if (fault !== null)
    return failed('invalid', `The log is broken at line ${fault.seq} (${fault.kind}); nothing was removed.`);
  const head = await auditHeadOf(db, orgId);
  const first = (await firstSince(db, orgId, new Date(`${until}T00:00:00Z`))) ?? (head?.seq ?? 0) + 1;
  const removed = await countLinesBefore(db, orgId, first);
  const [previous] = await storedLines(db, orgId, { after: first - 2, upTo: first - 1, limit: 1 });
  if (removed === 0 || previous === undefined) return failed('invalid', `No line is from before ${until}.`);
  const checkpoint = { first, before: previous.hash, removed, until };
  const detail = await signedCheckpoint(db, orgId, checkpoint);
  const by = { ...ctx, place: 'command line' as const, actor: { orgId, userId: null } };
  await commit(db, (tx) => [
    ...deleteLinesBefore(tx, orgId, first),
    audited(by, tx, 'audit.prune', orgId, detail),
  ]);
  return done({ removed, first });
}
