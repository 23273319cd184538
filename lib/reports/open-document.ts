import 'server-only';
import { issuesOfReports, reportById, reportIssueById } from '@/db/reports';
import { contentOf } from '../assessments/editions';
import { loadAssessment } from '../assessments/load-assessment';
import type { Content } from '../domain/schema/content';
import type { SealedReport } from '../domain/sealed-report';
import { done, failed, type Result } from '../errors';
import { unpacked } from '../packed';
import { liveDocument, type DocumentContext } from './live-document';
import { sealable, unsigned } from './seal-report';

export type OpenedDocument = {
  sealed: SealedReport;
  content: Content;
  /** The instant at which it was issued, or at which it is looked at. */
  at: Date;
};

/** A report as it was issued, or as it is now and unsigned, as nobody has issued it; with the content by which it was made. */
export async function openDocument(
  ctx: DocumentContext,
  { id, report, issue }: { id: string; report: string; issue?: string | undefined },
): Promise<Result<OpenedDocument>> {
  const { db, actor } = ctx;
  const row = await reportById(db, actor.orgId, report);
  if (row === undefined || row.assessmentId !== id) return failed('not-found', 'There is no such report.');
  if (issue !== undefined) {
    const issued = await reportIssueById(db, actor.orgId, issue);
    if (issued === undefined || issued.reportId !== report)
      return failed('not-found', 'There is no such issue of this report.');
    const sealed = unpacked(issued.body) as SealedReport;
    return done({ sealed, content: await contentOf(ctx, issued.edition), at: issued.issuedAt });
  }
  const loaded = await loadAssessment(ctx, id);
  if (loaded === null) return failed('not-found', 'There is no such assessment.');
  const { content } = loaded;
  const document = await liveDocument(ctx, loaded, row, await issuesOfReports(db, actor.orgId, [report]));
  return done({ sealed: unsigned(sealable(document, content)), content, at: ctx.now });
}
