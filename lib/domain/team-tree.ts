/** A team or unit in the tree of an organisation; a unit is a team that has others below it. */
export type TreeTeam = { id: string; parentId: string | null; name: string };

/** The units above a team, the nearest first; ends where a parent is missing, and where the tree goes round. */
export function unitsAbove<Team extends TreeTeam>(teams: readonly Team[], id: string): Team[] {
  const byId = new Map(teams.map((team) => [team.id, team]));
  const path: Team[] = [];
  for (let next = byId.get(id)?.parentId ?? null; next !== null;) {
    const unit = byId.get(next);
    if (unit === undefined || path.includes(unit)) break;
    path.push(unit);
    next = unit.parentId;
  }
  return path;
}

/** Of each team its own id and those of the units above it, the nearest first. */
export function idPathsOf(teams: readonly TreeTeam[]): Map<string, string[]> {
  const parents = new Map(teams.map(({ id, parentId }) => [id, parentId]));
  return new Map(
    teams.map(({ id }) => {
      const path = [id];
      for (let next = parents.get(id) ?? null; next !== null && !path.includes(next);) {
        path.push(next);
        next = parents.get(next) ?? null;
      }
      return [id, path];
    }),
  );
}

/** Whether a team would be below itself if it were put under this one. */
export const wouldGoRound = (teams: readonly TreeTeam[], id: string, parentId: string): boolean =>
  id === parentId || unitsAbove(teams, parentId).some((unit) => unit.id === id);

const SEPARATOR = ' / ';

/** Of each team the way to it from the top, itself as the last: `Retail banking / Cards`. */
export function pathsOf(teams: readonly TreeTeam[]): Map<string, string> {
  const byId = new Map(teams.map((team) => [team.id, team]));
  const paths = new Map<string, string>();
  const pathTo = ({ id, parentId, name }: TreeTeam, under: ReadonlySet<string>): string => {
    const known = paths.get(id);
    if (known !== undefined) return known;
    const parent = parentId === null || under.has(parentId) ? undefined : byId.get(parentId);
    const path =
      parent === undefined ? name : `${pathTo(parent, new Set([...under, id]))}${SEPARATOR}${name}`;
    paths.set(id, path);
    return path;
  };
  for (const team of teams) pathTo(team, new Set([team.id]));
  return paths;
}
