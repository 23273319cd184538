import { list } from './labels';
import type { TreeTeam } from './team-tree';

/** Stands for every team of the organisation where units and teams are chosen. */
export const ALL_TEAMS = '*';

type SlugTeam = TreeTeam & { slug: string };

/** Which open round a team is in, by its id. */
export type TakenTeams = ReadonlyMap<string, { title: string }>;

export type ChosenTeams = { ok: true; ids: string[] } | { ok: false; fault: string };

/**
 * The teams that these addresses mean. A unit means every team below it that is in no open round; a team that is named and is in one is
 * refused, for a team answers to one open round at a time.
 */
export function chooseTeams(
  teams: readonly SlugTeam[],
  taken: TakenTeams,
  slugs: readonly string[],
): ChosenTeams {
  const bySlug = new Map(teams.map((team) => [team.slug, team]));
  const below = new Map<string | null, SlugTeam[]>();
  for (const team of teams) {
    const siblings = below.get(team.parentId);
    if (siblings === undefined) below.set(team.parentId, [team]);
    else siblings.push(team);
  }
  const unknown = slugs.find((slug) => slug !== ALL_TEAMS && !bySlug.has(slug));
  if (unknown !== undefined) return no(`there is no team “${unknown}” any more`);
  const named = slugs.flatMap((slug) => bySlug.get(slug) ?? []).filter(({ id }) => !below.has(id));
  const held = named.flatMap(({ id, name }) => {
    const round = taken.get(id);
    return round === undefined ? [] : [`${name} is in the open round ${round.title}`];
  });
  if (held.length > 0) return no(list(held));
  const roots = slugs.flatMap((slug) => (slug === ALL_TEAMS ? [null] : (bySlug.get(slug)?.id ?? [])));
  const meant = new Set(roots.flatMap((root) => leavesBelow(below, root)));
  const ids = [...meant].filter((id) => !taken.has(id));
  if (ids.length > 0) return { ok: true, ids };
  return no(meant.size > 0 ? 'all of these teams are in an open round already' : 'choose at least one team');
}

/** The teams below a unit, or of the whole organisation; a team without others below it is itself. */
function leavesBelow(
  below: ReadonlyMap<string | null, readonly SlugTeam[]>,
  root: string | null,
  above: readonly (string | null)[] = [],
): string[] {
  const children = below.get(root);
  if (children === undefined || above.includes(root)) return root === null ? [] : [root];
  return children.flatMap(({ id }) => leavesBelow(below, id, [...above, root]));
}

const no = (fault: string): ChosenTeams => ({ ok: false, fault });
