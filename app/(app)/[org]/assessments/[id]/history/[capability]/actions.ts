'use server';

import type { Route } from 'next';
import { redirect } from 'next/navigation';
import { action } from '@/lib/action';
import { putBackAnswer, putBackInput } from '@/lib/assessments/answer-history';
import { atAssessment } from '@/lib/auth/places';

export const putBackAction = action({
  for: 'assessment.answer',
  input: putBackInput,
  at: atAssessment,
  run: putBackAnswer,
  then: (_value, { org, id, capability }) =>
    redirect(`/${org}/assessments/${id}/history/${capability}` as Route),
});
