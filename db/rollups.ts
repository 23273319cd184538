import {
  and,
  eq,
  exists,
  gt,
  inArray,
  isNotNull,
  isNull,
  notExists,
  or,
  sql,
  type SQL,
  type SQLWrapper,
} from 'drizzle-orm';
import type { Db, Tx } from './client';
import { guarded } from './commit';
import { type RollupRow, rollup } from './schema/rounds';
import { type Team, team } from './schema/teams';
import { org } from './schema/orgs';
import { score } from './schema/assessments';

/** A row as it is written; its version counts itself up. */
export type RollupWrite = Omit<RollupRow, 'version'>;

/** Which roll-up: of which node, over which period. */
export type RollupKey = Pick<RollupRow, 'nodeId' | 'period'>;

export type TreeNode = Pick<Team, 'id' | 'parentId' | 'slug' | 'name'> & {
  /** Teams with a score at or below it. */
  scored: number;
  /** The same of what is right below it together. */
  scoredBelow: number;
};

/** So many rows go into one statement; SQLite takes 32,766 parameters at most. */
const ROWS = 200;

/** How often any roll-up of the organisation has changed; `undefined` where it has none. */
export async function rollupsVersion(db: Db, orgId: string): Promise<number | undefined> {
  const rows = await db
    .select({ version: rollup.version })
    .from(rollup)
    .where(and(eq(rollup.orgId, orgId), eq(rollup.nodeId, orgId), eq(rollup.period, 'newest')));
  return rows[0]?.version;
}

/** The roll-ups of one node, of every period. */
export async function rollupsOfNode(db: Db, orgId: string, nodeId: string): Promise<RollupRow[]> {
  return db
    .select()
    .from(rollup)
    .where(and(eq(rollup.orgId, orgId), eq(rollup.nodeId, nodeId)));
}

/** The roll-ups of these nodes over one period. */
export async function rollupsIn(
  db: Db,
  orgId: string,
  period: string,
  nodeIds: readonly string[],
): Promise<RollupRow[]> {
  if (nodeIds.length === 0) return [];
  return db
    .select()
    .from(rollup)
    .where(and(eq(rollup.orgId, orgId), eq(rollup.period, period), inArray(rollup.nodeId, [...nodeIds])));
}

/** The roll-ups right below these teams, and below the organisation itself, over these periods. */
export async function rollupsBelow(
  db: Db,
  orgId: string,
  parentIds: readonly string[],
  periods: readonly string[],
): Promise<(RollupRow & { parentId: string | null })[]> {
  const rows = await db
    .select({ rollup, parentId: team.parentId })
    .from(rollup)
    .innerJoin(team, and(eq(team.orgId, orgId), eq(team.id, rollup.nodeId)))
    .where(
      and(
        eq(rollup.orgId, orgId),
        inArray(rollup.period, [...periods]),
        or(isNull(team.parentId), inArray(team.parentId, [...parentIds])),
      ),
    );
  return rows.map(({ rollup: row, parentId }) => ({ ...row, parentId }));
}

/** Which roll-ups there are, without what they say. */
export async function rollupKeys(db: Db, orgId: string): Promise<RollupKey[]> {
  return db
    .select({ nodeId: rollup.nodeId, period: rollup.period })
    .from(rollup)
    .where(eq(rollup.orgId, orgId));
}

/** All teams and units, with how many have a score. */
export async function teamTree(db: Db, orgId: string): Promise<TreeNode[]> {
  return treeNodes(db, orgId);
}

/**
 * Of them what a scorecard asks for one by one: the root, `null` for the organisation, what is right below it, every unit, and every team
 * without a score. Those that have one are most of them, and are counted in their units.
 */
export async function scorecardTree(db: Db, orgId: string, root: string | null): Promise<TreeNode[]> {
  return treeNodes(db, orgId, ({ below, scored }) =>
    or(
      root === null ? isNull(team.parentId) : or(eq(team.parentId, root), eq(team.id, root)),
      isNotNull(below),
      sql`coalesce(${scored}, 0) = 0`,
    ),
  );
}

