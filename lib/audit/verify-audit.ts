import 'server-only';
import { auditHeadOf, linesOfAction, storedLines } from '@/db/audit';
import { lineHash } from '@/db/audit-chain';
import type { Db } from '@/db/client';
import type { AuditHead, AuditLine } from '@/db/schema/audit';
import type { AuditFault, AuditVerdict } from '../domain/audit-verdict';
import { readCheckpoint, type Checkpoint } from './checkpoint';

const BATCH = 1000;
const ROUNDS = 20;
const NO_END = 2_147_483_647;

type Walk = { lines: number; first: AuditLine | null; last: AuditLine | null; fault: AuditFault | null };

/**
 * Computes the log of an organisation anew from its first line or checkpoint to its head, and names the first line that does not fit.
 * Lines that arrive meanwhile are looked at as well.
 */
export async function verifyAudit(db: Db, orgId: string): Promise<AuditVerdict> {
  const checkpoints = await checkpointsOf(db, orgId);
  const walk: Walk = { lines: 0, first: null, last: null, fault: null };
  let head = await auditHeadOf(db, orgId);
  for (let round = 1; round <= ROUNDS && walk.fault === null; round += 1) {
    await goOn(db, orgId, walk, checkpoints, head?.seq ?? 0);
    if (walk.fault !== null) break;
    const fault = await faultOfEnd(db, orgId, walk, head);
    // A line and the head that names it are written as one: what was found holds if the head is still the one that was read before.
    const newer = await auditHeadOf(db, orgId);
    if (newer?.seq === head?.seq) {
      walk.fault = fault;
      break;
    }
    head = newer;
  }
  const { lines, first, last, fault } = walk;
  return {
    ...{ lines, first: first?.seq ?? null, last: last?.seq ?? null },
    ...{ from: first?.at.toISOString() ?? null, to: last?.at.toISOString() ?? null },
    checkpoints: checkpoints.map(({ at, first: kept, removed, until, holds }) => ({
      ...{ at: at.toISOString(), first: kept, removed, until, holds },
    })),
    fault,
  };
}

type Found = Checkpoint & { at: Date; holds: boolean };

async function checkpointsOf(db: Db, orgId: string): Promise<Found[]> {
  const found: Found[] = [];
  for (const { at, detail } of await linesOfAction(db, orgId, 'audit.prune')) {
    const read = await readCheckpoint(db, orgId, parsed(detail));
    if (read !== null) found.push({ ...read, at });
  }
  return found;
}

function parsed(detail: string): unknown {
  try {
    return JSON.parse(detail);
  } catch {
    return null;
  }
}

async function goOn(db: Db, orgId: string, walk: Walk, checkpoints: readonly Found[], upTo: number) {
  for (;;) {
    const after = walk.last?.seq ?? 0;
    const lines = await storedLines(db, orgId, { after, upTo, limit: BATCH });
    for (const line of lines) {
      const previous = walk.last ?? beginning(orgId, line, checkpoints);
      walk.fault =
        previous === null
          ? faultOfBeginning(line, checkpoints)
          : await faultOf(db, line, { seq: previous.seq, hash: previous.hash });
      if (walk.fault !== null) return;
      walk.first ??= line;
      walk.last = line;
      walk.lines += 1;
    }
    if (lines.length < BATCH) return;
  }
}

/** What the first line continues: the organisation itself, or what a valid checkpoint says was before it. */
function beginning(orgId: string, line: AuditLine, checkpoints: readonly Found[]) {
  if (line.seq === 1) return { seq: 0, hash: orgId };
  const checkpoint = checkpoints.find(({ first, holds }) => holds && first === line.seq);
  return checkpoint === undefined ? null : { seq: line.seq - 1, hash: checkpoint.before };
}

function faultOfBeginning(line: AuditLine, checkpoints: readonly Found[]): AuditFault {
  // Where a checkpoint says that the log begins earlier, lines after it are gone too.
  const begins = checkpoints.find(({ first, holds }) => holds && first < line.seq)?.first;
  if (begins !== undefined || checkpoints.length === 0)
    return { kind: 'missing', seq: begins ?? 1, at: null };
  return { kind: 'no checkpoint', seq: line.seq, at: line.at.toISOString() };
}

async function faultOf(
  db: Db,
  line: AuditLine,
  previous: Pick<AuditHead, 'seq' | 'hash'>,
): Promise<AuditFault | null> {
  const seq = previous.seq + 1;
  if (line.seq !== seq) return { kind: 'missing', seq, at: null };
  if (lineHash(previous.hash, line) === line.hash) return null;
  const moved = await standsElsewhere(db, line, previous);
  return { kind: moved ? 'out of order' : 'altered', seq, at: line.at.toISOString() };
}

/** Whether another line is the one that belongs here. */
async function standsElsewhere(db: Db, line: AuditLine, previous: Pick<AuditHead, 'hash'>): Promise<boolean> {
  for (let after = line.seq; ;) {
    const lines = await storedLines(db, line.orgId, { after, upTo: NO_END, limit: BATCH });
    for (const other of lines) {
      const here = lineHash(previous.hash, { ...other, seq: line.seq });
      if (here === line.hash || here === other.hash) return true;
    }
    const last = lines.at(-1);
    if (last === undefined) return false;
    after = last.seq;
  }
}

async function faultOfEnd(
  db: Db,
  orgId: string,
  { last }: Walk,
  head: AuditHead | undefined,
): Promise<AuditFault | null> {
  const [beyond] = await storedLines(db, orgId, { after: last?.seq ?? 0, upTo: NO_END, limit: 1 });
  const at = last?.at.toISOString() ?? null;
  if (beyond !== undefined) return { kind: 'head differs', seq: beyond.seq, at: beyond.at.toISOString() };
  if (head === undefined) return { kind: 'no log', seq: 1, at: null };
  if (last === null || head.seq > last.seq)
    return { kind: 'tail cut off', seq: (last?.seq ?? 0) + 1, at: null };
  return head.hash === last.hash ? null : { kind: 'head differs', seq: last.seq, at };
}
