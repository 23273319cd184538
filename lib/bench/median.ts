/** The middle of a list of measurements; of an even number, the lower of the two in the middle. */
export function median(values: number[]): number {
  return quantile(values, 0.5);
}

/** The smallest measurement that a share of them does not exceed. */
export function quantile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}
