import 'server-only';
import { sign } from 'node:crypto';
import type { Db } from '@/db/client';
import { sha256 } from '@/db/sha256';
import { canonical } from '../domain/content';
import type { ReportDocument } from '../domain/report-document';
import type { Content } from '../domain/schema/content';
import type { Sealable, SealedReport } from '../domain/sealed-report';
import { installKey, publicHalf } from './install-key';
import { templateHash } from './template-hash';

/** What is sealed of a document: with the content by which it was scored, and the templates that print it. */
export const sealable = (
  document: ReportDocument,
  { edition, measure }: Pick<Content, 'edition' | 'measure'>,
): Sealable => ({
  ...{ rungs: 'report', format: 1, measure, template: templateHash(), document },
  edition: { version: edition.version, hash: edition.hash },
});

/** Over the canonical JSON, so that it does not depend on the order of keys. */
export const hashOfReport = (report: Sealable): string => sha256(canonical(report));

/** The report with its hash alone: nobody answers for it. */
export const unsigned = (report: Sealable): SealedReport => ({
  ...report,
  seal: { hash: hashOfReport(report), signature: null, key: null },
});

/** The report with its hash, signed by the key of this installation. */
export async function sealReport(db: Db, report: Sealable) {
  const key = await installKey(db);
  const hash = hashOfReport(report);
  const signature = sign(null, Buffer.from(hash), key).toString('base64');
  return { ...report, seal: { hash, signature, key: publicHalf(key) } } satisfies SealedReport;
}
