import type { BenchResult, Measured, StoredFigure } from './result';

export type Change = 'same' | 'better' | 'worse' | 'new' | 'gone' | 'not comparable';

export type Compared = {
  group: string;
  name: string;
  change: Change;
  before: number | null;
  after: number | null;
  unit: string;
  /** How far the figure has to move to have moved. */
  noise: number | null;
};

/** What depends on how quiet the machine is moves by so much from one time to the next while nothing was changed. */
const BETWEEN_TIMES = 0.1;

/**
 * How far two measurements of one figure may be apart by chance: both interquartile ranges together, and for what needs a quiet machine a
 * tenth at least, as the runs of one time know nothing of what changes from one time to the next (decision 047). Nothing for what is counted.
 */
export function noiseOf(before: StoredFigure, after: StoredFigure): number {
  const spreads = (before.spread ?? 0) + (after.spread ?? 0);
  const least = before.quiet || after.quiet ? BETWEEN_TIMES * Math.abs(before.value ?? 0) : 0;
  return Math.max(spreads, least);
}

/** What moved, figure by figure, in the groups that were measured now; other groups are left out, as nothing is known of them. */
export function compareResults(before: BenchResult, after: BenchResult): Compared[] {
  return Object.entries(after.groups).flatMap(([group, now]) =>
    compareGroup(group, before.groups[group], now),
  );
}

function compareGroup(group: string, before: Measured | undefined, after: Measured): Compared[] {
  const known = new Map(before?.figures.map((figure) => [figure.name, figure]));
  const names = new Set(after.figures.map(({ name }) => name));
  const gone = [...known.values()].filter(({ name }) => !names.has(name));
  return [
    ...after.figures.map((figure) => compareFigure(group, known.get(figure.name), figure)),
    ...gone.map(({ name, value, unit }): Compared => ({
      ...{ group, name, unit, change: 'gone', before: value, after: null, noise: null },
    })),
  ];
}

function compareFigure(group: string, before: StoredFigure | undefined, after: StoredFigure): Compared {
  const { name, unit, value } = after;
  const both = { group, name, unit, before: before?.value ?? null, after: value };
  if (before === undefined) return { ...both, change: 'new', noise: null };
  // A percentage of another thing is no movement.
  if (before.unit !== unit || before.better !== after.better || before.value === null || value === null)
    return { ...both, change: 'not comparable', noise: null };
  const noise = noiseOf(before, after);
  const moved = value - before.value;
  if (Math.abs(moved) <= noise) return { ...both, change: 'same', noise };
  return { ...both, change: moved < 0 === (after.better === 'lower') ? 'better' : 'worse', noise };
}
