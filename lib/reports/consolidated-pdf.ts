import 'server-only';
import * as z from 'zod';
import { planOfTeam } from '@/db/plans';
import { newestFinishedOf } from '@/db/scores';
import { loadAssessment } from '../assessments/load-assessment';
import { reportFrom } from '../assessments/report-of';
import { brandOf, withoutVersion } from '../brands/brand-of';
import { consolidatedTeam, MOST_TEAMS } from '../domain/consolidated';
import { plural } from '../domain/labels';
import { type ModelId, PAPERS } from '../domain/vocabulary';
import { done, failed, type Result } from '../errors';
import { texts } from '../form-fields';
import { chosenTeams, type ChosenTeams } from '../orgs/chosen-teams';
import { overviewAt } from '../orgs/org-overview';
import { scorecardOfTeams } from '../orgs/scorecard-of-teams';
import type { SurveyedTeam } from '../orgs/survey-tree';
import { renderConsolidatedPdf } from '../pdf/render';
import { subjectOf, teamPage, type TeamToPrint } from '../pdf/view-consolidated';
import type { ScorecardFactsToPrint } from '../pdf/view-scorecard';
import { lookOf } from './look-of';
import type { ReportPdf } from './report-pdf';
import type { ScorecardContext } from './scorecard-of';

const filled = z
  .string()
  .max(200)
  .optional()
  .transform((text) => (text === '' ? undefined : text));

export const consolidatedPdfInput = z.object({
  org: z.string(),
  unit: filled,
  /** As the table of teams filters. */
  named: filled,
  level: filled,
  /** Slugs, one by one as boxes are ticked, or with commas between them. */
  team: texts.transform((sent) => {
    const some = new Set(sent.flatMap((slugs) => slugs.split(',')).filter((slug) => slug !== ''));
    return some.size === 0 ? undefined : [...some];
  }),
  /** Sent with boxes to tick: none ticked is then no choice, and does not mean all. */
  only: z.enum(['ticked']).optional(),
  paper: z.enum(PAPERS).default('a4'),
});

type Asked = Partial<Omit<z.output<typeof consolidatedPdfInput>, 'org'>>;

/** One report over several teams, a unit or the organisation, from the newest finished assessment of each; drafts are not read. */
export async function consolidatedPdf(
  ctx: ScorecardContext,
  { team, only, paper = 'a4', ...filter }: Asked,
): Promise<Result<ReportPdf>> {
  const { org, now } = ctx;
  const { questionnaires } = org;
  if (only === 'ticked' && team === undefined)
    return failed('invalid', 'No team is ticked. Go back and tick the teams that the report is to be about.');
  const chosen = await chosenTeams(ctx, questionnaires, { ...filter, teams: team });
  if (!chosen.ok) return chosen;
  const { unit, whole, scored, waiting } = chosen.value;
  if (scored.length + waiting.length === 0) return failed('not-found', 'No team matches.');
  const look = lookOf(paper, now);
  const teams = await teamsToPrint(ctx, scored.slice(0, MOST_TEAMS), questionnaires, look);
  const brand = withoutVersion(await brandOf(ctx, org.name));
  const choice = whole ? null : plural(scored.length + waiting.length, 'chosen team');
  const subject = subjectOf({ unit, choice });
  const { pdf } = await renderConsolidatedPdf(
    {
      ...{ organisation: brand.name, unit, choice, questionnaires, teams, waiting },
      brand: { firm: null, client: brand },
      more: Math.max(0, scored.length - MOST_TEAMS),
      scorecard: {
        ...{ organisation: brand.name, unit: choice ?? unit, date: look.generatedOn, paper },
        ...(await scorecardFacts(ctx, filter.unit, chosen.value)),
      },
    },
    look,
  );
  return done({
    pdf,
    nameParts: [org.name, ...(subject === null ? [] : [subject]), 'MLOps maturity report', look.generatedOn],
  });
}

/** Of all teams the one that the screen shows, of a choice one of its own. */
async function scorecardFacts(
  ctx: ScorecardContext,
  unit: string | undefined,
  chosen: ChosenTeams,
): Promise<Pick<ScorecardFactsToPrint, 'scorecard' | 'takes' | 'answering' | 'moreUnits' | 'still'>> {
  const { questionnaires } = ctx.org;
  const aims = ctx.org.aims ?? {};
  const overview = chosen.whole ? await overviewAt(ctx, unit, questionnaires, { aims }) : null;
  if (overview !== null) {
    const { scorecard, takes, waiting, moreUnits } = overview;
    return { scorecard, takes, answering: waiting.answering, moreUnits };
  }
  return {
    scorecard: await scorecardOfTeams(ctx, questionnaires, chosen, aims),
    ...{
      answering: 0,
      moreUnits: 0,
      still: 'Quarters are counted for a unit and for the organisation, not for a choice of teams.',
    },
  };
}

/** One after the other, and of each no more is kept than what is printed: a frozen report is large. */
async function teamsToPrint(
  ctx: ScorecardContext,
  teams: readonly SurveyedTeam[],
  questionnaires: readonly ModelId[],
  look: ReturnType<typeof lookOf>,
): Promise<TeamToPrint[]> {
  const ids = teams.map(({ id }) => id);
  const [newest, plans] = await Promise.all([
    newestFinishedOf(ctx.db, ctx.actor.orgId, ids),
    Promise.all(ids.map((id) => planOfTeam(ctx.db, ctx.actor.orgId, id))),
  ]);
  const assessments = new Map(newest.map(({ teamId, id }) => [teamId, id]));
  const ends = new Map(
    plans.flatMap((plan) =>
      plan === undefined ? [] : [[plan.teamId, plan.promise.finish?.day ?? null] as const],
    ),
  );
  const [only] = questionnaires.length === 1 ? questionnaires : [];
  const printed: TeamToPrint[] = [];
  for (const { id, name, unit } of teams) {
    const assessment = assessments.get(id);
    const loaded = assessment === undefined ? null : await loadAssessment(ctx, assessment);
    if (loaded === null) continue;
    const report = await reportFrom(ctx, loaded, ctx.org.name, only);
    const about = { name, unit, hash: loaded.frozen?.hash ?? null, planEnds: ends.get(id) ?? null };
    printed.push({
      facts: consolidatedTeam(report, about),
      page: teamPage({ report, plan: null, summary: null }, loaded.content, look),
    });
  }
  return printed;
}
