import 'server-only';
import { findingsOf } from '@/db/findings';
import { planOfTeam } from '@/db/plans';
import { issuesOfReports, reportById, type ReportIssueHead, type ReportRow } from '@/db/reports';
import { scenariosOf } from '@/db/scenarios';
import { namesOf } from '@/db/users';
import type { LoadedAssessment } from '../assessments/load-assessment';
import type { ActorContext } from '../context';
import { firmsOf } from '../orgs/firms-of';
import { nextDraft, nextFinal } from '../domain/report-issue';

export type IssuedReport = ReportIssueHead & { by: string };

/** All that the page of one report shows; `null` where this assessment has no such report. */
export type ReportSetup = {
  row: ReportRow;
  /** Newest first. */
  issues: IssuedReport[];
  next: { draft: string; final: string };
  findings: { id: string; headline: string }[];
  scenarios: { id: string; name: string }[];
  /** The name of the plan that the team follows. */
  plan: string | null;
  /** Those in whose name the person may write. */
  firms: { slug: string; name: string }[];
};

export async function reportSetup(
  ctx: ActorContext,
  { row: assessment, team }: Pick<LoadedAssessment, 'row' | 'team'>,
  id: string,
): Promise<ReportSetup | null> {
  const { db, actor } = ctx;
  const row = await reportById(db, actor.orgId, id);
  if (row === undefined || row.assessmentId !== assessment.id) return null;
  const [issues, findings, scenarios, plan, firms] = await Promise.all([
    issuesOfReports(db, actor.orgId, [id]),
    findingsOf(db, actor.orgId, assessment.id),
    scenariosOf(db, actor.orgId, assessment.id),
    planOfTeam(db, actor.orgId, team.id),
    firmsOf(ctx),
  ]);
  const names = await namesOf(
    db,
    issues.map(({ issuedBy }) => issuedBy),
  );
  return {
    row,
    issues: issues.map((issue) => ({ ...issue, by: names.get(issue.issuedBy) ?? 'somebody' })).toReversed(),
    next: { draft: nextDraft(issues), final: nextFinal(issues) },
    findings: findings.map((each) => ({ id: each.id, headline: each.headline })),
    scenarios: scenarios.map((each) => ({ id: each.id, name: each.name })),
    plan: plan?.name ?? null,
    firms: firms.map(({ slug, name }) => ({ slug, name })),
  };
}
