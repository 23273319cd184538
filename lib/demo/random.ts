/** Numbers in [0, 1) that depend on the seed alone (FNV-1a into mulberry32), so that the demo is the same everywhere and always. */
export function randomFrom(seed: string): () => number {
  let state = 0x811c9dc5;
  for (let index = 0; index < seed.length; index += 1) {
    state = Math.imul(state ^ seed.charCodeAt(index), 0x01000193);
  }
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The first number of a seed, for one decision that must not depend on how many others were made before it. */
export const chance = (seed: string): number => randomFrom(seed)();

/** About normal: mean 0, standard deviation 1, never beyond ±3.5. */
export function bell(random: () => number): number {
  let sum = 0;
  for (let draw = 0; draw < 12; draw += 1) sum += random();
  return Math.max(-3.5, Math.min(3.5, sum - 6));
}
