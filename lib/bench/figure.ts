/**
 * One figure with the bound that it is held against, `null` where it is only shown; no value where it was not measured. `runs` are the same
 * figure of each single run, or of each part of the measurements, in their order: they say how far it moves by itself.
 */
export type Figure = {
  name: string;
  value: number | null;
  unit: string;
  bound: number | null;
  better: 'lower' | 'higher';
  how: string;
  runs?: readonly number[];
  /** Says little where the machine does other work as well. */
  quiet?: true;
};

export type Verdict = 'held' | 'NOT HELD' | 'shown' | 'not run';

/** Whether a figure keeps its bound. */
export function verdictOf({ value, bound, better }: Pick<Figure, 'value' | 'bound' | 'better'>): Verdict {
  if (value === null) return 'not run';
  if (bound === null) return 'shown';
  return (better === 'lower' ? value <= bound : value >= bound) ? 'held' : 'NOT HELD';
}

type Estimate = (values: readonly number[]) => number;

/** So many parts are measurements cut into, one after the other, to see how far what is made of them moves by itself. */
const PARTS = 5;

/** What is estimated from measurements, with the same of each of five parts of them. */
export function estimated(
  values: readonly number[],
  estimate: Estimate,
): Required<Pick<Figure, 'runs'>> & { value: number } {
  return { value: estimate(values), runs: parts(values).map(estimate) };
}

/** How many times what one list gives is what another gives that was measured by turns with it. */
export function ratioOf(
  above: readonly number[],
  below: readonly number[],
  estimate: Estimate,
): Required<Pick<Figure, 'runs'>> & { value: number } {
  const [over, under] = [parts(above), parts(below)];
  return {
    value: estimate(above) / estimate(below),
    runs: over.map((part, index) => estimate(part) / estimate(under[index] ?? [])),
  };
}

function parts(values: readonly number[]): number[][] {
  const each = values.length / PARTS;
  if (each < 1) return values.map((value) => [value]);
  return Array.from({ length: PARTS }, (_, part) =>
    values.slice(Math.floor(part * each), Math.floor((part + 1) * each)),
  );
}
