import { rungOf, type Standing } from './answers';
import type { Reader } from './readings';
import type { Capability, Rung, RungRef, Step } from './schema/content';

/** Half a day to find out where an unrated capability stands, before anything is planned for it. */
export const FIND_OUT_DAYS = 0.5;

/** One climb that is needed, from rung `to - 1` to `to`. */
export type NeededStep = {
  capability: string;
  to: Rung;
  step: Step;
  days: number;
  /** The standing is not known: the step may turn out to be done already. */
  unconfirmed: boolean;
  /** Nothing wants this rung for its own sake; it comes first for these capabilities. Empty otherwise. */
  prerequisiteOf: string[];
  /** Every prerequisite holds today and the step below is done, for certain. */
  canStart: boolean;
};

/** Rungs wanted, by capability, in order of priority. */
export type Wanted = ReadonlyMap<string, number>;

export const daysOf = (step: Pick<Step, 'effort'>): number =>
  Object.values(step.effort).reduce((sum, days) => sum + days, 0);

const from = (value: Standing): number => rungOf(value) ?? 0;

/**
 * All climbs to the wanted rungs with those that their prerequisites need, in an order in which they can be done: wanted capabilities
 * by priority, each after what must come first. A prerequisite that does not apply counts as met.
 */
export function neededSteps(
  capabilities: ReadonlyMap<string, Capability>,
  read: Reader,
  wanted: Wanted,
): NeededStep[] {
  const ordered: NeededStep[] = [];
  const placed = new Map<string, NeededStep>();

  const place = (target: RungRef, cause: string | null) => {
    const capability = capabilities.get(target.capability);
    const value = read(target.capability);
    if (capability === undefined || value === 'not-applicable') return;
    for (const step of capability.steps) {
      if (step.to <= from(value) || step.to > target.rung) continue;
      placeStep(capability.id, step, value, cause);
    }
  };

  const placeStep = (capability: string, step: Step, value: Standing, cause: string | null) => {
    const key = `${capability}:${step.to}`;
    const existing = placed.get(key);
    if (existing !== undefined) {
      if (cause !== null && existing.prerequisiteOf.length > 0 && !existing.prerequisiteOf.includes(cause)) {
        existing.prerequisiteOf.push(cause);
      }
      return;
    }
    const own = (wanted.get(capability) ?? 0) >= step.to;
    const needed: NeededStep = {
      capability,
      to: step.to as Rung,
      step,
      days: daysOf(step),
      unconfirmed: rungOf(value) === undefined,
      prerequisiteOf: own || cause === null ? [] : [cause],
      canStart:
        step.to - 1 === rungOf(value) && step.after.every((part) => holds(read(part.capability), part.rung)),
    };
    placed.set(key, needed);
    for (const prerequisite of step.after) place(prerequisite, capability);
    ordered.push(needed);
  };

  for (const [capability, rung] of wanted) place({ capability, rung }, null);
  return ordered;
}

const holds = (value: Standing, rung: number): boolean =>
  value === 'not-applicable' || (typeof value === 'number' && value >= rung);

/** Person-days to reach the wanted rungs with all prerequisites, reading what is unrated as rung 0. */
export function effortOf(
  capabilities: ReadonlyMap<string, Capability>,
  read: Reader,
  wanted: Wanted,
): number {
  return neededSteps(capabilities, read, wanted).reduce((sum, { days }) => sum + days, 0);
}
