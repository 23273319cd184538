import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Db, Tx } from './client';
import { guarded } from './commit';
import { report, reportIssue } from './schema/reports';

export type ReportRow = typeof report.$inferSelect;
export type ReportIssue = typeof reportIssue.$inferSelect;
/** Without what was frozen. */
export type ReportIssueHead = Omit<ReportIssue, 'body' | 'signature'>;

type SeenReport = Pick<ReportRow, 'orgId' | 'id' | 'version'>;

export function insertReport(tx: Tx, row: Omit<ReportRow, 'version'>) {
  return tx.insert(report).values({ ...row, version: 1 });
}

export function updateReport(
  tx: Tx,
  seen: SeenReport,
  changes: Pick<ReportRow, 'updatedBy' | 'updatedAt'> & Partial<Pick<ReportRow, 'settings'>>,
) {
  return guarded(
    tx
      .update(report)
      .set({ ...changes, version: seen.version + 1 })
      .where(asSeen(seen))
      .returning({ id: report.id }),
  );
}

export function deleteReport(tx: Tx, seen: SeenReport) {
  return guarded(tx.delete(report).where(asSeen(seen)).returning({ id: report.id }));
}

/** The oldest first. */
export async function reportsOf(db: Db, orgId: string, assessmentId: string): Promise<ReportRow[]> {
  return db
    .select()
    .from(report)
    .where(and(eq(report.orgId, orgId), eq(report.assessmentId, assessmentId)))
    .orderBy(asc(report.createdAt), asc(report.id));
}

export async function reportById(db: Db, orgId: string, id: string): Promise<ReportRow | undefined> {
  const rows = await db
    .select()
    .from(report)
    .where(and(eq(report.orgId, orgId), eq(report.id, id)));
  return rows[0];
}

/** Freezes an issue; a second one of the same number is a unique violation. */
export function insertReportIssue(tx: Tx, row: ReportIssue) {
  return tx.insert(reportIssue).values(row);
}

/** The issues of these reports, the oldest first. */
export async function issuesOfReports(
  db: Db,
  orgId: string,
  reportIds: readonly string[],
): Promise<ReportIssueHead[]> {
  if (reportIds.length === 0) return [];
  const { id, reportId, status, number, changes, edition, hash, issuedBy, issuedAt } = reportIssue;
  return db
    .select({
      ...{ id, orgId: reportIssue.orgId, reportId, status, number },
      ...{ changes, edition, hash, issuedBy, issuedAt },
    })
    .from(reportIssue)
    .where(and(eq(reportIssue.orgId, orgId), inArray(reportIssue.reportId, [...reportIds])))
    .orderBy(asc(reportIssue.issuedAt), asc(reportIssue.id));
}

export async function reportIssueById(db: Db, orgId: string, id: string): Promise<ReportIssue | undefined> {
  const rows = await db
    .select()
    .from(reportIssue)
    .where(and(eq(reportIssue.orgId, orgId), eq(reportIssue.id, id)));
  return rows[0];
}

const asSeen = ({ orgId, id, version }: SeenReport) =>
  and(eq(report.orgId, orgId), eq(report.id, id), eq(report.version, version));
