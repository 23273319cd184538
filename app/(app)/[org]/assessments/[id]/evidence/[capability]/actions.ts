'use server';

import type { Route } from 'next';
import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { action } from '@/lib/action';
import { askForEvidence, askForEvidenceInput } from '@/lib/assessments/ask-for-evidence';
import { endEvidenceRequest, endEvidenceRequestInput } from '@/lib/assessments/end-evidence-request';
import { atAssessment } from '@/lib/auth/places';

export const askForEvidenceAction = action({
  for: 'assessment.answer',
  limit: 'invitation',
  input: askForEvidenceInput,
  at: atAssessment,
  // The text to pass on stays beside the list, which has one more.
  run: async (ctx, input) => {
    const asked = await askForEvidence(ctx, input);
    revalidatePath('/[org]/assessments/[id]/evidence/[capability]', 'page');
    return asked;
  },
});

export const endEvidenceRequestAction = action({
  for: 'assessment.answer',
  input: endEvidenceRequestInput,
  at: atAssessment,
  run: endEvidenceRequest,
  then: (_value, { org, id, capability }) =>
    redirect(`/${org}/assessments/${id}/evidence/${capability}?done=ended` as Route),
});
