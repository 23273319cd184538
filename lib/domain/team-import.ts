import { LIMITS } from './limits';
import { textProblem } from './plain-text';
import { pathsOf, wouldGoRound, type TreeTeam } from './team-tree';

/** A line of the file: the name of a team, and the path of the unit that it belongs to, `Retail banking / Cards`; empty for the top. */
export type ImportRow = { line: number; name: string; parent: string; address: string };

export type ExistingTeam = TreeTeam & { slug: string };

export type RowReport = {
  line: number;
  name: string;
  parent: string;
  outcome: 'added' | 'changed' | 'as it is' | 'refused';
  /** What is wrong, or what changes. */
  words: string;
};

export type TeamImport = {
  rows: RowReport[];
  /** Parents before what is under them; `parent` is the id of an existing team or the key of an added one. */
  added: { key: string; name: string; parent: string | null }[];
  changed: { id: string; name: string; parent: string | null }[];
};

/** More lines at once are refused: an organisation of 5,000 teams is the largest that one file describes. */
export const IMPORT_ROWS = 5_000;

/**
 * What a list of teams would do to the tree, line by line; nothing is written. A line with an address moves or renames that team, any
 * other is found by its name under its parent, or added there. Parents may stand anywhere in the list.
 */
export function planImport(existing: readonly ExistingTeam[], rows: readonly ImportRow[]): TeamImport {
  const state: State = {
    teams: existing.map((team) => ({ ...team })),
    bySlug: new Map(existing.map((team) => [team.slug, team])),
    byPath: idsByPath(existing),
    plan: { rows: [], added: [], changed: [] },
    seen: new Map(),
  };
  // Each pass places what its parents allow; what is left when a pass places nothing has a parent that is nowhere.
  let waiting = [...rows];
  for (;;) {
    const left = waiting.filter((row) => !place(state, row));
    if (left.length === waiting.length || left.length === 0) {
      for (const row of left)
        refuse(state, row, `there is no unit “${row.parent}”, neither here nor in this list`);
      break;
    }
    waiting = left;
  }
  state.plan.rows.sort((a, b) => a.line - b.line);
  return state.plan;
}

const idsByPath = (teams: readonly TreeTeam[]): Map<string, string> =>
  new Map([...pathsOf(teams)].map(([id, path]) => [key(path), id]));

type State = {
  teams: ExistingTeam[];
  bySlug: Map<string, ExistingTeam>;
  byPath: Map<string, string>;
  plan: TeamImport;
  seen: Map<string, number>;
};

/** Paths are compared without regard to case and to spaces around the separator. */
const key = (path: string): string =>
  path
    .split('/')
    .map((part) => part.trim().toLowerCase())
    .filter((part) => part !== '')
    .join('/');

const report = (state: State, row: ImportRow, outcome: RowReport['outcome'], words: string): true => {
  const { line, name, parent } = row;
  state.plan.rows.push({ line, name, parent, outcome, words });
  return true;
};

const refuse = (state: State, row: ImportRow, words: string): true => report(state, row, 'refused', words);

/** Whether the line found its place, or was refused for what it says itself; `false` where its parent is not there yet. */
function place(state: State, row: ImportRow): boolean {
  const wrong = nameProblem(row.name);
  if (wrong !== null) return refuse(state, row, wrong);
  const parent = row.parent.trim() === '' ? null : state.byPath.get(key(row.parent));
  if (parent === undefined) return false;
  const path = key(`${row.parent}/${row.name}`);
  const same = state.seen.get(path);
  if (same !== undefined) return refuse(state, row, `stands in line ${same} already`);
  state.seen.set(path, row.line);
  if (row.address !== '') return change(state, row, parent, path);
  if (state.byPath.has(path)) return report(state, row, 'as it is', '');
  const id = `line ${row.line}`;
  state.teams.push({ id, parentId: parent, name: row.name, slug: '' });
  state.byPath.set(path, id);
  state.plan.added.push({ key: id, name: row.name, parent });
  return report(state, row, 'added', '');
}

function change(state: State, row: ImportRow, parent: string | null, path: string): true {
  const was = state.bySlug.get(row.address);
  if (was === undefined) return refuse(state, row, `there is no team with the address ${row.address}`);
  const team = state.teams.find(({ id }) => id === was.id) ?? was;
  const other = state.byPath.get(path);
  if (other !== undefined && other !== team.id)
    return refuse(state, row, 'another team has this name there already');
  if (parent !== null && wouldGoRound(state.teams, team.id, parent))
    return refuse(state, row, `${team.name} would be below itself`);
  if (team.name === row.name && team.parentId === parent) return report(state, row, 'as it is', '');
  const words = [
    ...(team.name === row.name ? [] : [`was called ${team.name}`]),
    ...(team.parentId === parent
      ? []
      : [team.parentId === null ? 'was at the top' : `was under ${pathsOf(state.teams).get(team.parentId)}`]),
  ];
  team.name = row.name;
  team.parentId = parent;
  state.byPath = idsByPath(state.teams);
  state.plan.changed.push({ id: team.id, name: row.name, parent });
  return report(state, row, 'changed', words.join(', '));
}

function nameProblem(name: string): string | null {
  if (name.trim() === '') return 'has no name';
  if (/^[=+@-]/.test(name)) return `starts with ${name.charAt(0)}, which spreadsheets run as a formula`;
  if (name.includes('/')) return 'has a / in its name, which separates units in a path';
  return textProblem(name, LIMITS.title);
}
