import 'server-only';
import { issuesOfReports, reportsOf } from '@/db/reports';
import { namesOf } from '@/db/users';
import type { ActorContext } from '../context';
import { issueText } from '../domain/report-issue';
import { dayOf } from '../domain/calendar';

export type ListedReport = {
  id: string;
  title: string;
  /** The newest issue, such as `final 1.0`; `null` before the first. */
  issued: { text: string; on: string; by: string } | null;
};

/** The reports that were set up from an assessment. */
export async function reportsOfAssessment(
  { db, actor }: ActorContext,
  assessmentId: string,
): Promise<ListedReport[]> {
  const rows = await reportsOf(db, actor.orgId, assessmentId);
  const issues = await issuesOfReports(
    db,
    actor.orgId,
    rows.map(({ id }) => id),
  );
  const names = await namesOf(
    db,
    issues.map(({ issuedBy }) => issuedBy),
  );
  return rows.map(({ id, settings }) => {
    const last = issues.findLast(({ reportId }) => reportId === id);
    return {
      id,
      title: settings.title,
      issued:
        last === undefined
          ? null
          : {
              text: issueText(last),
              on: dayOf(last.issuedAt),
              by: names.get(last.issuedBy) ?? 'somebody',
            },
    };
  });
}
