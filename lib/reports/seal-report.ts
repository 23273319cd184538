import 'server-only';
import { createHash, sign } from 'node:crypto';
import type { Db } from '@/db/client';
import { canonical } from '../domain/content';
import type { Sealable, SealedReport } from '../domain/sealed-report';
import { installKey, publicHalf } from './install-key';

/** Over the canonical JSON, so that it does not depend on the order of keys. */
export const hashOfReport = (report: Sealable): string =>
  createHash('sha256').update(canonical(report)).digest('hex');

/** The report with its hash, signed by the key of this installation. */
export async function sealReport(db: Db, report: Sealable): Promise<SealedReport> {
  const key = await installKey(db);
  const hash = hashOfReport(report);
  const signature = sign(null, Buffer.from(hash), key).toString('base64');
  return { ...report, seal: { hash, signature, key: publicHalf(key) } };
}
