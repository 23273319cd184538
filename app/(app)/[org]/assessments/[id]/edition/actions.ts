'use server';

import type { Route } from 'next';
import { redirect } from 'next/navigation';
import { action } from '@/lib/action';
import { moveEdition, moveEditionInput } from '@/lib/assessments/move-edition';
import { atAssessment } from '@/lib/auth/places';

export const moveEditionAction = action({
  for: 'assessment.configure',
  input: moveEditionInput,
  at: atAssessment,
  run: moveEdition,
  then: (_value, { org, id }) => redirect(`/${org}/assessments/${id}` as Route),
});
