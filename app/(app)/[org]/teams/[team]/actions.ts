'use server';

import type { Route } from 'next';
import { redirect } from 'next/navigation';
import { action } from '@/lib/action';
import { startAssessment, startAssessmentInput } from '@/lib/assessments/start-assessment';

export const startAssessmentAction = action({
  for: 'assessment.create',
  input: startAssessmentInput,
  org: ({ org }) => org,
  run: (ctx, input) => startAssessment(ctx, input),
  then: ({ id }, { org }) => redirect(`/${org}/assessments/${id}` as Route),
});
