import 'server-only';
import { reportIssueById } from '@/db/reports';
import type { Share } from '@/db/schema/reports';
import { contentOf } from '../assessments/editions';
import type { Context } from '../context';
import type { SealedReport } from '../domain/sealed-report';
import type { Content } from '../domain/schema/content';
import { unpacked } from '../packed';

/** An issued report, with the content by which it was made. */
export type SharedReport = {
  sealed: SealedReport;
  content: Content;
  issuedAt: Date;
  /** Whether the reader may take its files. */
  downloads: boolean;
};

/** The report that a link shows; `null` where it is gone with its assessment. */
export async function sharedReport(
  ctx: Pick<Context, 'db' | 'content'>,
  { orgId, downloads }: Pick<Share, 'orgId' | 'downloads'>,
  issue: string,
): Promise<SharedReport | null> {
  const row = await reportIssueById(ctx.db, orgId, issue);
  if (row === undefined) return null;
  return {
    sealed: unpacked(row.body) as SealedReport,
    content: await contentOf(ctx, row.edition),
    issuedAt: row.issuedAt,
    downloads: downloads === true,
  };
}
