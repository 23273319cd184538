import type { PlanPromise } from './plan-promise';
import { planState, type Kept } from './plan-state';
import { standingOf, type PlanStanding } from './plan-standing';

/** Plans of teams, without a schedule behind them. For tests alone. */

export const TODAY = '2027-02-01';

const STEPS = [
  { id: 'model-registry:2', startsOn: '2027-01-04', doneOn: '2027-01-29', days: 10 },
  { id: 'model-registry:3', startsOn: '2027-12-27', doneOn: '2028-01-05', days: 10 },
];

export const keptStep = (step: string, change: Partial<Kept> = {}): Kept => ({
  ...{ step, status: 'planned', dueOn: null, doneOn: null, acceptedAt: null },
  ...change,
});

/** How a plan of two steps stands, the first of which is overdue, unless what is kept says otherwise. */
export function aStanding(promise: Partial<PlanPromise> = {}, kept: Kept[] = []): PlanStanding {
  const whole: PlanPromise = {
    ...{ monday: '2027-01-04', days: 20, finish: null, money: null, levels: [], steps: STEPS, hires: [] },
    ...promise,
  };
  const byStep = new Map(kept.map((each) => [each.step, each]));
  const given = { answers: {}, answeredAt: new Map<string, string>() };
  return standingOf(whole, planState(whole, byStep, given, TODAY).steps);
}

/** ML engineers short by so many person-days in the quarters named. */
export const wants = (short: Record<string, number>, shortFrom = '2027-02-15') => [
  {
    role: 'ml-engineer',
    quarters: Object.entries(short).map(([quarter, days]) => ({
      quarter,
      demand: days,
      supply: 0,
      short: days,
    })),
    shortFrom,
  },
];

export const DONE = keptStep('model-registry:2', {
  ...{ status: 'done', doneOn: '2027-01-20', acceptedAt: '2027-01-21T12:00:00.000Z' },
});
