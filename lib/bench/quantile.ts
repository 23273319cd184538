/** The middle of a list of measurements; of an even number, the lower of the two in the middle. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The smallest measurement that a share of them does not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export const p95 = (values: readonly number[]): number => quantile(values, 0.95);

/** The interquartile range: how far apart the middle half of the measurements is. Of fewer than two there is none. */
export const interquartile = (values: readonly number[]): number | null =>
  values.length < 2 ? null : quantile(values, 0.75) - quantile(values, 0.25);
