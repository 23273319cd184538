import type { Aims } from './aims';
import { levelLabel } from './labels';
import type { ModelSums, Rollup, Standing } from './rollup';
import type { Content, ModelId } from './schema/content';

/** A level of a model, or below its lowest: `null`. */
export type Place = { level: string | null; label: string };

/** How far the teams are from a level. */
export type Distance = { reached: number; near: number; far: number; open: number; of: number };

export type ScorecardTarget = Distance & {
  level: string;
  label: string;
  /** The day by which the organisation wants to be there; `null` where it is only the level that comes next. */
  by: string | null;
  /** Over the teams that can be compared with their assessment before alone: then and now. */
  since: { teams: number; before: Distance; now: Distance } | null;
};

export type ScorecardModel = {
  model: ModelId;
  /** Teams that answered this questionnaire. */
  teams: number;
  /** Teams on each level, below the lowest first. */
  teamsOn: (Place & { teams: number })[];
  /** Reached by at least half of the teams, and by all of them. */
  typical: Place | null;
  floor: Place | null;
  target: ScorecardTarget | null;
};

type Models = Pick<Content, 'models'>;
type Level = Models['models'][ModelId]['levels'][number];

/** Where the teams stand by one model, and how far they are from the level aimed at, else from the one above the typical. */
export function modelCard(content: Models, { sums }: Rollup, model: ModelId, aims: Aims): ScorecardModel {
  const own = sums.models[model];
  const levels = levelsOf(content, model);
  const teamsOn = placesOf(model, levels).map((place) => ({
    ...place,
    teams: own?.on[place.level ?? ''] ?? 0,
  }));
  const teams = own?.teams ?? 0;
  const typical = reachedBy(teamsOn, teams / 2);
  const floor = reachedBy(teamsOn, teams);
  if (own === undefined || typical === null) return { model, teams, teamsOn, typical, floor, target: null };
  const aim = aims[model];
  const aimed = levels.find(({ id }) => id === aim?.level);
  const target = aimed ?? nextAbove(levels, typical, floor);
  if (target === undefined) return { model, teams, teamsOn, typical, floor, target: null };
  const by = aimed === undefined ? null : (aim?.by ?? null);
  return { model, teams, teamsOn, typical, floor, target: targetOf(own, model, target, by) };
}

/** How far the teams of another roll-up are from the same level; `null` where nobody answered the questionnaire. */
export function distanceTo({ sums }: Rollup, model: ModelId, level: string): Distance | null {
  const own = sums.models[model];
  return own === undefined ? null : distance(own.to[level], own.teams);
}

const levelsOf = ({ models }: Models, model: ModelId): Level[] =>
  models[model].levels.toSorted((a, b) => a.order - b.order);

function placesOf(model: ModelId, levels: readonly Level[]): Place[] {
  const [lowest] = levels;
  const below = lowest === undefined ? 'below' : `below ${levelLabel(model, lowest)}`;
  return [
    { level: null, label: below },
    ...levels.map((level) => ({ level: level.id, label: levelLabel(model, level) })),
  ];
}

/** The highest place at or above which there are so many teams. */
function reachedBy(teamsOn: ScorecardModel['teamsOn'], least: number): Place | null {
  if (teamsOn.every(({ teams }) => teams === 0)) return null;
  let there = 0;
  const found = teamsOn.findLast(({ teams }) => (there += teams) >= least);
  return found === undefined ? null : { level: found.level, label: found.label };
}

/** The level above the typical one; the top itself while somebody has yet to reach it. */
function nextAbove(levels: readonly Level[], typical: Place, floor: Place | null): Level | undefined {
  const at = levels.findIndex(({ id }) => id === typical.level);
  const top = levels.at(-1);
  return levels[at + 1] ?? (floor?.level === top?.id ? undefined : top);
}

function targetOf(own: ModelSums, model: ModelId, level: Level, by: string | null): ScorecardTarget {
  const pair = own.since[level.id];
  const { pairs } = own;
  return {
    level: level.id,
    label: levelLabel(model, level),
    by,
    ...distance(own.to[level.id], own.teams),
    since:
      pair === undefined || pairs === 0
        ? null
        : { teams: pairs, before: distance(pair.before, pairs), now: distance(pair.now, pairs) },
  };
}

/** Who is neither there nor near is far, also a team whose content did not know the level. */
function distance(standing: Standing | undefined, teams: number): Distance {
  const [reached, near, open, of] = standing ?? [0, 0, 0, 0];
  return { reached, near, far: teams - reached - near, open, of };
}
