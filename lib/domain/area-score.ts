import { rungOf, type Standing } from './answers';

/** Lower and upper bound of one number; equal when all is rated. `null` where there is nothing to take a mean of. */
export type Pair = { certain: number; best: number } | null;

/** The score of a domain, pillar, phase or side: mean of rung ÷ 4 over what applies, as a pair, with what it was computed from. */
export type AreaScore = {
  pair: Pair;
  /** Lowest rung given; `null` without one. */
  lowest: number | null;
  /** How many capabilities stand on rung 0, 1, 2, 3, 4. */
  onRung: [number, number, number, number, number];
  capabilities: { id: string; standing: Standing }[];
};

/** Unrated capabilities count 0 in `certain` and 1 in `best`; those that do not apply count in neither. */
export function areaScore(capabilities: { id: string; standing: Standing }[]): AreaScore {
  const onRung: AreaScore['onRung'] = [0, 0, 0, 0, 0];
  let sum = 0;
  let applicable = 0;
  let unrated = 0;
  let lowest: number | null = null;
  for (const { standing } of capabilities) {
    if (standing === 'not-applicable') continue;
    applicable += 1;
    const rung = rungOf(standing);
    if (rung === undefined) {
      unrated += 1;
      continue;
    }
    sum += rung;
    onRung[rung] += 1;
    lowest = lowest === null ? rung : Math.min(lowest, rung);
  }
  const pair =
    applicable === 0 ? null : { certain: sum / (4 * applicable), best: (sum / 4 + unrated) / applicable };
  return { pair, lowest, onRung, capabilities: capabilities.map(({ id, standing }) => ({ id, standing })) };
}

/** Plain mean of the pairs that exist; `null` when none does. */
export function meanOfPairs(pairs: Pair[]): Pair {
  const known = pairs.filter((pair) => pair !== null);
  if (known.length === 0) return null;
  const mean = (pick: 'certain' | 'best') => known.reduce((sum, pair) => sum + pair[pick], 0) / known.length;
  return { certain: mean('certain'), best: mean('best') };
}
