import 'server-only';
import { createPublicKey, sign, verify } from 'node:crypto';
import * as z from 'zod';
import type { Db } from '@/db/client';
import { canonical } from '../domain/content';
import { installKey } from '../reports/install-key';

/** From which line a log begins since older ones were removed, and the hash that this line continues. */
export type Checkpoint = {
  first: number;
  before: string;
  removed: number;
  /** The day before which lines were removed. */
  until: string;
};

const schema = z.object({
  first: z.int().min(1),
  before: z.string(),
  removed: z.int().min(0),
  until: z.string(),
  signature: z.string(),
});

const signedText = (orgId: string, { first, before, removed, until }: Checkpoint): Buffer =>
  Buffer.from(canonical({ rungs: 'audit checkpoint', orgId, first, before, removed, until }));

/** With the signature of this installation, by which nobody else begins a log later than it did. */
export async function signedCheckpoint(db: Db, orgId: string, checkpoint: Checkpoint) {
  const signature = sign(null, signedText(orgId, checkpoint), await installKey(db)).toString('base64');
  return { ...checkpoint, signature };
}

/** A checkpoint as a line of the log holds it, and whether its signature holds. */
export async function readCheckpoint(
  db: Db,
  orgId: string,
  detail: unknown,
): Promise<(Checkpoint & { holds: boolean }) | null> {
  const read = schema.safeParse(detail);
  if (!read.success) return null;
  const { signature, ...checkpoint } = read.data;
  const key = await installKey(db);
  const holds = verify(
    null,
    signedText(orgId, checkpoint),
    createPublicKey(key),
    Buffer.from(signature, 'base64'),
  );
  return { ...checkpoint, holds };
}
