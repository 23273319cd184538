import 'server-only';
import { byName } from '@/db/order';
import { teamTree } from '@/db/rollups';
import { ownStandings, standingsIn } from '@/db/standings';
import type { ActorContext } from '../context';
import type { Aims } from '../domain/aims';
import { summed, type PlanStanding } from '../domain/plan-standing';
import { plansTogether, yearAimedAt, type PlansTogether } from '../domain/scorecard-plans';
import { surveyTree, type Survey } from '../orgs/survey-tree';
import { dayOf } from '../domain/calendar';

export type NamedTeam = { slug: string; name: string };

/** Plans together, with how they stand. */
export type Plans = { standing: PlanStanding; together: PlansTogether };

/** The plans of what was surveyed below a unit, `null` for the organisation: from sums, whatever number of teams there is. */
export async function plansIn(
  ctx: ActorContext,
  survey: Pick<Survey, 'scored' | 'uncounted' | 'expected'>,
  { root, aims }: { root: string | null; aims: Aims | null },
): Promise<Plans> {
  const { db, actor } = ctx;
  const assessed = survey.scored.some(({ id }) => id === root);
  const [sums, own, uncounted] = await Promise.all([
    standingsIn(db, actor.orgId, 'below', [root ?? actor.orgId]),
    standingsIn(db, actor.orgId, 'own', root !== null && assessed ? [root] : []),
    standingsIn(db, actor.orgId, 'own', survey.uncounted),
  ]);
  const bodies = (rows: typeof sums) => rows.map(({ body }) => body);
  return told(ctx, summed(bodies([...sums, ...own]), bodies(uncounted)), survey.expected, aims);
}

export type PlansBelow = Plans & {
  /** The teams of whose own plans this holds, in the order of their names. */
  named: (holds: (own: PlanStanding) => boolean) => NamedTeam[];
};

/** The same with the plan of each team, where they are to be named; `null` where there is no such unit. */
export async function plansBelow(
  ctx: ActorContext,
  unit: string | undefined,
  aims: Aims | null,
): Promise<PlansBelow | null> {
  const nodes = (await teamTree(ctx.db, ctx.actor.orgId)).toSorted(byName);
  const root = unit === undefined ? null : nodes.find(({ slug }) => slug === unit);
  if (root === undefined) return null;
  const survey = surveyTree(nodes, root?.id ?? null);
  const own = await standingsAmong(ctx, survey);
  return {
    ...told(ctx, summed([...own.values()]), survey.expected, aims),
    named: (holds) =>
      nodes.flatMap(({ id, slug, name }) => {
        const standing = own.get(id);
        return standing !== undefined && holds(standing) ? [{ slug, name }] : [];
      }),
  };
}

/** How the plan of each team stands that could have a score. */
export async function standingsAmong(
  { db, actor }: ActorContext,
  { scored, waiting }: Pick<Survey, 'scored' | 'waiting'>,
): Promise<Map<string, PlanStanding>> {
  const among = new Set([...scored, ...waiting].map(({ id }) => id));
  const rows = await ownStandings(db, actor.orgId);
  return new Map(
    rows
      .filter(({ nodeId, body }) => among.has(nodeId) && body.plans > 0)
      .map(({ nodeId, body }) => [nodeId, body]),
  );
}

function told({ content, now }: ActorContext, standing: PlanStanding, of: number, aims: Aims | null): Plans {
  const today = dayOf(now);
  const year = yearAimedAt(aims ?? {}, today);
  return { standing, together: plansTogether(content, standing, { of, today, year }) };
}
