import 'server-only';
import { lineHash } from '@/db/audit-chain';
import { auditHeadOf } from '@/db/audit';
import {
  deleteOldLines,
  insertHashedLines,
  insertSubject,
  moveHead,
  oldLines,
  orgsToSeal,
  subjectsOf,
} from '@/db/audit-keeping';
import { commit, exactlyOne } from '@/db/commit';
import { isUniqueViolation } from '@/db/errors';
import type { AuditLine, OldAudit } from '@/db/schema/audit';
import { audited } from '../audited';
import type { Context } from '../context';
import { allowedDetail } from '../domain/audit-actions';
import { canonical } from '../domain/content';
import { Stale, unlessStale } from '../errors';

type SealContext = Pick<Context, 'db' | 'now' | 'newId'>;

/** Lines in one commit. */
const LINES = 500;

/**
 * Chains the lines that were written before the log was, in the order of their time, and begins the log of every organisation that has
 * none. What no line may hold any more is left out. One that is cut off goes on where it was; of two at once one does it.
 */
export async function sealOldLines(ctx: SealContext): Promise<void> {
  for (const orgId of await orgsToSeal(ctx.db)) {
    while (!(await sealSome(ctx, orgId)));
  }
}

/** True when nothing is left. */
async function sealSome(ctx: SealContext, orgId: string): Promise<boolean> {
  const { db, now, newId } = ctx;
  // The head first: whoever has sealed these lines since has moved it, and then the commit misses.
  const head = await auditHeadOf(db, orgId);
  const old = await oldLines(db, orgId, LINES);
  const isLast = old.length < LINES;
  if (old.length === 0 && head !== undefined) return true;
  const people = await subjectsFor(ctx, orgId, old);
  let next = head ?? { orgId, seq: 0, hash: orgId };
  const lines: AuditLine[] = [];
  for (const row of old) {
    const line = chained(row, next.seq + 1, people.known);
    next = { orgId, seq: line.seq, hash: lineHash(next.hash, line) };
    lines.push({ ...line, hash: next.hash });
  }
  const place = 'job';
  const sealed = await unlessStale(
    commit(db, (tx) => [
      ...(old.length === 0 ? [] : [exactlyOne(moveHead(tx, head, next), () => new Stale())]),
      ...people.added.map((person) => insertSubject(tx, person)),
      ...insertHashedLines(tx, lines),
      deleteOldLines(
        tx,
        orgId,
        old.map(({ id }) => id),
      ),
      ...(isLast
        ? [
            audited({ newId, now, place, actor: { orgId, userId: null } }, tx, 'audit.seal', orgId, {
              lines: next.seq,
            }),
          ]
        : []),
    ]),
  ).catch((error: unknown) => {
    // Somebody of these people does something elsewhere at this moment, and has an id since.
    if (isUniqueViolation(error)) return false;
    throw error;
  });
  return sealed && isLast;
}

async function subjectsFor({ db, newId }: SealContext, orgId: string, old: readonly OldAudit[]) {
  const ids = [...new Set(old.flatMap(({ actorId }) => actorId ?? []))];
  const known = new Map((await subjectsOf(db, orgId, ids)).map((each) => [each.userId, each.subject]));
  const added = ids.filter((id) => !known.has(id)).map((userId) => ({ orgId, userId, subject: newId() }));
  for (const { userId, subject } of added) known.set(userId, subject);
  return { known, added };
}

function chained(
  { orgId, at, actorId, action, resourceId, detail }: OldAudit,
  seq: number,
  people: ReadonlyMap<string, string>,
): Omit<AuditLine, 'hash'> {
  const subject = actorId === null ? null : (people.get(actorId) ?? null);
  const kept = canonical(allowedDetail(action, inOldWords(action, detail)));
  return { orgId, seq, at, subject, source: null, action, resourceId, detail: kept };
}

/** Lists of capabilities whose answers changed with the content became numbers, as they told answers. */
const inOldWords = (action: string, detail: OldAudit['detail']): OldAudit['detail'] =>
  action !== 'assessment.configure'
    ? detail
    : Object.fromEntries(
        Object.entries(detail).map(([key, value]) => [
          key,
          (key === 'flagged' || key === 'reopened') && Array.isArray(value) ? value.length : value,
        ]),
      );
