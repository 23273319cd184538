'use server';

import type { Route } from 'next';
import { redirect } from 'next/navigation';
import { action } from '@/lib/action';
import { archiveAssessment, archiveAssessmentInput } from '@/lib/assessments/archive-assessment';
import {
  copyAssessmentInput,
  duplicateAssessment,
  reopenAssessment,
} from '@/lib/assessments/copy-assessment';
import {
  deleteAssessment,
  deleteAssessmentInput,
  restoreAssessment,
} from '@/lib/assessments/delete-assessment';
import { startAssessment, startAssessmentInput } from '@/lib/assessments/start-assessment';
import { atAssessment, atTeam } from '@/lib/auth/places';

export const startAssessmentAction = action({
  for: 'assessment.create',
  input: startAssessmentInput,
  at: atTeam,
  run: (ctx, input) => startAssessment(ctx, input),
  then: ({ id }, { org }) => redirect(`/${org}/assessments/${id}` as Route),
});

const teamPage = ({ org, team }: { org: string; team: string }) => `/${org}/teams/${team}`;

export const reopenAssessmentAction = action({
  for: 'assessment.withdraw',
  input: copyAssessmentInput,
  at: atAssessment,
  run: reopenAssessment,
  then: ({ id }, { org }) => redirect(`/${org}/assessments/${id}` as Route),
});

export const duplicateAssessmentAction = action({
  for: 'assessment.create',
  input: copyAssessmentInput,
  at: atAssessment,
  run: duplicateAssessment,
  then: ({ id }, { org }) => redirect(`/${org}/assessments/${id}` as Route),
});

export const deleteAssessmentAction = action({
  for: 'assessment.delete',
  input: deleteAssessmentInput,
  at: atAssessment,
  run: deleteAssessment,
  then: (_value, input) => redirect(`${teamPage(input)}?deleted=${input.id}` as Route),
});

export const restoreAssessmentAction = action({
  for: 'assessment.delete',
  input: deleteAssessmentInput,
  at: atAssessment,
  run: restoreAssessment,
  then: (_value, input) => redirect(teamPage(input) as Route),
});

export const archiveAssessmentAction = action({
  for: 'assessment.withdraw',
  input: archiveAssessmentInput,
  at: atAssessment,
  run: archiveAssessment,
  then: (_value, input) => redirect(teamPage(input) as Route),
});
