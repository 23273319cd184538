import { randomFrom } from '@/lib/domain/seeded-random';

/** The first number of a seed, for one decision that must not depend on how many others were made before it. */
export const chance = (seed: string): number => randomFrom(seed)();

/** About normal: mean 0, standard deviation 1, never beyond ±3.5. */
export function bell(random: () => number): number {
  let sum = 0;
  for (let draw = 0; draw < 12; draw += 1) sum += random();
  return Math.max(-3.5, Math.min(3.5, sum - 6));
}
