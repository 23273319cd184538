import 'server-only';
import { byName } from '@/db/order';
import { rollupsIn, rollupsOfNode, teamTree, type TreeNode } from '@/db/rollups';
import type { RollupRow } from '@/db/schema';
import { draftsOf, newestFinishedScores } from '@/db/scores';
import type { ActorContext } from '../context';
import type { Aims } from '../domain/aims';
import { NEWEST } from '../domain/counted';
import { emptyRollup } from '../domain/rollup';
import { buildScorecard, type Scorecard } from '../domain/scorecard';
import { teamLevels, type TeamLevel } from '../domain/team-levels';
import type { ModelId } from '../domain/vocabulary';
import { surveyTree } from './survey-tree';

/** A page of the table of teams. */
export const TEAMS_A_PAGE = 50;
/** Rows of the heat map. */
const UNITS = 12;
/** Quarters in the trend: three years. */
const QUARTERS = 12;

export type OverviewTeam = {
  id: string;
  slug: string;
  name: string;
  unit: string | null;
  date: string;
  levels: Partial<Record<ModelId, TeamLevel>>;
};

export type OrgOverview = {
  scorecard: Scorecard;
  /** Teams with a score, by unit and name. */
  table: { teams: OverviewTeam[]; page: number; pages: number };
  /** Teams without a score, the first of them; a unit of teams is not counted. */
  waiting: { count: number; teams: { slug: string; name: string; unit: string | null; drafts: number }[] };
  /** How many teams could have a score. */
  teams: number;
  /** Units that the heat map has no room for. */
  moreUnits: number;
};

/** The organisation page: roll-ups, the stored scores of one page of teams, and drafts in coverage alone. Never reads an answer. */
export async function orgOverview(
  ctx: ActorContext,
  questionnaires: readonly ModelId[],
  { aims = {}, page = 1 }: { aims?: Aims | null; page?: number } = {},
): Promise<OrgOverview> {
  const { db, actor } = ctx;
  const survey = surveyTree((await teamTree(db, actor.orgId)).toSorted(byName));
  const pages = Math.max(1, Math.ceil(survey.scored.length / TEAMS_A_PAGE));
  const shown = Math.min(Math.max(1, page), pages);
  const onPage = survey.scored.slice((shown - 1) * TEAMS_A_PAGE, shown * TEAMS_A_PAGE);
  const units = largest(survey.top);
  const [whole, below, drafts, teams] = await Promise.all([
    rollupsOfNode(db, actor.orgId, actor.orgId),
    rollupsIn(
      db,
      actor.orgId,
      NEWEST,
      units.map(({ id }) => id),
    ),
    draftsOf(db, actor.orgId),
    teamTable(ctx, onPage, questionnaires),
  ]);
  const bodies = new Map(below.map(({ nodeId, body }) => [nodeId, body]));
  return {
    scorecard: buildScorecard(
      ctx.content,
      {
        all: whole.find(({ period }) => period === NEWEST)?.body ?? emptyRollup(),
        expected: survey.expected,
        units: units.map(({ id, slug, name, expected }) => ({
          ...{ id, slug, name, expected },
          rollup: bodies.get(id) ?? emptyRollup(),
        })),
        quarters: quartersOf(whole),
        aims: aims ?? {},
      },
      questionnaires,
    ),
    table: { teams, page: shown, pages },
    waiting: {
      count: survey.waiting.length,
      teams: survey.waiting.slice(0, TEAMS_A_PAGE).map(({ id, slug, name, unit }) => ({
        ...{ slug, name, unit },
        drafts: drafts.find(({ teamId }) => teamId === id)?.drafts ?? 0,
      })),
    },
    teams: survey.expected,
    moreUnits: survey.top.length - units.length,
  };
}

/** Those with most teams, where there are more than there is room for; by name in either case. */
function largest<Unit extends { name: string; expected: number }>(units: readonly Unit[]): Unit[] {
  return units
    .toSorted((a, b) => b.expected - a.expected)
    .slice(0, UNITS)
    .toSorted(byName);
}

const quartersOf = (rows: readonly RollupRow[]) =>
  rows
    .filter(({ period, teams }) => period !== NEWEST && teams > 0)
    .toSorted((a, b) => (a.period < b.period ? -1 : 1))
    .slice(-QUARTERS)
    .map(({ period, body }) => ({ quarter: period, rollup: body }));

async function teamTable(
  { db, actor }: ActorContext,
  teams: readonly (TreeNode & { unit: string | null })[],
  questionnaires: readonly ModelId[],
): Promise<OverviewTeam[]> {
  if (teams.length === 0) return [];
  const scores = await newestFinishedScores(
    db,
    actor.orgId,
    teams.map(({ id }) => id),
  );
  const newest = new Map(scores.filter(({ place }) => place === 1).map((score) => [score.team.id, score]));
  return teams.flatMap(({ id, slug, name, unit }) => {
    const own = newest.get(id);
    if (own === undefined) return [];
    const { assessment, score } = own;
    return [
      {
        id,
        slug,
        name,
        unit,
        date: assessment.assessedOn,
        levels: teamLevels(score.summary, questionnaires),
      },
    ];
  });
}
