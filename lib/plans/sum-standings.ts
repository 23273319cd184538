import 'server-only';
import type { Tx } from '@/db/client';
import { commit, exactlyOne, type Write } from '@/db/commit';
import { plansOfOrg } from '@/db/plans';
import { teamTree } from '@/db/rollups';
import type { Team } from '@/db/schema/teams';
import {
  deleteOwnStanding,
  deleteSums,
  orgsWithoutStandings,
  ownStandings,
  replaceStanding,
  standingsIn,
  upsertStandings,
} from '@/db/standings';
import type { Context } from '../context';
import { summed, type PlanStanding } from '../domain/plan-standing';
import { Stale, unlessStale } from '../errors';
import { ownStanding } from './own-standing';

type SumContext = Pick<Context, 'db' | 'now'>;
type Node = Pick<Team, 'id' | 'parentId'>;

/** The writes of all sums by a tree as it will be; a team that is not in it any more is forgotten. Without `own`, as these are kept. */
export async function standingsByTree(
  { db, now }: SumContext,
  orgId: string,
  tree: readonly Node[],
  own?: ReadonlyMap<string, PlanStanding>,
): Promise<(tx: Tx) => Write[]> {
  // First of all: whatever is committed after this makes the commit miss.
  const [top] = await standingsIn(db, orgId, 'below', [orgId]);
  const kept = await ownStandings(db, orgId);
  const standings = own ?? new Map(kept.map(({ nodeId, body }) => [nodeId, body]));
  const below = partsBelow(orgId, tree, standings);
  const write = { orgId, updatedAt: now };
  const sums = [...below].map(([nodeId, parts]) => ({
    ...{ ...write, nodeId, kind: 'below' as const },
    body: summed(parts),
  }));
  const ids = new Set(tree.map(({ id }) => id));
  const gone = kept.filter(({ nodeId }) => !ids.has(nodeId));
  return (tx) => [
    ...sums
      .filter(({ nodeId }) => nodeId === orgId)
      .map((row) => exactlyOne(replaceStanding(tx, row, top?.version), () => new Stale())),
    deleteSums(tx, orgId),
    ...gone.map(({ nodeId }) => deleteOwnStanding(tx, orgId, nodeId)),
    ...upsertStandings(tx, [
      ...sums.filter(({ nodeId }) => nodeId !== orgId),
      ...[...(own ?? [])].map(([nodeId, body]) => ({ ...write, nodeId, kind: 'own' as const, body })),
    ]),
  ];
}

/** How the plans below each unit stand, and below the organisation. */
function partsBelow(
  orgId: string,
  tree: readonly Node[],
  standings: ReadonlyMap<string, PlanStanding>,
): Map<string, PlanStanding[]> {
  const parents = new Map(tree.map(({ id, parentId }) => [id, parentId]));
  const below = new Map<string, PlanStanding[]>([[orgId, []]]);
  for (const { id } of tree) {
    const standing = standings.get(id);
    if (standing === undefined || standing.plans === 0) continue;
    const path = new Set([orgId]);
    for (let unit = parents.get(id); unit !== undefined && unit !== null && !path.has(unit);) {
      path.add(unit);
      unit = parents.get(unit);
    }
    for (const node of path) {
      const parts = below.get(node);
      if (parts === undefined) below.set(node, [standing]);
      else parts.push(standing);
    }
  }
  return below;
}

/** Computes how all plans of an organisation stand from what is stored of them. */
export async function rebuildStandings(ctx: SumContext, orgId: string): Promise<void> {
  const [tree, plans] = await Promise.all([teamTree(ctx.db, orgId), plansOfOrg(ctx.db, orgId)]);
  const own = new Map<string, PlanStanding>();
  for (const { teamId } of plans) own.set(teamId, await ownStanding(ctx.db, orgId, teamId));
  const writes = await standingsByTree(ctx, orgId, tree, own);
  await commit(ctx.db, writes);
}

/** The same for all organisations whose plans were chosen before this was kept. */
export async function rebuildMissingStandings(ctx: SumContext): Promise<void> {
  for (const orgId of await orgsWithoutStandings(ctx.db))
    // Where another process that starts too was quicker, they are there.
    await unlessStale(rebuildStandings(ctx, orgId));
}
