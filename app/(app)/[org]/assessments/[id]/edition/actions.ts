'use server';

import type { Route } from 'next';
import { redirect } from 'next/navigation';
import { action } from '@/lib/action';
import { moveEdition, moveEditionInput } from '@/lib/assessments/move-edition';

export const moveEditionAction = action({
  for: 'assessment.configure',
  input: moveEditionInput,
  org: ({ org }) => org,
  run: moveEdition,
  then: (_value, { org, id }) => redirect(`/${org}/assessments/${id}` as Route),
});
