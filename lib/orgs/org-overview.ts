import 'server-only';
import { byName } from '@/db/order';
import { rollupsIn, rollupsOfNode, scorecardTree, type TreeNode } from '@/db/rollups';
import type { RollupRow } from '@/db/schema/rounds';
import { decisionsOf } from '@/db/decisions';
import { draftsOf } from '@/db/scores';
import { teamById, teamBySlug, teamsNamed } from '@/db/teams';
import type { ActorContext } from '../context';
import type { Aims } from '../domain/aims';
import { NEWEST } from '../domain/counted';
import { proposalsOf } from '../domain/decision-proposals';
import { emptyRollup } from '../domain/rollup';
import { buildScorecard, type Scorecard } from '../domain/scorecard';
import type { PlansTogether } from '../domain/scorecard-plans';
import type { ModelId } from '../domain/vocabulary';
import { whatItTakes, type WhatItTakes } from '../domain/what-it-takes';
import { plansIn } from '../plans/plans-below';
import { surveyTree, type Survey } from './survey-tree';
import { dayOf } from '../domain/calendar';

/** Rows of the heat map. */
const UNITS = 12;
/** Quarters in the trend: three years. */
const QUARTERS = 12;

export type NamedTeam = { slug: string; name: string };

export type OrgOverview = {
  /** The way from the top to the unit that is looked at, itself as the last; empty for the organisation. */
  path: NamedTeam[];
  scorecard: Scorecard;
  /** From the plans of its teams; decisions are those of the whole organisation and not of a unit. */
  takes: WhatItTakes;
  /** The same with each role by quarter. */
  together: PlansTogether;
  /** The teams that are the lowest of some row of the heat map, by id. */
  lowest: Record<string, NamedTeam>;
  /** Teams that could have a score and have none: how many, and how many of them are answering; a unit of teams is not counted. */
  waiting: { count: number; answering: number; first: NamedTeam | null };
  /** How many teams could have a score. */
  teams: number;
  /** Units that the heat map has no room for. */
  moreUnits: number;
};

type Options = { aims?: Aims | null };

/** The scorecard of an organisation: from roll-ups, sums of plans and the tree, with drafts in coverage alone. Never reads a score or an answer. */
export async function orgOverview(
  ctx: ActorContext,
  questionnaires: readonly ModelId[],
  options: Options = {},
): Promise<OrgOverview> {
  return overviewOf(ctx, questionnaires, options, { nodes: await sortedTree(ctx, null), root: null });
}

/** The same of one of its units with all below it, where an address names one; `null` where there is no such unit. */
export async function overviewAt(
  ctx: ActorContext,
  unit: string | undefined,
  questionnaires: readonly ModelId[],
  options: Options = {},
): Promise<OrgOverview | null> {
  if (unit === undefined) return orgOverview(ctx, questionnaires, options);
  const id = (await teamBySlug(ctx.db, ctx.actor.orgId, unit))?.id;
  if (id === undefined) return null;
  const nodes = await sortedTree(ctx, id);
  const root = nodes.find((node) => node.id === id) ?? null;
  return root === null ? null : overviewOf(ctx, questionnaires, options, { nodes, root });
}

const sortedTree = async ({ db, actor }: ActorContext, root: string | null): Promise<TreeNode[]> =>
  (await scorecardTree(db, actor.orgId, root)).toSorted(byName);

async function overviewOf(
  ctx: ActorContext,
  questionnaires: readonly ModelId[],
  { aims }: Options,
  { nodes, root }: { nodes: TreeNode[]; root: TreeNode | null },
): Promise<OrgOverview> {
  const { db, actor } = ctx;
  const { orgId } = actor;
  const survey = surveyTree(nodes, root?.id ?? null);
  const units = largest(survey.top);
  const [whole, below, drafts, own, { takes, together }] = await Promise.all([
    rollupsOfNode(db, orgId, root?.id ?? orgId),
    rollupsIn(
      db,
      orgId,
      NEWEST,
      units.map(({ id }) => id),
    ),
    draftsOf(db, orgId),
    root === null ? undefined : teamById(db, orgId, root.id),
    takesOf(ctx, survey, { aims: aims ?? {}, root: root?.id ?? null }),
  ]);
  const bodies = new Map(below.map(({ nodeId, body }) => [nodeId, body]));
  const scorecard = buildScorecard(
    ctx.content,
    {
      all: whole.find(({ period }) => period === NEWEST)?.body ?? emptyRollup(),
      expected: survey.expected,
      units: units.map(({ id, slug, name, expected }) => ({
        ...{ id, slug, name, expected },
        rollup: bodies.get(id) ?? emptyRollup(),
      })),
      quarters: quartersOf(whole),
      aims: { ...aims, ...own?.aims },
    },
    questionnaires,
  );
  const lowest = await teamsNamed(db, orgId, lowestTeams(scorecard));
  const answering = new Set(drafts.map(({ teamId }) => teamId));
  const named = ({ slug, name }: NamedTeam): NamedTeam => ({ slug, name });
  const [first] = survey.waiting;
  return {
    path: survey.path.map(named),
    scorecard,
    ...{ takes, together },
    lowest: Object.fromEntries(lowest.map((team) => [team.id, named(team)])),
    waiting: {
      count: survey.waiting.length,
      answering: survey.waiting.filter(({ id }) => answering.has(id)).length,
      first: first === undefined ? null : named(first),
    },
    teams: survey.expected,
    moreUnits: survey.top.length - units.length,
  };
}

async function takesOf(
  ctx: ActorContext,
  survey: Survey,
  at: { aims: Aims; root: string | null },
): Promise<Pick<OrgOverview, 'takes' | 'together'>> {
  const { db, actor, now, content } = ctx;
  const [{ standing, together }, decisions] = await Promise.all([
    plansIn(ctx, survey, at),
    at.root === null ? decisionsOf(db, actor.orgId) : [],
  ]);
  const today = dayOf(now);
  const proposals = at.root === null ? proposalsOf(content, together, standing, today) : [];
  return { takes: whatItTakes(together, decisions, proposals), together };
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

const lowestTeams = ({ heat }: Scorecard): string[] =>
  [heat.all, ...heat.rows].flatMap(({ cells }) =>
    cells.flatMap((cell) => (cell === null || cell.lowest === null ? [] : [cell.lowest.team])),
  );
