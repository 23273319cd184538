import type { STEP_STATUSES } from './plan-promise';
import type { StepState } from './plan-state';

export const STATUS_WORDS: Record<(typeof STEP_STATUSES)[number], string> = {
  planned: 'planned',
  'in-progress': 'in progress',
  done: 'done',
};

/** How a step of a plan stands; the newest answers win over what was kept. */
export const STATE_WORDS: Record<StepState, string> = {
  reached: 'there, by the answers',
  accepted: 'there, accepted',
  'to-accept': 'done, to be accepted',
  'in-progress': 'in progress',
  planned: 'planned',
  reopened: 'open again: rated lower since',
};
