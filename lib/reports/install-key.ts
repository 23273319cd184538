import 'server-only';
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import type { Db } from '@/db/client';
import { commit } from '@/db/commit';
import { keepMeta, metaValue } from '@/db/meta';

const KEY = 'report-key';

/**
 * The Ed25519 key with which this installation signs what it issues. It is made when it is first needed and kept in the database, so that
 * all instances sign alike and a changed session secret makes no report foreign (decision 030).
 */
export async function installKey(db: Db): Promise<KeyObject> {
  const kept = await metaValue(db, KEY);
  if (kept !== undefined) return createPrivateKey(kept);
  const { privateKey } = generateKeyPairSync('ed25519');
  const value = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  // Of two that make one at once the first stays.
  await commit(db, (tx) => [keepMeta(tx, { key: KEY, value })]);
  return createPrivateKey((await metaValue(db, KEY)) ?? value);
}

/** The public half as base64, by which anybody can check a signature. */
export const publicHalf = (key: KeyObject): string =>
  createPublicKey(key).export({ type: 'spki', format: 'der' }).toString('base64');
