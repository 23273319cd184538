'use server';

import type { Route } from 'next';
import { redirect } from 'next/navigation';
import { action } from '@/lib/action';
import { answerByForm, answerFormInput } from '@/lib/assessments/answer-by-form';
import { finishAssessment, finishAssessmentInput } from '@/lib/assessments/finish-assessment';
import {
  handInAssessment,
  handInInput,
  sendBackAssessment,
  sendBackInput,
} from '@/lib/assessments/review-assessment';
import { atAssessment } from '@/lib/auth/places';

/** An answer from a browser without JavaScript; with it, answers go to their own address. */
export const answerAction = action({
  for: 'assessment.answer',
  input: answerFormInput,
  at: atAssessment,
  run: answerByForm,
  then: (address, { org, id }) => redirect(`/${org}/assessments/${id}${address}` as Route),
});

export const handInAction = action({
  for: 'assessment.finish',
  input: handInInput,
  at: atAssessment,
  run: handInAssessment,
  then: (_value, { org, id }) => redirect(`/${org}/assessments/${id}/results` as Route),
});

/** Asked again inside: who handed it in may take it back. */
export const sendBackAction = action({
  for: 'assessment.finish',
  input: sendBackInput,
  at: atAssessment,
  run: sendBackAssessment,
  then: (_value, { org, id }) => redirect(`/${org}/assessments/${id}/results` as Route),
});

export const finishAction = action({
  for: 'assessment.finish',
  input: finishAssessmentInput,
  at: atAssessment,
  run: finishAssessment,
  then: (_value, { org, id }) => redirect(`/${org}/assessments/${id}/results` as Route),
});
