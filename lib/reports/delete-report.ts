import 'server-only';
import * as z from 'zod';
import { commit, exactlyOne } from '@/db/commit';
import { deleteReport as remove, issuesOfReports, reportById } from '@/db/reports';
import { audited } from '../audited';
import type { ActorContext } from '../context';
import { lastFinal, issueText } from '../domain/report-issue';
import { done, failed, Stale, unlessStale, type Result } from '../errors';

export const deleteReportInput = z.object({ org: z.string(), id: z.string(), report: z.string() });

type Wanted = Omit<z.output<typeof deleteReportInput>, 'org'>;

/** Deletes a report with its drafts. One of which a final was handed over stays, as somebody may want to check it. */
export async function deleteReport(ctx: ActorContext, { id, report }: Wanted): Promise<Result<null>> {
  const { db, actor } = ctx;
  const seen = await reportById(db, actor.orgId, report);
  if (seen === undefined || seen.assessmentId !== id)
    return failed('not-found', 'There is no such report any more.');
  const final = lastFinal(await issuesOfReports(db, actor.orgId, [report]));
  if (final !== null)
    return failed('invalid', `${issueText(final)} of this report was handed over, so it stays.`);
  const gone = await unlessStale(
    commit(db, (tx) => [
      exactlyOne(remove(tx, seen), () => new Stale()),
      audited(ctx, tx, 'report.delete', report, { settings: seen.settings }),
    ]),
  );
  return gone ? done(null) : failed('conflict', 'Somebody changed this report meanwhile. Reload to see.');
}
