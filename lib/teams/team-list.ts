import 'server-only';
import { teamsOfOrg } from '@/db/teams';
import type { ActorContext } from '../context';
import { pathsOf } from '../domain/team-tree';

export type ListedTeam = { slug: string; name: string; path: string; depth: number; unit: boolean };

/** All teams and units in the order of the tree: each followed by what is below it, by name. */
export async function teamList({ db, actor }: ActorContext): Promise<ListedTeam[]> {
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
  return list(null, 0);
}
