import 'server-only';
import { commit, exactlyOne } from '@/db/commit';
import {
  orgsWithoutRollups,
  replaceNewest,
  rollupKeys,
  rollupsIn,
  rollupsVersion,
  teamTree,
  upsertRollups,
  type TreeNode,
} from '@/db/rollups';
import { finishedOfTeams } from '@/db/score-history';
import { Moved } from '../commit-anew';
import type { Context } from '../context';
import { NEWEST } from '../domain/counted';
import { emptyRollup, mergeRollups, type Rollup, type RollupPart } from '../domain/rollup';
import { countedOf, ownParts, type OwnCount } from './own-rollups';

type RebuildContext = Pick<Context, 'db' | 'now'>;

/** How many teams' scores are held at once. */
const TEAMS = 100;
const ATTEMPTS = 20;

/**
 * Computes all roll-ups of an organisation anew from its stored scores: after a team was moved, or where they are missing. One period a
 * commit, `newest` as the last, so that one that was cut off is seen to be unfinished.
 */
export async function rebuildRollups(ctx: RebuildContext, orgId: string): Promise<void> {
  const counts = await countsByPeriod(ctx, orgId, await teamTree(ctx.db, orgId));
  const known = (await rollupKeys(ctx.db, orgId)).map(({ period }) => period);
  const quarters = new Set([...counts.keys(), ...known]);
  quarters.delete(NEWEST);
  for (const period of [...quarters].toSorted()) await rebuildPeriod(ctx, orgId, period);
  await rebuildPeriod(ctx, orgId, NEWEST);
}

/** Makes the roll-ups of all organisations whose scores were stored before there were any. */
export async function rebuildMissingRollups(ctx: RebuildContext): Promise<void> {
  for (const orgId of await orgsWithoutRollups(ctx.db)) await rebuildRollups(ctx, orgId);
}

async function rebuildPeriod(ctx: RebuildContext, orgId: string, period: string): Promise<void> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    try {
      return await rebuildOnce(ctx, orgId, period);
    } catch (error) {
      if (!(error instanceof Moved)) throw error;
    }
  }
  throw new Error(`the roll-ups of ${orgId} kept changing while they were rebuilt`);
}

async function rebuildOnce(ctx: RebuildContext, orgId: string, period: string): Promise<void> {
  const { db, now } = ctx;
  const seen = await rollupsVersion(db, orgId);
  const [tree, keys] = await Promise.all([teamTree(db, orgId), rollupKeys(db, orgId)]);
  const counts = await countsByPeriod(ctx, orgId, tree);
  const own = await partsInBatches(ctx, orgId, counts.get(period) ?? []);
  const merged = mergedTree(tree, own, orgId);
  const stored = new Set(keys.filter((key) => key.period === period).map(({ nodeId }) => nodeId));
  const rows = [...merged]
    .filter(([node, { sums }]) => sums.teams > 0 || stored.has(node))
    .map(([nodeId, body]) => ({ orgId, nodeId, period, teams: body.sums.teams, body, updatedAt: now }));
  const [standing] = period === NEWEST ? [] : await rollupsIn(db, orgId, NEWEST, [orgId]);
  const newest = period === NEWEST ? merged.get(orgId) : standing?.body;
  const top = newest ?? emptyRollup();
  await commit(db, (tx) => [
    exactlyOne(
      replaceNewest(tx, { orgId, teams: top.sums.teams, body: top, updatedAt: now }, seen),
      () => new Moved(),
    ),
    ...upsertRollups(
      tx,
      rows.filter(({ nodeId }) => period !== NEWEST || nodeId !== orgId),
    ),
  ]);
}

async function countsByPeriod(
  { db }: RebuildContext,
  orgId: string,
  tree: readonly TreeNode[],
): Promise<Map<string, OwnCount[]>> {
  const counts: [string, OwnCount][] = [];
  for (const teams of batches(tree.map(({ id }) => id))) {
    const finished = await finishedOfTeams(db, orgId, teams);
    for (const [team, history] of grouped(finished.map((row) => [row.teamId, row]))) {
      const dates = new Map(history.map(({ id, assessedOn }) => [id, assessedOn]));
      for (const [period, counted] of countedOf(history))
        counts.push([period, { ...counted, team, date: dates.get(counted.id) ?? '' }]);
    }
  }
  return grouped(counts);
}

async function partsInBatches(
  { db }: RebuildContext,
  orgId: string,
  counts: readonly OwnCount[],
): Promise<Map<string, Rollup>> {
  const parts: RollupPart[] = [];
  for (const batch of batches(counts)) parts.push(...(await ownParts(db, orgId, batch)));
  return new Map(parts.map(({ node, rollup }) => [node, rollup]));
}

function batches<Item>(items: readonly Item[]): Item[][] {
  return Array.from({ length: Math.ceil(items.length / TEAMS) }, (_, part) =>
    items.slice(part * TEAMS, (part + 1) * TEAMS),
  );
}

function grouped<Key, Item>(items: readonly (readonly [Key, Item])[]): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const [key, item] of items) {
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

/** Every node's own part merged with its children's, up to the organisation, whose node has its id. */
function mergedTree(tree: TreeNode[], own: Map<string, Rollup>, orgId: string): Map<string, Rollup> {
  const children = grouped(tree.map((node) => [node.parentId, node]));
  const merged = new Map<string, Rollup>();
  const merge = (node: string | null): RollupPart => {
    const mine = node === null ? undefined : own.get(node);
    const rollup = mergeRollups([
      ...(children.get(node) ?? []).map(({ id }) => merge(id)),
      ...(node === null || mine === undefined ? [] : [{ node, rollup: mine }]),
    ]);
    merged.set(node ?? orgId, rollup);
    return { node: node ?? orgId, rollup };
  };
  merge(null);
  return merged;
}
