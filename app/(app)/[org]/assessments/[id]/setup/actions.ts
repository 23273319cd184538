'use server';

import type { Route } from 'next';
import { redirect } from 'next/navigation';
import { action } from '@/lib/action';
import { configureAssessment, configureAssessmentInput } from '@/lib/assessments/configure-assessment';
import { atAssessment } from '@/lib/auth/places';

export const configureAssessmentAction = action({
  for: 'assessment.configure',
  input: configureAssessmentInput,
  at: atAssessment,
  run: configureAssessment,
  then: (_value, { org, id }) => redirect(`/${org}/assessments/${id}` as Route),
});
