import 'server-only';
import * as z from 'zod';
import { commit, exactlyOne } from '@/db/commit';
import { findingsOf } from '@/db/findings';
import { reportById, updateReport } from '@/db/reports';
import { scenariosOf } from '@/db/scenarios';
import { assessmentById } from '@/db/assessments';
import { audited } from '../audited';
import type { ActorContext } from '../context';
import { KEPT_FIRM, SECTIONS, type SectionId } from '../domain/report-document';
import { reportSettingsSchema, type ReportSettings } from '../domain/schema/report-settings';
import { LIMITS } from '../domain/limits';
import { plainText } from '../domain/schema/answers';
import { MODEL_IDS } from '../domain/vocabulary';
import { several, texts } from '../form-fields';
import { firmsOf } from '../orgs/firms-of';
import { done, failed, Stale, unlessStale, type Result } from '../errors';

const { title, client, preparedBy, edition, plan, distribution, sections } = reportSettingsSchema.shape;

/** The fields of the form; `place.SECTION` says where a part stands. */
export const saveReportInput = z.looseObject({
  org: z.string(),
  id: z.string(),
  report: z.string(),
  version: z.coerce.number().int(),
  ...{ title, client, preparedBy, edition, plan, distribution },
  only: z.union([z.literal('').transform(() => null), z.enum(MODEL_IDS)]).default(null),
  sections: several(sections),
  /** Slug of the firm in whose name it is written; empty for none. */
  firm: z.string().max(100).default(''),
  /** Ids of those that are shown. */
  findings: texts,
  summary: plainText(LIMITS.finding).default(''),
  summaryBy: plainText(LIMITS.title).default(''),
});

type Wanted = z.output<typeof saveReportInput>;

/** Changes how a report is set up. Of two who change it at once the second is told; what was issued stays as it is. */
export async function saveReport(ctx: ActorContext, wanted: Wanted): Promise<Result<null>> {
  const { db, actor, now } = ctx;
  const { id, report, version } = wanted;
  const seen = await reportById(db, actor.orgId, report);
  const assessment = await assessmentById(db, actor.orgId, id);
  if (seen === undefined || assessment === undefined || seen.assessmentId !== id)
    return failed('not-found', 'There is no such report.');
  const [findings, scenarios] = await Promise.all([
    findingsOf(db, actor.orgId, id),
    scenariosOf(db, actor.orgId, id),
  ]);
  const firm = await firmNamed(ctx, wanted.firm, seen.settings.firm);
  const faults = faultsOf(wanted, {
    questionnaires: assessment.questionnaires,
    scenarios: scenarios.map((each) => each.id),
    firm,
  });
  const [fault] = Object.values(faults);
  if (fault !== undefined) return failed('invalid', fault, { fields: faults });
  const settings = settingsOf(
    wanted,
    findings.map((each) => each.id),
    firm,
  );
  const saved = await unlessStale(
    commit(db, (tx) => [
      exactlyOne(
        updateReport(tx, { ...seen, version }, { settings, updatedBy: actor.userId, updatedAt: now }),
        () => new Stale(),
      ),
      audited(ctx, tx, 'report.change', report, { title: settings.title }),
    ]),
  );
  return saved
    ? done(null)
    : failed(
        'conflict',
        'Somebody changed this report meanwhile. Yours is still in the fields; reload to see theirs.',
      );
}

/** One of the firms that the person works for, or the one that the report has already, whoever chose it. */
async function firmNamed(
  ctx: ActorContext,
  slug: string,
  kept: ReportSettings['firm'],
): Promise<ReportSettings['firm']> {
  if (slug === '') return null;
  if (slug === KEPT_FIRM) return kept;
  const found = (await firmsOf(ctx)).find((each) => each.slug === slug);
  return found === undefined ? null : { id: found.orgId, name: found.name };
}

type Known = {
  questionnaires: readonly string[];
  scenarios: readonly string[];
  firm: ReportSettings['firm'];
};

function faultsOf(
  { only, plan: wanted, summary, summaryBy, firm: slug }: Wanted,
  { questionnaires, scenarios, firm }: Known,
): Record<string, string> {
  return {
    ...(slug !== '' && firm === null && { firm: 'you work for no firm of that name' }),
    ...(only !== null &&
      !questionnaires.includes(only) && { only: 'this assessment has no such questionnaire' }),
    ...(!['team', 'none', ...scenarios].includes(wanted) && {
      plan: 'this scenario is gone; choose another',
    }),
    ...(summary !== '' &&
      summaryBy === '' && { summaryBy: 'say whose words these are: the page names them' }),
  };
}

function settingsOf(
  wanted: Wanted,
  findings: readonly string[],
  firm: ReportSettings['firm'],
): ReportSettings {
  const { summary, summaryBy, only } = wanted;
  return {
    ...{ title: wanted.title, client: wanted.client, preparedBy: wanted.preparedBy, firm },
    ...{ edition: wanted.edition, only, plan: wanted.plan, distribution: wanted.distribution },
    sections: inPlaces(wanted.sections, wanted),
    leftOut: findings.filter((id) => !wanted.findings.includes(id)),
    summary: summary === '' ? null : { text: summary, by: summaryBy },
  };
}

/** By the number beside each part; equal ones and those without stay in the usual order. */
function inPlaces(chosen: readonly SectionId[], fields: Record<string, unknown>): SectionId[] {
  const usual = Object.keys(SECTIONS) as SectionId[];
  const place = (id: SectionId) => {
    const said = Number(fields[`place.${id}`]);
    return Number.isFinite(said) && said > 0 ? said : usual.indexOf(id) + 1;
  };
  return usual.filter((id) => chosen.includes(id)).toSorted((a, b) => place(a) - place(b));
}
