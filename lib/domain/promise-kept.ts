import type { Standing } from './answers';
import { rungOf } from './answers';
import type { PlanPromise } from './plan-promise';
import type { Report } from './report';

export type PromisedStep = {
  id: string;
  capability: string;
  to: number;
  promisedOn: string;
  standing: Standing;
  there: boolean;
};

export type PromiseKept = {
  /** What should be done by the day of the answers, in the order of the promise. */
  due: PromisedStep[];
  /** There already, though promised for later. */
  early: PromisedStep[];
  levels: (PlanPromise['levels'][number] & { due: boolean; reached: boolean })[];
};

/** What a plan promised for the day of an assessment, against what its answers say. */
export function promiseKept(
  promise: Pick<PlanPromise, 'steps' | 'levels'>,
  { date, models, capabilities }: Pick<Report, 'date' | 'models' | 'capabilities'>,
): PromiseKept {
  const standings = new Map(capabilities.map(({ id, standing }) => [id, standing]));
  const steps = promise.steps.flatMap(({ id, doneOn }): PromisedStep[] => {
    const [capability = '', rung = ''] = id.split(':');
    const standing = standings.get(capability);
    if (standing === undefined) return [];
    const to = Number(rung);
    const there = (rungOf(standing) ?? -1) >= to;
    return [{ id, capability, to, promisedOn: doneOn, standing, there }];
  });
  return {
    due: steps.filter(({ promisedOn }) => promisedOn <= date),
    early: steps.filter(({ promisedOn, there }) => promisedOn > date && there),
    levels: promise.levels.flatMap((level) => {
      const found = models.find(({ id }) => id === level.model)?.levels.find(({ id }) => id === level.level);
      if (found === undefined || level.when === null) return [];
      return [{ ...level, due: level.when.day <= date, reached: found.reached }];
    }),
  };
}
