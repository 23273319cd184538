'use server';

import type { Route } from 'next';
import { redirect } from 'next/navigation';
import { action } from '@/lib/action';
import { finishAssessment, finishAssessmentInput } from '@/lib/assessments/finish-assessment';

export const finishAction = action({
  for: 'assessment.finish',
  input: finishAssessmentInput,
  org: ({ org }) => org,
  run: finishAssessment,
  then: (_value, { org, id }) => redirect(`/${org}/assessments/${id}/results` as Route),
});
