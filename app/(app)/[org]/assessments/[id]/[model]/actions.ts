'use server';

import type { Route } from 'next';
import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import * as z from 'zod';
import { action } from '@/lib/action';
import { configureAssessment, configureAssessmentInput } from '@/lib/assessments/configure-assessment';
import { stateCriterion, stateCriterionInput } from '@/lib/assessments/state-criterion';
import { atAssessment } from '@/lib/auth/places';
import { MODEL_IDS } from '@/lib/domain/vocabulary';
import { statementHref } from '../_links';

export const stateCriterionAction = action({
  for: 'assessment.answer',
  input: stateCriterionInput.extend({ model: z.enum(MODEL_IDS) }),
  at: atAssessment,
  run: stateCriterion,
  then: (_value, { org, id, model, criterion }) => {
    // A way to a place on the same page alone does not bring the page anew.
    refresh();
    redirect(statementHref({ base: `/${org}/assessments/${id}` }, model, criterion));
  },
});

export const addQuestionnaireAction = action({
  for: 'assessment.configure',
  input: configureAssessmentInput
    .pick({ org: true, id: true, questionnaires: true })
    .extend({ added: z.enum(MODEL_IDS) }),
  at: atAssessment,
  run: configureAssessment,
  then: (_value, { org, id, added }) => redirect(`/${org}/assessments/${id}/${added}` as Route),
});
