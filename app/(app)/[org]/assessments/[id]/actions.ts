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

/** An answer from a browser without JavaScript; with it, answers go to their own address. */
export const answerAction = action({
  for: 'assessment.answer',
  input: answerFormInput,
  org: ({ org }) => org,
  run: answerByForm,
  then: (address, { org, id }) => redirect(`/${org}/assessments/${id}${address}` as Route),
});

export const handInAction = action({
  for: 'assessment.finish',
  input: handInInput,
  org: ({ org }) => org,
  run: handInAssessment,
  then: (_value, { org, id }) => redirect(`/${org}/assessments/${id}/results` as Route),
});

/** Asked again inside: who handed it in may take it back. */
export const sendBackAction = action({
  for: 'assessment.finish',
  input: sendBackInput,
  org: ({ org }) => org,
  run: sendBackAssessment,
  then: (_value, { org, id }) => redirect(`/${org}/assessments/${id}/results` as Route),
});

export const finishAction = action({
  for: 'assessment.finish',
  input: finishAssessmentInput,
  org: ({ org }) => org,
  run: finishAssessment,
  then: (_value, { org, id }) => redirect(`/${org}/assessments/${id}/results` as Route),
});
