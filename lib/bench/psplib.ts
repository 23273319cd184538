import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Figure } from './figure';
import { Stop } from '../dev/run';
import { schedule } from '../domain/schedule';

const SCHEDULES = 5_000;

/** The sets of Kolisch and Sprecher (1996), as the literature reports them: J30 against the best that is possible, the others against the longest path. */
const SETS = [
  { set: 'j30', against: 'optimum', bound: 0.15 },
  { set: 'j60', against: 'criticalPath', bound: 11.6 },
  { set: 'j120', against: 'criticalPath', bound: 34.5 },
] as const;

const WORDS = { optimum: 'the optimum', criticalPath: 'the critical path' };

const whole = z.int().min(0);
const instances = z.array(
  z.object({
    name: z.string(),
    criticalPath: whole.min(1),
    optimum: whole.min(1).optional(),
    activities: z.array(
      z.object({
        id: z.string(),
        duration: whole,
        demand: z.record(z.string(), whole),
        after: z.array(z.string()),
      }),
    ),
    capacity: z.record(z.string(), whole),
  }),
);
type Instance = z.infer<typeof instances>[number];

/** How far schedules of public instances are from what is known of them. The instances are not part of Rungs: `file` holds them. */
export function benchPsplib(file: string | undefined): Promise<Figure[]> {
  const all = file === undefined ? [] : read(file);
  const figures = SETS.map(({ set, against, bound }): Figure => {
    const measured = all.filter(({ name }) => name.startsWith(set));
    const name = `${set.toUpperCase()} above ${WORDS[against]}`;
    const figure = { name, unit: '%', bound, better: 'lower' } as const;
    if (file === undefined)
      return { ...figure, value: null, how: 'needs a file of instances: --psplib FILE' };
    if (measured.length === 0) return { ...figure, value: null, how: `no instances of it in ${file}` };
    const begun = performance.now();
    const above = measured.map((instance) => percentAbove(instance, against));
    const seconds = (performance.now() - begun) / 1000;
    return {
      ...figure,
      value: above.reduce((sum, each) => sum + each, 0) / above.length,
      how: `average of ${measured.length} instances, ${SCHEDULES} generated schedules each, ${seconds.toFixed(1)} s`,
    };
  });
  return Promise.resolve(figures);
}

function percentAbove(instance: Instance, against: 'optimum' | 'criticalPath'): number {
  const { name, optimum } = instance;
  const known = instance[against];
  if (known === undefined) throw new Stop(`${name} has no ${against}`);
  const { makespan, lowerBound, unschedulable } = schedule(instance, { schedules: SCHEDULES });
  if (unschedulable.length > 0 || lowerBound > (optimum ?? makespan) || makespan < (optimum ?? 0))
    throw new Stop(`${name} is wrong: ${makespan} weeks, bound ${lowerBound}, best known ${optimum}`);
  return ((makespan - known) / known) * 100;
}

function read(file: string): Instance[] {
  let text: string;
  let given: unknown;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new Stop(`${file} cannot be read`);
  }
  try {
    given = JSON.parse(text);
  } catch {
    throw new Stop(`${file} is not JSON`);
  }
  const parsed = z.object({ instances }).safeParse(given);
  if (!parsed.success)
    throw new Stop(`${file} holds no instances as expected:\n${z.prettifyError(parsed.error)}`);
  return parsed.data.instances;
}
