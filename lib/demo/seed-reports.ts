import 'server-only';
import { commit } from '@/db/commit';
import { insertFinding } from '@/db/findings';
import { insertReport } from '@/db/reports';
import type { ActorContext, Context } from '../context';
import { defaultSettings } from '../domain/report-defaults';
import { issueReport } from '../reports/issue-report';
import { FINDINGS } from './findings';

const ASSESSMENT = 'fraud-scoring-q4-2026';
const WRITTEN_ON = '2026-12-08';

/** Noor's findings on Fraud scoring, and her report with its first draft, in the name of her firm. */
export async function seedReports(
  ctx: Context,
  { org, firm }: { org: { id: string; name: string }; firm: { id: string; name: string } },
  day: (date: string) => Date,
): Promise<void> {
  const at = day(WRITTEN_ON);
  const by = { createdBy: 'noor', createdAt: at, updatedBy: 'noor', updatedAt: at };
  const report = 'fraud-scoring-report';
  await commit(ctx.db, (tx) => [
    ...FINDINGS.map((finding, index) =>
      insertFinding(tx, {
        ...{ id: `fraud-scoring-finding-${index + 1}`, orgId: org.id, assessmentId: ASSESSMENT },
        ...{ position: index + 1, ...finding, ...by },
      }),
    ),
    insertReport(tx, {
      ...{ id: report, orgId: org.id, assessmentId: ASSESSMENT, ...by },
      settings: {
        ...defaultSettings('MLOps maturity report', 'full', null),
        firm,
        distribution: ['Piet Vermeer, CIO', 'Steering committee of Risk and fraud'],
      },
    }),
  ]);
  const noor: ActorContext['actor'] = { userId: 'noor', orgId: org.id, role: 'owner' };
  const issued = await issueReport(
    { ...ctx, now: at, actor: noor, org: { name: org.name } },
    { id: ASSESSMENT, report, version: 1, changes: '' },
    'draft',
  );
  if (!issued.ok) throw new Error(issued.message);
}
