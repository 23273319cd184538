import 'server-only';
import * as z from 'zod';
import { reportById, reportIssueById } from '@/db/reports';
import { issueText } from '../domain/report-issue';
import { done, failed, type Result } from '../errors';
import { linkFields } from './link-fields';
import { makeLink, type CreatedShare, type LinkContext } from './make-link';

export const createReportShareInput = z.object({
  ...linkFields,
  /** The assessment. */
  id: z.string(),
  report: z.string(),
  issue: z.string(),
  /** Whether a reader may take the files as well. */
  downloads: z
    .literal('on')
    .optional()
    .transform((on) => on === 'on'),
});

/** A link to an issued report, as it was issued. A draft says that it is one. */
export async function createReportShare(
  ctx: LinkContext,
  wanted: z.output<typeof createReportShareInput>,
): Promise<Result<CreatedShare>> {
  const { db, actor, org, person } = ctx;
  const { id, report, issue, downloads } = wanted;
  const [row, issued] = await Promise.all([
    reportById(db, actor.orgId, report),
    reportIssueById(db, actor.orgId, issue),
  ]);
  if (row === undefined || row.assessmentId !== id || issued === undefined || issued.reportId !== report)
    return failed('not-found', 'There is no such issue of this report.');
  const what = `${row.settings.title}, ${issueText(issued)}`;
  const made = await makeLink(ctx, wanted, {
    ...{ hash: issued.hash, body: '', issueId: issue, downloads, detail: { issue, downloads } },
    mail: {
      subject: `${org.name}: ${what}`,
      before: `${person.name} shares with you the ${what}, of ${org.name}:`,
      after:
        issued.status === 'draft'
          ? 'It is a draft: words and figures can still change in what comes after it.'
          : 'It shows the report as it was issued.',
    },
  });
  return done(made);
}
