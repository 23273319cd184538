import 'server-only';
import { createPublicKey, verify, type KeyObject } from 'node:crypto';
import { editionByHash } from '@/db/frozen';
import type { Db } from '@/db/client';
import { contentOf } from '../assessments/editions';
import { issueText } from '../domain/report-issue';
import type { Content } from '../domain/schema/content';
import type { SealedReport } from '../domain/sealed-report';
import { differencesOf, type Difference } from '../domain/verify-report';
import { installKey } from './install-key';
import { hashOfReport } from './seal-report';

/** Two separate answers, and what the answers in the report give when they are scored anew. */
export type Verified = {
  report: { title: string; subject: string; client: string; issue: string; on: string };
  edition: { version: string; hash: string };
  /** The hash fits what the file says. */
  unchanged: boolean;
  /** The signature is of the key of this installation; `unknown` where there is none to ask. */
  issuedHere: 'yes' | 'no' | 'unsigned' | 'unknown';
  /** Where the report says something else than its own answers give; `null` where its edition is not here. */
  differences: Difference[] | null;
};

/** Checks a report against an installation: its key and the editions that it kept. */
export async function verifyHere(
  { db, content }: { db: Db; content: Content },
  sealed: SealedReport,
): Promise<Verified> {
  const { hash } = sealed.edition;
  const known = hash === content.edition.hash || (await editionByHash(db, hash)) !== undefined;
  const read = known ? await contentOf({ db, content }, hash) : null;
  return verified(sealed, read, await installKey(db));
}

/** The same by one edition, without an installation to ask who issued it. */
export const verifyAlone = (content: Content, sealed: SealedReport): Verified =>
  verified(sealed, sealed.edition.hash === content.edition.hash ? content : null, null);

function verified(sealed: SealedReport, content: Content | null, key: KeyObject | null): Verified {
  const { seal, ...rest } = sealed;
  const { title, client, report, issue } = sealed.document;
  return {
    report: { title, client, subject: report.subject, issue: issueText(issue), on: issue.on },
    edition: sealed.edition,
    unchanged: hashOfReport(rest) === seal.hash,
    issuedHere: issuedBy(key, seal),
    differences: content === null ? null : differencesOf(content, sealed),
  };
}

function issuedBy(key: KeyObject | null, { hash, signature }: SealedReport['seal']): Verified['issuedHere'] {
  if (signature === null) return 'unsigned';
  if (key === null) return 'unknown';
  const fits = verify(null, Buffer.from(hash), createPublicKey(key), Buffer.from(signature, 'base64'));
  return fits ? 'yes' : 'no';
}
