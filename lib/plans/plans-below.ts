import 'server-only';
import { byName } from '@/db/order';
import { teamTree, type TreeNode } from '@/db/rollups';
import type { ActorContext } from '../context';
import type { Aims } from '../domain/aims';
import { plansTogether, yearAimedAt, type PlannedTeam, type PlansTogether } from '../domain/scorecard-plans';
import { surveyTree, type Survey } from '../orgs/survey-tree';
import { plannedTeams } from './planned-teams';

export type NamedTeam = { slug: string; name: string };

export type PlansBelow = {
  teams: PlannedTeam[];
  together: PlansTogether;
  /** These teams, by their ids, in the order of their names. */
  named: (ids: readonly string[]) => NamedTeam[];
};

/** The plans of an organisation, or of one of its units with all below it; `null` where there is no such unit. */
export async function plansBelow(
  ctx: ActorContext,
  unit: string | undefined,
  aims: Aims | null,
): Promise<PlansBelow | null> {
  const nodes = (await teamTree(ctx.db, ctx.actor.orgId)).toSorted(byName);
  const root = unit === undefined ? null : nodes.find(({ slug }) => slug === unit);
  if (root === undefined) return null;
  return { ...(await plansIn(ctx, surveyTree(nodes, root?.id ?? null), aims)), named: namesIn(nodes) };
}

/** The same of a tree that was surveyed already. Only teams that could have a score count. */
export async function plansIn(
  ctx: ActorContext,
  { scored, waiting, expected }: Pick<Survey, 'scored' | 'waiting' | 'expected'>,
  aims: Aims | null,
): Promise<Omit<PlansBelow, 'named'>> {
  const today = ctx.now.toISOString().slice(0, 10);
  const teams = await plannedTeams(ctx, new Set([...scored, ...waiting].map(({ id }) => id)));
  const year = yearAimedAt(aims ?? {}, today);
  return { teams, together: plansTogether(ctx.content, teams, { of: expected, today, year }) };
}

const namesIn =
  (nodes: readonly TreeNode[]) =>
  (ids: readonly string[]): NamedTeam[] => {
    const wanted = new Set(ids);
    return nodes.filter(({ id }) => wanted.has(id)).map(({ slug, name }) => ({ slug, name }));
  };
