import { rungOf, standing } from './answers';
import type { PlanPromise, STEP_STATUSES } from './plan-promise';
import type { Answers } from './schema/answers';

/** What people keep about one step. Dates are ISO days, `acceptedAt` an ISO instant. */
export type Kept = {
  step: string;
  status: (typeof STEP_STATUSES)[number];
  dueOn: string | null;
  doneOn: string | null;
  acceptedAt: string | null;
};

/**
 * `reached`: the newest answers say so; `accepted`: done, and somebody accepted the rung since; `to-accept`: done, waits for that;
 * `reopened`: accepted, and rated lower since: the answer wins over the plan.
 */
export type StepState = 'reached' | 'accepted' | 'to-accept' | 'in-progress' | 'planned' | 'reopened';

export type PlannedStep = {
  id: string;
  capability: string;
  to: number;
  state: StepState;
  /** What the plan promised, or the day that somebody set instead. */
  dueOn: string;
  promisedOn: string;
  late: boolean;
};

/** When each answer was given, as ISO instants by capability. */
type AnsweredAt = ReadonlyMap<string, string>;

/** The finished answers that a plan is held against. */
export type Given = { answers: Answers; answeredAt: AnsweredAt };

/** Of a team that has not finished since: no step of a plan was there when it was chosen, and a draft counts once it is finished. */
export const NOTHING_FINISHED: Given = { answers: {}, answeredAt: new Map() };

export type PlanState = {
  steps: PlannedStep[];
  done: number;
  late: number;
  /** Steps that should be done by today by the promise. */
  promised: number;
};

/** Whether the team stands on the rung of a step. */
export const isThere = ({ state }: Pick<PlannedStep, 'state'>): boolean =>
  state === 'reached' || state === 'accepted';

/** How a plan stands on a day: each promised step against what is answered and kept. */
export function planState(
  { steps }: Pick<PlanPromise, 'steps'>,
  kept: ReadonlyMap<string, Kept>,
  { answers, answeredAt }: Given,
  today: string,
): PlanState {
  const planned = steps.map(({ id, doneOn }): PlannedStep => {
    const [capability = '', rung = ''] = id.split(':');
    const own = kept.get(id);
    const to = Number(rung);
    const dueOn = own?.dueOn ?? doneOn;
    const state = stateOf(
      own,
      (rungOf(standing(answers[capability])) ?? -1) >= to,
      answeredAt.get(capability),
    );
    const late = dueOn < today && !isThere({ state });
    return { id, capability, to, state, dueOn, promisedOn: doneOn, late };
  });
  return {
    steps: planned,
    done: planned.filter(isThere).length,
    late: planned.filter(({ late }) => late).length,
    promised: steps.filter(({ doneOn }) => doneOn < today).length,
  };
}

function stateOf(own: Kept | undefined, reached: boolean, answeredAt: string | undefined): StepState {
  if (reached) return 'reached';
  if (own === undefined) return 'planned';
  if (own.acceptedAt !== null)
    return answeredAt !== undefined && answeredAt > own.acceptedAt ? 'reopened' : 'accepted';
  return own.status === 'done' ? 'to-accept' : own.status;
}

/** The answers with the rungs that were accepted since they were given: what a new schedule starts from. */
export function withAccepted(
  answers: Answers,
  kept: ReadonlyMap<string, Kept>,
  answeredAt: AnsweredAt,
): Answers {
  const raised = { ...answers };
  const accepted = [...kept.values()]
    .map(({ step, acceptedAt }) => {
      const [capability = '', rung = ''] = step.split(':');
      return { capability, to: Number(rung), acceptedAt };
    })
    .toSorted((a, b) => a.to - b.to);
  for (const { capability, to, acceptedAt } of accepted) {
    const given = answeredAt.get(capability);
    const now = rungOf(standing(raised[capability]));
    if (acceptedAt === null || (given !== undefined && given > acceptedAt)) continue;
    // A rung counts on the one below it, as in a schedule.
    if (now !== undefined && now === to - 1) raised[capability] = { rung: to as 1 | 2 | 3 | 4 };
  }
  return raised;
}
