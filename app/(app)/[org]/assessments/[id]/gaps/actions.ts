'use server';

import type { Route } from 'next';
import { redirect } from 'next/navigation';
import * as z from 'zod';
import { action } from '@/lib/action';
import { setTargets, setTargetsInput } from '@/lib/assessments/set-targets';
import { atAssessment } from '@/lib/auth/places';
import { MODEL_IDS } from '@/lib/domain/vocabulary';

export const setTargetsAction = action({
  for: 'assessment.configure',
  input: setTargetsInput.extend({ view: z.enum(MODEL_IDS).optional() }),
  at: atAssessment,
  run: setTargets,
  then: (_value, { org, id, view }) => {
    const query = new URLSearchParams({ ...(view && { view }), saved: '1' });
    redirect(`/${org}/assessments/${id}/gaps?${query}` as Route);
  },
});
