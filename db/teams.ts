import { and, eq, inArray } from 'drizzle-orm';
import type { Db, Tx } from './client';
import { guarded } from './commit';
import { byName } from './order';
import { type Team, team } from './schema/teams';

export function insertTeam(tx: Tx, row: Omit<typeof team.$inferInsert, 'version'>) {
  return tx.insert(team).values({ ...row, version: 1 });
}

export async function teamsOfOrg(db: Db, orgId: string): Promise<Team[]> {
  const rows = await db.select().from(team).where(eq(team.orgId, orgId));
  return rows.toSorted(byName);
}

export async function teamBySlug(db: Db, orgId: string, slug: string): Promise<Team | undefined> {
  const rows = await db
    .select()
    .from(team)
    .where(and(eq(team.orgId, orgId), eq(team.slug, slug)));
  return rows[0];
}

export async function teamById(db: Db, orgId: string, id: string): Promise<Team | undefined> {
  const rows = await db
    .select()
    .from(team)
    .where(and(eq(team.orgId, orgId), eq(team.id, id)));
  return rows[0];
}

/** What these teams are called; one that is not there is left out. */
export async function teamsNamed(
  db: Db,
  orgId: string,
  ids: readonly string[],
): Promise<Pick<Team, 'id' | 'slug' | 'name'>[]> {
  if (ids.length === 0) return [];
  return db
    .select({ id: team.id, slug: team.slug, name: team.name })
    .from(team)
    .where(and(eq(team.orgId, orgId), inArray(team.id, [...new Set(ids)])));
}

/** The ids of the units above a team, from the nearest to the top; a tree is a few units deep. */
export async function idsAbove(db: Db, orgId: string, id: string): Promise<string[]> {
  const above: string[] = [];
  let parent = (await teamById(db, orgId, id))?.parentId ?? null;
  while (parent !== null && !above.includes(parent)) {
    above.push(parent);
    parent = (await teamById(db, orgId, parent))?.parentId ?? null;
  }
  return above;
}

/** Renames or moves a team, or sets what it aims at. That the tree stays a tree is for the caller to see to. */
export function updateTeam(
  tx: Tx,
  seen: Pick<Team, 'orgId' | 'id' | 'version'>,
  changes: Partial<Pick<Team, 'slug' | 'name' | 'parentId' | 'aims'>>,
) {
  return guarded(
    tx
      .update(team)
      .set({ ...changes, version: seen.version + 1 })
      .where(and(eq(team.orgId, seen.orgId), eq(team.id, seen.id), eq(team.version, seen.version)))
      .returning({ id: team.id }),
  );
}

/** Deletes a team; one with assessments or teams below it is refused by the database. */
export function deleteTeam(tx: Tx, seen: Pick<Team, 'orgId' | 'id' | 'version'>) {
  return guarded(
    tx
      .delete(team)
      .where(and(eq(team.orgId, seen.orgId), eq(team.id, seen.id), eq(team.version, seen.version)))
      .returning({ id: team.id }),
  );
}
