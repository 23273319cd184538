import 'server-only';
import { setImmediate } from 'node:timers/promises';
import { byName } from '@/db/order';
import { plansOfOrg } from '@/db/plans';
import { rollupsIn, type TreeNode } from '@/db/rollups';
import { newestFinishedScores } from '@/db/scores';
import type { ActorContext } from '../context';
import { NEWEST } from '../domain/counted';
import { pageOf } from '../domain/page-of';
import type { Rollup } from '../domain/rollup';
import { paceOf, type PlanPace } from '../domain/scorecard-plans';
import { teamLevels, type TeamLevels } from '../domain/team-levels';
import { teamRollup } from '../domain/team-rollup';
import { pathsOf } from '../domain/team-tree';
import { MODEL_IDS, type ModelId } from '../domain/vocabulary';
import { ofEachPlan } from '../plans/plans-below';
import type { SurveyedTeam } from './survey-tree';
import { surveyUnit } from './survey-unit';
import { dayOf } from '../domain/calendar';

export const TEAM_ORDERS = ['unit', 'name', 'date', 'share', ...MODEL_IDS] as const;
export type TeamOrder = (typeof TEAM_ORDERS)[number];

export type TeamRow = {
  slug: string;
  name: string;
  unit: string | null;
  /** The day that its answers speak for. */
  date: string;
  levels: TeamLevels;
  /** Mean share of the ladder, for certain; `null` where nothing applies. */
  share: number | null;
};

export type TableQuery = {
  unit?: string | undefined;
  /** Part of the name of the team or its unit. */
  named?: string | undefined;
  /** A level of the lead model, `below` for below its lowest. */
  level?: string | undefined;
  order: TeamOrder;
  page: number;
};

export type TeamTable = { rows: TeamRow[]; count: number; page: number; pages: number };

/** Teams with a score, filtered, sorted and by pages; `null` where there is no such unit. */
export async function teamTable(
  ctx: ActorContext,
  questionnaires: readonly ModelId[],
  query: TableQuery,
): Promise<TeamTable | null> {
  const found = await surveyUnit(ctx, query.unit);
  if (found === null) return null;
  const { nodes, survey } = found;
  const teams = survey.scored.filter(called(query.named));
  const byTree = query.order === 'unit' || query.order === 'name';
  if (query.order === 'name') teams.sort(byName);
  // Where the tree alone decides, only one page is read.
  if (byTree && query.level === undefined) {
    const { page, pages, items } = pageOf(teams, query.page);
    return { rows: await rowsOf(ctx, items, nodes, questionnaires), count: teams.length, page, pages };
  }
  const all = await rowsOf(ctx, teams, nodes, questionnaires);
  const wanted = all.filter(({ levels }) => isOn(levels, questionnaires[0], query.level));
  if (!byTree) wanted.sort(inOrder(query.order));
  const { page, pages, items } = pageOf(wanted, query.page);
  return { rows: items, count: wanted.length, page, pages };
}

/** A team as a line of a table that is taken away: also those that have not finished, without values. */
export type TeamLine = Pick<TeamRow, 'name' | 'levels' | 'share'> & {
  /** The units above it from the top, `Retail banking / Cards`. */
  units: string;
  date: string | null;
  /** The plan that it follows: person-days and end as promised, and how it stands. */
  plan: { days: number; finish: string | null; pace: PlanPace } | null;
};