async function treeNodes(
  db: Db,
  orgId: string,
  which: (known: { below: SQLWrapper; scored: SQLWrapper }) => SQL | undefined = () => undefined,
): Promise<TreeNode[]> {
  const counted = scoredOf(db, orgId, 'counted');
  const countedBelow = scoredOf(db, orgId, 'counted_below');
  const below = db
    .select({
      unit: sql<string>`${team.parentId}`.as('unit'),
      scoredBelow: sql`sum(coalesce(${countedBelow.scored}, 0))`.mapWith(Number).as('scored_below'),
    })
    .from(team)
    .leftJoin(countedBelow, eq(countedBelow.nodeId, team.id))
    .where(and(eq(team.orgId, orgId), isNotNull(team.parentId)))
    .groupBy(team.parentId)
    .as('below');
  const rows = await db
    .select({
      id: team.id,
      parentId: team.parentId,
      slug: team.slug,
      name: team.name,
      scored: counted.scored,
      scoredBelow: below.scoredBelow,
    })
    .from(team)
    .leftJoin(counted, eq(counted.nodeId, team.id))
    .leftJoin(below, eq(below.unit, team.id))
    .where(and(eq(team.orgId, orgId), which({ below: below.unit, scored: counted.scored })));
  return rows.map((row) => ({ ...row, scored: row.scored ?? 0, scoredBelow: row.scoredBelow ?? 0 }));
}

/**
 * How many teams with a score are at or below each node. Grouped, each a group of its own, so that SQLite reads all of them from their index
 * one after the other, and does not look each up in a row that fills a page.
 */
const scoredOf = (db: Db, orgId: string, name: string) =>
  db
    .select({
      nodeId: rollup.nodeId,
      scored: sql`max(${rollup.teams})`.mapWith(Number).as('scored'),
    })
    .from(rollup)
    .where(and(eq(rollup.orgId, orgId), eq(rollup.period, 'newest')))
    .groupBy(rollup.nodeId)
    .as(name);

/**
 * Organisations that have scores and nobody in their newest roll-up: their scores were stored before there were any, or making them was
 * cut off. (Or nothing of theirs counts, and then making them again is soon done.)
 */
export async function orgsWithoutRollups(db: Db): Promise<string[]> {
  const scores = db
    .select({ one: sql`1` })
    .from(score)
    .where(eq(score.orgId, org.id));
  const counted = db
    .select({ one: sql`1` })
    .from(rollup)
    .where(
      and(
        eq(rollup.orgId, org.id),
        eq(rollup.nodeId, org.id),
        eq(rollup.period, 'newest'),
        gt(rollup.teams, 0),
      ),
    );
  const rows = await db
    .select({ id: org.id })
    .from(org)
    .where(and(exists(scores), notExists(counted)));
  return rows.map(({ id }) => id);
}

/**
 * Writes the organisation's newest roll-up if no roll-up of the organisation has changed since its version was read; `undefined` where
 * there was none. Stands first in every commit that writes roll-ups.
 */
export function replaceNewest(tx: Tx, row: Omit<RollupWrite, 'nodeId' | 'period'>, seen: number | undefined) {
  const next = { ...row, nodeId: row.orgId, period: 'newest', version: (seen ?? 0) + 1 };
  if (seen === undefined)
    return guarded(tx.insert(rollup).values(next).onConflictDoNothing().returning({ id: rollup.nodeId }));
  return guarded(
    tx
      .update(rollup)
      .set(next)
      .where(
        and(
          eq(rollup.orgId, row.orgId),
          eq(rollup.nodeId, row.orgId),
          eq(rollup.period, 'newest'),
          eq(rollup.version, seen),
        ),
      )
      .returning({ id: rollup.nodeId }),
  );
}

/** Writes roll-ups in place of those before; in a commit with `replaceNewest`, which guards them. */
export function upsertRollups(tx: Tx, rows: readonly RollupWrite[]) {
  return Array.from({ length: Math.ceil(rows.length / ROWS) }, (_, part) =>
    tx
      .insert(rollup)
      .values(rows.slice(part * ROWS, (part + 1) * ROWS).map((row) => ({ ...row, version: 1 })))
      .onConflictDoUpdate({
        target: [rollup.orgId, rollup.nodeId, rollup.period],
        set: {
          teams: sql`excluded.teams`,
          body: sql`excluded.body`,
          updatedAt: sql`excluded.updated_at`,
          version: sql`${rollup.version} + 1`,
        },
      }),
  );
}
