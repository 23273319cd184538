import 'server-only';
import type { Db } from '@/db/client';
import type { Row } from '@/db/moved-tables';
import { signedCheckpoint } from '../audit/checkpoint';
import * as z from 'zod';

const written = z.object({ first: z.int(), before: z.string(), removed: z.int(), until: z.string() });

/**
 * Where older lines of a log were removed, it begins by a checkpoint that the installation before signed. This one signs the same anew, or
 * the log would not hold here.
 */
export async function renewedCheckpoint(db: Db, orgId: string, lines: readonly Row[]) {
  const first = lines.reduce((least, { seq }) => Math.min(least, Number(seq)), Number.MAX_SAFE_INTEGER);
  if (lines.length === 0 || first === 1) return null;
  for (const { action, detail } of lines) {
    if (action !== 'audit.prune') continue;
    const read = written.safeParse(parsed(String(detail)));
    if (read.success && read.data.first === first) return signedCheckpoint(db, orgId, read.data);
  }
  return null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