/** Every team that could have a score: those that have one by unit, then those that wait; `null` where there is no such unit. */
export async function everyTeam(
  ctx: ActorContext,
  questionnaires: readonly ModelId[],
  unit: string | undefined,
): Promise<TeamLine[] | null> {
  const found = await surveyUnit(ctx, unit);
  if (found === null) return null;
  const { nodes, survey } = found;
  const { scored, waiting } = survey;
  const paths = pathsOf(nodes);
  const parents = new Map(nodes.map(({ slug, parentId }) => [slug, parentId]));
  const unitsOf = (slug: string) => paths.get(parents.get(slug) ?? '') ?? '';
  const today = dayOf(ctx.now);
  const [rows, promised, paces] = await Promise.all([
    rowsOf(ctx, scored, nodes, questionnaires),
    plansOfOrg(ctx.db, ctx.actor.orgId),
    ofEachPlan(ctx, { scored, waiting }, (own) => paceOf(own, today)),
  ]);
  const slugs = new Map(nodes.map(({ id, slug }) => [id, slug]));
  const plans = new Map(
    promised.flatMap(({ teamId, days, finish }) => {
      const pace = paces.get(teamId);
      return pace === undefined ? [] : [[slugs.get(teamId), { days, finish, pace }]];
    }),
  );
  const planOf = (slug: string): TeamLine['plan'] => plans.get(slug) ?? null;
  return [
    ...rows.map(({ slug, name, date, levels, share }) => ({
      ...{ name, units: unitsOf(slug), levels, share, plan: planOf(slug) },
      date: date === '' ? null : date,
    })),
    ...waiting.map(({ slug, name }) => ({
      ...{ name, units: unitsOf(slug), levels: {}, plan: planOf(slug) },
      ...{ date: null, share: null },
    })),
  ];
}

/** Whether a team or its unit has this in its name. */
export function called(named: string | undefined): (team: Pick<SurveyedTeam, 'name' | 'unit'>) => boolean {
  const wanted = (named ?? '').trim().toLowerCase();
  return ({ name, unit }) => `${name} ${unit ?? ''}`.toLowerCase().includes(wanted);
}

export const isOn = (levels: TeamLevels, lead: ModelId | undefined, level: string | undefined): boolean => {
  if (level === undefined || lead === undefined) return true;
  const own = levels[lead];
  return own !== undefined && (own.level ?? 'below') === level;
};

/** What wants attention on top: the oldest answers, the lowest share, most to go. */
function inOrder(order: TeamOrder): (a: TeamRow, b: TeamRow) => number {
  if (order === 'date') return (a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0);
  const model = MODEL_IDS.find((id) => id === order);
  if (model === undefined) return (a, b) => (a.share ?? 2) - (b.share ?? 2);
  return (a, b) => (b.levels[model]?.toGo ?? -1) - (a.levels[model]?.toGo ?? -1);
}

export async function rowsOf(
  ctx: ActorContext,
  teams: readonly SurveyedTeam[],
  nodes: readonly TreeNode[],
  questionnaires: readonly ModelId[],
): Promise<TeamRow[]> {
  const rows: TeamRow[] = [];
  for (let from = 0; from < teams.length; from += READ_AT_ONCE) {
    if (from > 0) await setImmediate();
    const some = teams.slice(from, from + READ_AT_ONCE);
    const rollups = await ownRollups(ctx, some, nodes);
    for (const { id, slug, name, unit } of some) {
      const rollup = rollups.get(id);
      if (rollup === undefined) continue;
      const { overall } = rollup.sums;
      rows.push({
        ...{ slug, name, unit },
        date: rollup.newest ?? '',
        levels: teamLevels(ctx.content, rollup, questionnaires),
        share: overall.teams === 0 ? null : overall.certain / overall.teams,
      });
    }
  }
  return rows;
}

/** The roll-ups of ten thousand teams are some hundred MB, and while they were read nobody else was answered. */
const READ_AT_ONCE = 500;

/** Each team's own roll-up; a unit's stored one has its teams in it, so one that was assessed itself is made from its score. */
async function ownRollups(
  { db, actor }: ActorContext,
  teams: readonly SurveyedTeam[],
  nodes: readonly TreeNode[],
): Promise<Map<string, Rollup>> {
  const parents = new Set(nodes.map(({ parentId }) => parentId));
  const ids = teams.map(({ id }) => id);
  const units = ids.filter((id) => parents.has(id));
  const [stored, scores] = await Promise.all([
    rollupsIn(
      db,
      actor.orgId,
      NEWEST,
      ids.filter((id) => !parents.has(id)),
    ),
    units.length === 0 ? [] : newestFinishedScores(db, actor.orgId, units),
  ]);
  const rollups = new Map(stored.map(({ nodeId, body }) => [nodeId, body]));
  for (const { team, place, score, assessment } of scores)
    if (place === 1)
      rollups.set(
        team.id,
        teamRollup({
          ...{ team: team.id, date: assessment.assessedOn, version: score.contentVersion },
          ...{ score: score.summary, before: null },
        }),
      );
  return rollups;
}
