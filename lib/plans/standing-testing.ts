import type { Db } from '@/db/client';
import type { World } from '@/db/fixtures';
import { planOfTeam, planStepsOf } from '@/db/plans';
import { teamTree } from '@/db/rollups';
import { ownStandings, standingsIn } from '@/db/standings';
import { standingOf, summed, type PlanStanding } from '../domain/plan-standing';
import type { ActorContext } from '../context';
import { NOTHING_FINISHED, planState } from '../domain/plan-state';
import { planOf } from './plan-of-team';
import { keptOf } from './roadmap-of';

/** How plans stand, as it is stored and as the page of each team says. For tests alone. */

type Standings = Record<string, PlanStanding>;

/** What is stored, by kind and node; what no plan is in says no more than what is not there. */
export async function storedStandings(db: Db, { org }: Pick<World, 'org'>): Promise<Standings> {
  const tree = await teamTree(db, org.id);
  const rows = [
    ...(await ownStandings(db, org.id)),
    ...(await standingsIn(db, org.id, 'below', [org.id, ...tree.map(({ id }) => id)])),
  ];
  return Object.fromEntries(
    rows
      .filter(({ body }) => body.plans > 0)
      .map(({ kind, nodeId, body }) => [`${kind} ${nodeId}`, summed([body])]),
  );
}

/** The same from the page of each team, added up over all teams below each unit. */
export async function standingsOfPages(ctx: ActorContext): Promise<Standings> {
  const { orgId } = ctx.actor;
  const tree = await teamTree(ctx.db, orgId);
  const parents = new Map(tree.map(({ id, parentId }) => [id, parentId]));
  const parts = new Map<string, PlanStanding[]>();
  for (const { id, slug } of tree) {
    const own = (await ofPage(ctx, slug)) ?? (await withoutAssessment(ctx, id));
    if (own === null) continue;
    parts.set(`own ${id}`, [own]);
    const above = [orgId];
    for (let unit = parents.get(id) ?? null; unit !== null; unit = parents.get(unit) ?? null)
      above.push(unit);
    for (const node of above) parts.set(`below ${node}`, [...(parts.get(`below ${node}`) ?? []), own]);
  }
  return Object.fromEntries([...parts].map(([key, each]) => [key, summed(each)]));
}

async function ofPage(ctx: ActorContext, slug: string): Promise<PlanStanding | null> {
  const page = await planOf(ctx, slug);
  return page === null ? null : standingOf(page.plan.promise, page.state.steps);
}

/** A plan outlives the assessment that it was made from, and its page does not. */
async function withoutAssessment({ db, actor }: ActorContext, team: string): Promise<PlanStanding | null> {
  const plan = await planOfTeam(db, actor.orgId, team);
  if (plan === undefined) return null;
  const kept = keptOf(await planStepsOf(db, actor.orgId, team));
  return standingOf(plan.promise, planState(plan.promise, kept, NOTHING_FINISHED, '').steps);
}
