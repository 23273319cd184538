import { randomFrom } from './seeded-random';

/** How many gave one unit each rank, from the lowest to the highest; who gave none is missing, and not counted. */
export type RankCounts = readonly number[];

/** How far two ranks lie apart, squared; `given` is how often each rank was given over all units. */
export type Difference = (one: number, other: number, given: RankCounts) => number;

export type Alpha = {
  value: number;
  /** 95 %; `null` where the units are too few, or differ too little, to redraw them. */
  interval: { low: number; high: number } | null;
  /** Units that two or more gave a rank. */
  units: number;
  /** How often the units were drawn anew. */
  redraws: number;
};

/** What one unit adds: to how often each rank was given, and to how often two different ranks meet, by pair. */
type Share = { given: RankCounts; meeting: readonly number[] };
type Pair = readonly [one: number, other: number];

const REDRAWS = 1000;
/** With more redraws than this without a coefficient, the rest would not make up a 95 % interval. */
const MAY_BE_UNDEFINED = 0.05;

/** The ordinal metric of Krippendorff: all that was given from one rank to the other, the two themselves by half. */
export const ordinal: Difference = (one, other, given) => {
  const from = Math.min(one, other);
  const to = Math.max(one, other);
  let between = ((given[from] ?? 0) + (given[to] ?? 0)) / -2;
  for (let rank = from; rank <= to; rank += 1) between += given[rank] ?? 0;
  return between ** 2;
};

/**
 * Krippendorff's α (K. Krippendorff, "Computing Krippendorff's Alpha-Reliability", 2011): 1 less the observed disagreement within units
 * over that expected if all ranks given were dealt out at random. 1 is perfect agreement, 0 what chance gives. Any number of respondents,
 * and any of them may be missing anywhere; units with fewer than two ranks do not count. `null`, not defined, where there is no such
 * unit, or where all that was given is one rank.
 */
export function krippendorffAlpha(
  units: readonly RankCounts[],
  difference: Difference = ordinal,
): number | null {
  const pairs = pairsOf(units);
  return alphaOf(sharesOf(units, pairs), pairs, difference);
}

/**
 * α with a 95 % percentile bootstrap interval. Units that can be paired are drawn anew with replacement, as many as there are, and α is
 * computed of each draw, its expected disagreement and its metric included (the standard bootstrap of Zapf et al., BMC Medical Research
 * Methodology 16:93, 2016); the interval leaves out 2.5 % at either end. So it tells how far α hangs on which units were asked, not on
 * who answered. Draws without variation have no α and are left out; where they are more than one in twenty there is no interval.
 * The same units in the same order and the same seed give the same interval.
 */
export function alphaWithInterval(
  units: readonly RankCounts[],
  seed: string,
  difference: Difference = ordinal,
): Alpha | null {
  const pairs = pairsOf(units);
  const shares = sharesOf(units, pairs);
  const value = alphaOf(shares, pairs, difference);
  if (value === null) return null;
  const interval = shares.length < 2 ? null : bootstrap(shares, pairs, difference, randomFrom(seed));
  return { value, interval, units: shares.length, redraws: REDRAWS };
}

function bootstrap(
  shares: readonly Share[],
  pairs: readonly Pair[],
  difference: Difference,
  random: () => number,
): Alpha['interval'] {
  const values: number[] = [];
  for (let redraw = 0; redraw < REDRAWS; redraw += 1) {
    const drawn = shares.flatMap(() => shares[Math.floor(random() * shares.length)] ?? []);
    const value = alphaOf(drawn, pairs, difference);
    if (value !== null) values.push(value);
  }
  if (values.length < REDRAWS * (1 - MAY_BE_UNDEFINED)) return null;
  values.sort((a, b) => a - b);
  return { low: quantile(values, 0.025), high: quantile(values, 0.975) };
}

/** Between the two nearest values, by their distance. */
function quantile(sorted: readonly number[], share: number): number {
  const at = share * (sorted.length - 1);
  const below = sorted[Math.floor(at)] ?? NaN;
  return below + (at % 1) * ((sorted[Math.ceil(at)] ?? below) - below);
}

/** Every two different ranks, once. */
function pairsOf(units: readonly RankCounts[]): Pair[] {
  const ranks = Math.max(0, ...units.map(({ length }) => length));
  return Array.from({ length: ranks }, (_, one) =>
    Array.from({ length: ranks - one - 1 }, (__, step): Pair => [one, one + 1 + step]),
  ).flat();
}

function sharesOf(units: readonly RankCounts[], pairs: readonly Pair[]): Share[] {
  return units.flatMap((given) => {
    const values = given.reduce((sum, count) => sum + count, 0);
    if (values < 2) return [];
    const meeting = pairs.map(([one, other]) => ((given[one] ?? 0) * (given[other] ?? 0)) / (values - 1));
    return [{ given, meeting }];
  });
}

function alphaOf(shares: readonly Share[], pairs: readonly Pair[], difference: Difference): number | null {
  const given = summed(shares.map((share) => share.given));
  const meeting = summed(shares.map((share) => share.meeting));
  let observed = 0;
  let expected = 0;
  for (const [index, [one, other]] of pairs.entries()) {
    const apart = difference(one, other, given);
    observed += (meeting[index] ?? 0) * apart;
    expected += (given[one] ?? 0) * (given[other] ?? 0) * apart;
  }
  const values = given.reduce((sum, count) => sum + count, 0);
  return expected === 0 ? null : 1 - ((values - 1) * observed) / expected;
}

/** The sums by position. */
function summed(rows: readonly (readonly number[])[]): number[] {
  const sums: number[] = [];
  for (const row of rows) {
    for (const [index, value] of row.entries()) sums[index] = (sums[index] ?? 0) + value;
  }
  return sums;
}
