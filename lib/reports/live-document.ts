import 'server-only';
import { brandOfOrg } from '@/db/brands';
import { findingsOf } from '@/db/findings';
import type { ReportIssueHead, ReportRow } from '@/db/reports';
import type { LoadedAssessment } from '../assessments/load-assessment';
import { reportFrom } from '../assessments/report-of';
import { brandFrom, brandOf, withoutVersion } from '../brands/brand-of';
import type { ActorContext } from '../context';
import type { Finding, Issue, ReportDocument } from '../domain/report-document';
import { nextDraft } from '../domain/report-issue';
import type { ReportSettings } from '../domain/schema/report-settings';
import { plansOf } from '../plans/plans-of';
import { roadmapOf } from '../plans/roadmap-of';
import { historyOf } from './history-of';
import { dayOf } from '../domain/calendar';

export type DocumentContext = ActorContext & { org: { name: string } };

/** What a report has been issued as so far, as the document tells of it. */
export const issueOf = ({ status, number, changes, issuedAt }: ReportIssueHead): Issue => ({
  ...{ status, number, changes },
  on: dayOf(issuedAt),
});

/** A report as it would be handed over now, by what is answered, planned and found at this moment. */
export async function liveDocument(
  ctx: DocumentContext,
  loaded: LoadedAssessment,
  { settings }: Pick<ReportRow, 'settings'>,
  issues: readonly ReportIssueHead[],
  issue: Issue = inTheMaking(ctx.now, issues),
): Promise<ReportDocument> {
  const { assessment, frozen } = loaded;
  const { title, client, preparedBy, edition, sections, summary, distribution } = settings;
  const only = settings.only ?? undefined;
  const questionnaires = only === undefined ? assessment.questionnaires : [only];
  const [report, plan, findings, history, brand] = await Promise.all([
    reportFrom(ctx, loaded, ctx.org.name, only),
    planFor(ctx, loaded, settings),
    findingsOf(ctx.db, ctx.actor.orgId, loaded.row.id),
    historyOf(ctx, loaded, questionnaires),
    brandsOn(ctx, settings),
  ]);
  return {
    ...{ title, edition, sections, summary, distribution, issue, report, plan, history, brand },
    client: client === '' ? ctx.org.name : client,
    preparedBy: preparedBy === '' ? null : preparedBy,
    earlier: issues
      .filter(({ status }) => status === 'final')
      .map(issueOf)
      .toReversed(),
    findings: findings.filter(({ id }) => !settings.leftOut.includes(id)).map(findingOf),
    assessment: { ...assessment, questionnaires },
    assessmentHash: frozen?.hash ?? null,
    checkAt: whereToCheck(),
  };
}

/** The brand of the organisation, and that of the firm in whose name the report is written. */
async function brandsOn(ctx: DocumentContext, { firm }: ReportSettings): Promise<ReportDocument['brand']> {
  const [client, row] = await Promise.all([
    brandOf(ctx, ctx.org.name),
    firm === null ? undefined : brandOfOrg(ctx.db, firm.id),
  ]);
  return {
    client: withoutVersion(client),
    firm: firm === null || row === undefined ? null : withoutVersion(brandFrom(row, firm.name)),
  };
}

/** A server has an address, or it does not start (lib/start.ts); what is made without a server, such as the demo's data, has none. */
function whereToCheck(): string | null {
  const site = process.env['NEXTAUTH_URL'];
  return site === undefined ? null : new URL('/verify', site).href;
}

const inTheMaking = (now: Date, issues: readonly ReportIssueHead[]): Issue => ({
  status: 'draft',
  number: `${nextDraft(issues)} in the making`,
  on: dayOf(now),
  changes: [],
});

const findingOf = ({ headline, text, recommendation, capabilities, evidence }: Finding): Finding => ({
  ...{ headline, text, recommendation, capabilities, evidence },
});

/** The team's plan, or a scenario; `null` where none was chosen, the scenario is gone, or there is nothing to climb. */
async function planFor(
  ctx: ActorContext,
  loaded: LoadedAssessment,
  { plan: wanted, only }: ReportSettings,
): Promise<ReportDocument['plan']> {
  if (wanted === 'none') return null;
  const plans = await plansOf(ctx, loaded, wanted === 'team' ? undefined : wanted);
  if (plans === null || (wanted === 'team' && plans.plan === null)) return null;
  const input = wanted === 'team' ? (plans.plan?.input ?? plans.shown.input) : plans.shown.input;
  const roadmap = roadmapOf(loaded, plans.kept.values(), input, {
    ...(only !== null && { questionnaires: [only] }),
  });
  const name = (wanted === 'team' ? plans.plan?.name : plans.shown.scenario?.name) ?? 'Plan';
  return roadmap.steps.length === 0 ? null : { name, roadmap };
}
