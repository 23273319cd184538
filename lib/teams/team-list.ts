import 'server-only';
import { teamsOfOrg } from '@/db/teams';
import type { ActorContext } from '../context';
import { idPathsOf, pathsOf } from '../domain/team-tree';

export type ListedTeam = { slug: string; name: string; path: string; depth: number; unit: boolean };

/**
 * The teams and units in the order of the tree: each followed by what is below it, by name. All of them, or those to which somebody is
 * confined with what is below.
 */
export async function teamList(
  { db, actor }: Pick<ActorContext, 'db' | 'actor'>,
  within: readonly string[] | null = null,
): Promise<ListedTeam[]> {
  const teams = await teamsOfOrg(db, actor.orgId);
  const paths = pathsOf(teams);
  const parents = new Set(teams.map(({ parentId }) => parentId));
  const below = new Map<string | null, typeof teams>();
  for (const team of teams) below.set(team.parentId, [...(below.get(team.parentId) ?? []), team]);
  const list = (parentId: string | null, depth: number): ListedTeam[] =>
    (below.get(parentId) ?? []).flatMap(({ id, slug, name }) => [
      { slug, name, path: paths.get(id) ?? name, depth, unit: parents.has(id) },
      ...list(id, depth + 1),
    ]);
  if (within === null) return list(null, 0);
  const above = idPathsOf(teams);
  return teams
    .filter(
      ({ id }) =>
        within.includes(id) &&
        !above
          .get(id)
          ?.slice(1)
          .some((unit) => within.includes(unit)),
    )
    .flatMap(({ id, slug, name }) => [
      { slug, name, path: paths.get(id) ?? name, depth: 0, unit: parents.has(id) },
      ...list(id, 1),
    ]);
}
