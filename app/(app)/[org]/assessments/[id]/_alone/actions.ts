'use server';

import type { Route } from 'next';
import { redirect } from 'next/navigation';
import * as z from 'zod';
import { action } from '@/lib/action';
import { atAssessment } from '@/lib/auth/places';
import { beginAlone, byRespondentInput, endAlone } from '@/lib/gatherings/be-asked';
import { giveTask, giveTaskInput } from '@/lib/gatherings/change-respondents';
import { ownAnswerByForm, ownAnswerFormInput } from '@/lib/gatherings/own-answer-by-form';

/** Where somebody answers: for themself, or for whom they interview. */
const pages = { interview: z.string().optional(), first: z.string().default('start') };
const pageInput = byRespondentInput.extend(pages);

const pageOf = ({ org, id, respondent, interview }: z.output<typeof pageInput>): string =>
  `/${org}/assessments/${id}${interview === undefined ? '' : `/people/${respondent}/answers`}`;

export const beginAloneAction = action({
  for: 'assessment.answer',
  input: pageInput,
  at: atAssessment,
  run: beginAlone,
  then: (_value, input) => redirect(`${pageOf(input)}?at=${encodeURIComponent(input.first)}` as Route),
});

export const endAloneAction = action({
  for: 'assessment.answer',
  input: pageInput,
  at: atAssessment,
  run: endAlone,
  then: (_value, input) => redirect(`${pageOf(input)}?at=finish` as Route),
});

/** An answer of one's own from a browser without JavaScript. */
export const ownAnswerAction = action({
  for: 'assessment.answer',
  input: z.intersection(ownAnswerFormInput, z.object(pages)),
  at: atAssessment,
  run: ownAnswerByForm,
  then: (address, input) => redirect(`${pageOf(input)}${address}` as Route),
});

export const giveTaskAction = action({
  for: 'assessment.answer',
  input: giveTaskInput,
  at: atAssessment,
  run: giveTask,
  then: (_value, { org, id }) => redirect(`/${org}/assessments/${id}` as Route),
});
