import type { Counts } from './score';
import type { ModelId } from './schema/content';
import { MODEL_IDS } from './vocabulary';

/** To a level: teams that reached it, teams with one to three requirements to go, requirements open, of how many that apply. */
export type Standing = [reached: number, near: number, open: number, of: number];

export type ModelSums = {
  /** Teams that were asked by this model. */
  teams: number;
  /** By level reached for certain; `''` below the lowest. */
  on: Record<string, number>;
  /** By level. */
  to: Record<string, Standing>;
  /** Teams whose assessment before was scored by the same measure and asked by this model too. */
  pairs: number;
  /** Over those teams alone, by level: how they stand now and how they stood before. */
  since: Record<string, { now: Standing; before: Standing }>;
  /** Requirements newly met and lost by those teams. */
  met: number;
  lost: number;
};

/** What is simply added up. Pairs of numbers are sums over the teams, so that a mean is one division away. */
export type Sums = {
  teams: number;
  /** By the set of models that a team was asked by, as bits. */
  asked: Record<string, number>;
  models: Partial<Record<ModelId, ModelSums>>;
  /** By domain. */
  domains: Record<string, { teams: number; certain: number; best: number }>;
  /** By capability, or alternatives `a|b`, that a next level waits for: teams by the set of models that wait, as bits. */
  waiting: Record<string, Record<string, number>>;
  answers: Counts;
  evidence: { teams: number; backed: number; of: number };
  /** Teams by readable version of the content, and by measure. */
  editions: Record<string, number>;
  measures: Record<string, number>;
  /** By set of models as bits, index 0 unused: teams that could be compared, that met more than they lost, that lost more. */
  compared: { pairs: number[]; climbed: number[]; slipped: number[] };
  overall: { teams: number; certain: number; best: number };
  /** Over the teams whose overall can be compared with the one before. */
  moved: { teams: number; now: number; before: number; rose: number; fell: number };
};

/** The lowest team of a domain, by what it has for certain; of equals the one with the first id. */
export type Lowest = { team: string; certain: number; best: number };

/**
 * All that a scorecard says of a set of teams. Merging is associative and commutative but for the last digits of sums, and the empty
 * roll-up changes nothing, so a unit's is made of its children's, and the organisation's of its units'.
 */
export type Rollup = {
  sums: Sums;
  lowest: Record<string, Lowest>;
  /** Days that the answers speak for. */
  oldest: string | null;
  newest: string | null;
};

/** The bits of these models, for the keys and indexes of `asked`, `waiting` and `compared`. */
export const bitsOf = (models: readonly ModelId[]): number =>
  models.reduce((bits, model) => bits | (1 << MODEL_IDS.indexOf(model)), 0);

/** Teams counted under any of these models, each once. */
export const countedFor = (byBits: Record<string, number>, models: readonly ModelId[]): number =>
  Object.entries(byBits)
    .filter(([bits]) => (Number(bits) & bitsOf(models)) !== 0)
    .reduce((sum, [, teams]) => sum + teams, 0);

const none = (): number[] => Array.from({ length: 1 << MODEL_IDS.length }, () => 0);

export const emptyRollup = (): Rollup => ({
  sums: {
    teams: 0,
    asked: {},
    models: {},
    domains: {},
    waiting: {},
    answers: { inScope: 0, applicable: 0, answered: 0, rated: 0, unknown: 0, notApplicable: 0 },
    evidence: { teams: 0, backed: 0, of: 0 },
    editions: {},
    measures: {},
    compared: { pairs: none(), climbed: none(), slipped: none() },
    overall: { teams: 0, certain: 0, best: 0 },
    moved: { teams: 0, now: 0, before: 0, rose: 0, fell: 0 },
  },
  lowest: {},
  oldest: null,
  newest: null,
});

/** A part of a whole, named by its node. */
export type RollupPart = { node: string; rollup: Rollup };

/** Merges in the order of the nodes' ids, so that the same parts give the same digits, whoever merges and however they were read. */
export function mergeRollups(parts: readonly RollupPart[]): Rollup {
  const whole = emptyRollup();
  for (const { rollup } of parts.toSorted((a, b) => (a.node < b.node ? -1 : 1))) {
    addTo(whole.sums, rollup.sums);
    for (const [domain, lowest] of Object.entries(rollup.lowest))
      whole.lowest[domain] = lower(whole.lowest[domain], lowest);
    whole.oldest = first(whole.oldest, rollup.oldest, (a, b) => a <= b);
    whole.newest = first(whole.newest, rollup.newest, (a, b) => a >= b);
  }
  return whole;
}

function lower(known: Lowest | undefined, other: Lowest): Lowest {
  if (known === undefined) return { ...other };
  if (known.certain !== other.certain) return known.certain < other.certain ? known : { ...other };
  return known.team < other.team ? known : { ...other };
}

function first(
  a: string | null,
  b: string | null,
  isFirst: (a: string, b: string) => boolean,
): string | null {
  if (a === null || b === null) return a ?? b;
  return isFirst(a, b) ? a : b;
}

/** Numbers, nested as deep as they are; what one side lacks counts as nothing. */
type Tree = { [key: string]: number | Tree | undefined };

function addTo<Sum extends object>(into: Sum, from: Sum): void {
  addTree(into as Tree, from as Tree);
}

function addTree(into: Tree, from: Tree): void {
  for (const [key, value] of Object.entries(from)) {
    const known = into[key];
    if (typeof value === 'number') into[key] = (typeof known === 'number' ? known : 0) + value;
    else if (value !== undefined) {
      const below: Tree =
        typeof known === 'object' ? known : Array.isArray(value) ? ([] as unknown as Tree) : {};
      addTree(below, value);
      into[key] = below;
    }
  }
}
