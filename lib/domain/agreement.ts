/**
 * How far answers on an ordered scale agree, by the coefficient A of C. van der Eijk, "Measuring agreement in ordered rating scales",
 * Quality & Quantity 35 (2001), 325–341. `counts` says how many chose each rank, from the lowest to the highest. The counts are taken
 * apart into layers, in each of which every rank has the same count or none; A is the mean of their coefficients, weighted by how many
 * answers a layer holds. 1 is everybody on one rank, 0 as many on each, -1 half on the lowest and half on the highest.
 * `null` where nobody answered, and on fewer than three ranks, where A is not defined.
 */
export function agreement(counts: readonly number[]): number | null {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (counts.length < 3 || total === 0) return null;
  let left = [...counts];
  let weighted = 0;
  for (;;) {
    const chosen = left.map((count) => count > 0);
    const ranks = chosen.filter(Boolean).length;
    if (ranks === 0) return weighted / total;
    const height = Math.min(...left.filter((count) => count > 0));
    weighted += height * ranks * layerAgreement(chosen, ranks);
    left = left.map((count) => (count > 0 ? count - height : 0));
  }
}

/** Agreement within one layer: how unimodal it is, less the wider it spreads. */
function layerAgreement(chosen: readonly boolean[], ranks: number): number {
  const width = chosen.length;
  if (ranks === 1) return 1;
  if (ranks === width) return 0;
  const { together, apart } = triples(chosen);
  const unimodality = ((width - 2) * together - (width - 1) * apart) / ((width - 2) * (together + apart));
  return unimodality * (1 - (ranks - 1) / (width - 1));
}

/** Of every three ranks of which two are chosen: how often the two stand on one side of the third, and how often it parts them. */
function triples(chosen: readonly boolean[]): { together: number; apart: number } {
  let together = 0;
  let apart = 0;
  for (let low = 0; low < chosen.length; low += 1) {
    for (let mid = low + 1; mid < chosen.length; mid += 1) {
      for (let high = mid + 1; high < chosen.length; high += 1) {
        if (chosen[low] && chosen[high]) apart += chosen[mid] ? 0 : 1;
        else if (chosen[mid] && chosen[low] !== chosen[high]) together += 1;
      }
    }
  }
  return { together, apart };
}
