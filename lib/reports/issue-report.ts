import 'server-only';
import * as z from 'zod';
import { keepEdition } from '@/db/frozen';
import { commit, exactlyOne } from '@/db/commit';
import { insertReportIssue, issuesOfReports, reportById, updateReport } from '@/db/reports';
import { editionRow } from '../assessments/editions';
import { loadAssessment } from '../assessments/load-assessment';
import { audited } from '../audited';
import { LIMITS } from '../domain/limits';
import { issueText, lastFinal, nextDraft, nextFinal } from '../domain/report-issue';
import type { Issue } from '../domain/report-document';
import { plainText } from '../domain/schema/answers';
import { done, failed, Stale, unlessBeaten, type Result } from '../errors';
import { packed } from '../packed';
import { liveDocument, type DocumentContext } from './live-document';
import { sealable, sealReport } from './seal-report';
import { dayOf } from '../domain/calendar';

export const issueReportInput = z.object({
  org: z.string(),
  id: z.string(),
  report: z.string(),
  version: z.coerce.number().int(),
  /** What is different from the final before, a line each. */
  changes: plainText(LIMITS.note).default(''),
});

type Wanted = Omit<z.output<typeof issueReportInput>, 'org'>;

const MEANWHILE = 'Somebody changed or issued this report meanwhile. Reload to see.';

/**
 * Freezes a report as it is now under the next number, sealed and signed. A final needs a finished assessment, and one after the first a
 * list of changes. Of two who issue at once the second is told.
 */
export async function issueReport(
  ctx: DocumentContext,
  { id, report, version, changes: said }: Wanted,
  status: Issue['status'],
): Promise<Result<{ id: string }>> {
  const { db, actor, now, newId } = ctx;
  const [row, loaded] = await Promise.all([reportById(db, actor.orgId, report), loadAssessment(ctx, id)]);
  if (row === undefined || loaded === null || row.assessmentId !== id)
    return failed('not-found', 'There is no such report.');
  if (row.version !== version) return failed('conflict', MEANWHILE);
  const issues = await issuesOfReports(db, actor.orgId, [report]);
  const changes = said
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (status === 'final' && loaded.row.status !== 'finished')
    return failed('invalid', 'The assessment is not finished, so its report can only be a draft.');
  const before = lastFinal(issues);
  if (status === 'final' && before !== null && changes.length === 0)
    return failed('invalid', `Say what is different from ${issueText(before)}.`, {
      fields: { changes: `say what is different from ${issueText(before)}` },
    });
  const number = status === 'final' ? nextFinal(issues) : nextDraft(issues);
  const on = dayOf(now);
  const document = await liveDocument(ctx, loaded, row, issues, { status, number, on, changes });
  const { edition } = loaded.content;
  const sealed = await sealReport(db, sealable(document, loaded.content));
  const issue = newId();
  const { hash, signature } = sealed.seal;
  const saved = await unlessBeaten(
    commit(db, (tx) => [
      exactlyOne(updateReport(tx, row, { updatedBy: actor.userId, updatedAt: now }), () => new Stale()),
      keepEdition(tx, editionRow(loaded.content)),
      insertReportIssue(tx, {
        ...{ id: issue, orgId: actor.orgId, reportId: report, status, number, changes },
        ...{ edition: edition.hash, hash, signature, body: packed(sealed) },
        ...{ issuedBy: actor.userId, issuedAt: now },
      }),
      audited(ctx, tx, 'report.issue', issue, { report, status, number, hash }),
    ]),
  );
  return saved ? done({ id: issue }) : failed('conflict', MEANWHILE);
}
