'use server';

import type { Route } from 'next';
import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { action } from '@/lib/action';
import { atAssessment } from '@/lib/auth/places';
import { adjustStep, adjustStepInput } from '@/lib/plans/adjust-step';
import { choosePlan, choosePlanInput } from '@/lib/plans/choose-plan';
import { deleteScenario, deleteScenarioInput } from '@/lib/plans/delete-scenario';
import { saveScenario, saveScenarioInput } from '@/lib/plans/save-scenario';

const roadmap = ({ org, id }: { org: string; id: string }, query: Record<string, string> = {}) => {
  // The second change of a scenario leads to the address where one is already.
  refresh();
  redirect(`/${org}/assessments/${id}/roadmap?${new URLSearchParams(query)}` as Route);
};

export const saveScenarioAction = action({
  for: 'plan.make',
  input: saveScenarioInput,
  at: atAssessment,
  run: saveScenario,
  then: ({ id: scenario }, where) => roadmap(where, { scenario, done: 'saved' }),
});

export const deleteScenarioAction = action({
  for: 'plan.make',
  input: deleteScenarioInput,
  at: atAssessment,
  run: deleteScenario,
  then: (_value, where) => roadmap(where, { done: 'deleted' }),
});

export const choosePlanAction = action({
  for: 'plan.make',
  input: choosePlanInput,
  at: atAssessment,
  run: choosePlan,
  then: (_value, where) => roadmap(where, { scenario: where.scenario, done: 'chosen' }),
});

export const adjustStepAction = action({
  for: 'plan.make',
  input: adjustStepInput,
  at: atAssessment,
  run: adjustStep,
  then: (_value, where) => roadmap(where, { scenario: where.scenario, done: 'saved', step: where.step }),
});
