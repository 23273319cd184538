'use server';

import { action } from '@/lib/action';
import { importAnswers, importAnswersInput } from '@/lib/assessments/import-answers';
import { atAssessment } from '@/lib/auth/places';

/** Stays on the page and shows line by line what the file says. */
export const importAnswersAction = action({
  for: 'assessment.answer',
  input: importAnswersInput,
  at: atAssessment,
  run: importAnswers,
});
