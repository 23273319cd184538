'use server';

import type { Route } from 'next';
import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { action } from '@/lib/action';
import { atAssessment } from '@/lib/auth/places';
import { askGuest, askGuestInput, newGuestLink, newLinkInput } from '@/lib/gatherings/ask-guest';
import { askMembers, askMembersInput } from '@/lib/gatherings/ask-members';
import {
  addInterview,
  addInterviewInput,
  assignByRole,
  assignByRoleInput,
  changeRespondent,
  changeRespondentInput,
  removeRespondent,
  removeRespondentInput,
} from '@/lib/gatherings/change-respondents';
import { openGathering, openGatheringInput } from '@/lib/gatherings/open-gathering';
import { remindRespondents, remindRespondentsInput } from '@/lib/gatherings/remind-respondents';
import { setGathering, setGatheringInput } from '@/lib/gatherings/set-gathering';

const pageOf = ({ org, id }: { org: string; id: string }, done: string): Route =>
  `/${org}/assessments/${id}/people?done=${done}` as Route;

/** What is shown in place of a form stays beside the list that it changed. */
const shown = <Value>(value: Value): Value => {
  revalidatePath('/[org]/assessments/[id]/people', 'page');
  return value;
};

export const setGatheringAction = action({
  for: 'assessment.gather',
  input: setGatheringInput,
  at: atAssessment,
  run: setGathering,
  then: (_value, input) => redirect(pageOf(input, 'set')),
});

export const askMembersAction = action({
  for: 'assessment.gather',
  limit: 'invitation',
  input: askMembersInput,
  at: atAssessment,
  run: async (ctx, input) => shown(await askMembers(ctx, input)),
});

export const askGuestAction = action({
  for: 'assessment.gather',
  limit: 'invitation',
  input: askGuestInput,
  at: atAssessment,
  run: async (ctx, input) => shown(await askGuest(ctx, input)),
});

export const newLinkAction = action({
  for: 'assessment.gather',
  limit: 'invitation',
  input: newLinkInput,
  at: atAssessment,
  run: async (ctx, input) => shown(await newGuestLink(ctx, input)),
});

export const addInterviewAction = action({
  for: 'assessment.gather',
  input: addInterviewInput,
  at: atAssessment,
  run: addInterview,
  then: (_value, input) => redirect(pageOf(input, 'interview')),
});

export const removeRespondentAction = action({
  for: 'assessment.gather',
  input: removeRespondentInput,
  at: atAssessment,
  run: removeRespondent,
  then: (_value, input) => redirect(pageOf(input, 'removed')),
});

export const changeRespondentAction = action({
  for: 'assessment.gather',
  input: changeRespondentInput,
  at: atAssessment,
  run: changeRespondent,
  then: (_value, input) => redirect(pageOf(input, 'changed')),
});

export const assignByRoleAction = action({
  for: 'assessment.gather',
  input: assignByRoleInput,
  at: atAssessment,
  run: async (ctx, input) => shown(await assignByRole(ctx, input)),
});

export const remindRespondentsAction = action({
  for: 'assessment.gather',
  limit: 'invitation',
  input: remindRespondentsInput,
  at: atAssessment,
  run: async (ctx, input) => shown(await remindRespondents(ctx, input)),
});

export const openGatheringAction = action({
  for: 'assessment.gather',
  input: openGatheringInput,
  at: atAssessment,
  run: openGathering,
  then: (_value, input) => redirect(pageOf(input, 'opened')),
});
