import type { Db } from '@/db/client';
import type { World } from '@/db/fixtures';
import { teamTree } from '@/db/rollups';
import { ownStandings, standingsIn } from '@/db/standings';
import { standingOf, summed, type PlanStanding } from '../domain/plan-standing';
import { contextOf } from '../testing';
import { planOf } from './plan-of-team';

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
export async function standingsOfPages(db: Db, world: World): Promise<Standings> {
  const tree = await teamTree(db, world.org.id);
  const parents = new Map(tree.map(({ id, parentId }) => [id, parentId]));
  const parts = new Map<string, PlanStanding[]>();
  for (const { id, slug } of tree) {
    const page = await planOf(contextOf(db, world, { minutes: 99 }), slug);
    if (page === null) continue;
    const own = standingOf(page.plan.promise, page.state.steps);
    parts.set(`own ${id}`, [own]);
    const above = [world.org.id];
    for (let unit = parents.get(id) ?? null; unit !== null; unit = parents.get(unit) ?? null)
      above.push(unit);
    for (const node of above) parts.set(`below ${node}`, [...(parts.get(`below ${node}`) ?? []), own]);
  }
  return Object.fromEntries([...parts].map(([key, each]) => [key, summed(each)]));
}
