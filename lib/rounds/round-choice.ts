import 'server-only';
import { teamsOfOrg } from '@/db/teams';
import type { ActorContext } from '../context';
import { takenTeams } from './open-round';

/** A team or unit to be chosen for a round. */
export type ChoiceNode = {
  slug: string;
  name: string;
  /** The open round that it is in already; of a unit always none. */
  takenBy: string | null;
  /** Below a unit. */
  below: ChoiceNode[];
  /** Teams at or below it, and those of them that are in no open round. */
  teams: number;
  free: number;
};

/** All teams as a tree, each with whether it can be chosen for a round. */
export async function roundChoice(ctx: ActorContext): Promise<ChoiceNode[]> {
  const [teams, taken] = await Promise.all([teamsOfOrg(ctx.db, ctx.actor.orgId), takenTeams(ctx)]);
  const below = new Map<string | null, typeof teams>();
  for (const team of teams) {
    const siblings = below.get(team.parentId);
    if (siblings === undefined) below.set(team.parentId, [team]);
    else siblings.push(team);
  }
  const nodes = (parentId: string | null): ChoiceNode[] =>
    (below.get(parentId) ?? []).map(({ id, slug, name }) => {
      const children = nodes(id);
      if (children.length === 0) {
        const takenBy = taken.get(id)?.title ?? null;
        return { slug, name, takenBy, below: [], teams: 1, free: takenBy === null ? 1 : 0 };
      }
      const sum = (of: 'teams' | 'free') => children.reduce((total, child) => total + child[of], 0);
      return { slug, name, takenBy: null, below: children, teams: sum('teams'), free: sum('free') };
    });
  return nodes(null);
}
